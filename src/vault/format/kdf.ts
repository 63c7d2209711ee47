import { argon2id } from 'hash-wasm';
import { type Bytes, utf8 } from './bytes.ts';

/** Cost of deriving a key from a passphrase. */
export interface KdfParameters {
  name: 'argon2id';
  /** KiB. */
  memory: number;
  passes: number;
  lanes: number;
}

/** What new rooms use: 0.35–0.72 s in the browsers measured. */
export const KDF: KdfParameters = { name: 'argon2id', memory: 64 * 1024, passes: 3, lanes: 1 };

/** One form of a passphrase, whatever keyboard typed it: NFC, without spaces around it. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFC').trim();
}

/** Key of a passphrase: Argon2id (RFC 9106), 32 bytes. Blocks the thread that runs it. */
export async function deriveKek(
  passphrase: string,
  salt: Bytes,
  kdf: KdfParameters,
): Promise<Bytes> {
  const password = utf8(normalisePassphrase(passphrase));
  const key = await argon2id({
    // An empty password is refused by the library: it opens nothing, but must fail like any other.
    password: password.length === 0 ? utf8('\0') : password,
    salt,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    memorySize: kdf.memory,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(key);
}
