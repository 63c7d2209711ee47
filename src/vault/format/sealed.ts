import { type Bytes, concat, toBase64url, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/** Version of every byte that is sealed and of the manifest. */
export const FORMAT_VERSION = 1;

const MAGIC = utf8('PVLT');
const NONCE = 12;
const TAG = 16;
const HEADER = MAGIC.length + 1 + NONCE;

/** Bytes that sealing adds: magic, version, nonce and tag. */
export const SEALED_OVERHEAD = HEADER + TAG;

/** Bytes of a sealed file at most: those of the largest chunk a reader takes. */
export const SEALED_MOST = 8 * 1024 * 1024 + SEALED_OVERHEAD;

/** The nonce of a sealed file. */
export const nonceOf = (sealed: Bytes): Bytes => sealed.subarray(MAGIC.length + 1, HEADER);

/** Names the content of a sealed file: its nonce, which is a MAC of it, in base64url. */
export const markOf = (sealed: Bytes): string => toBase64url(nonceOf(sealed));

/** What AES-GCM is to bind: the lines of a text, after the format's name and version. */
export function additionalData(...lines: readonly (string | number)[]): Bytes {
  return utf8(['pegase-vault', FORMAT_VERSION, ...lines].join('\n'));
}

/**
 * Seals bytes: "PVLT", version (1 byte), nonce (12), AES-256-GCM, tag (16). The nonce is a MAC of the
 * additional data and the plaintext: the same input gives the same bytes, another one another nonce.
 */
export async function sealBytes(
  keys: { cipher: CryptoKey; nonce: CryptoKey },
  aad: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  const mac = await crypto.subtle.sign('HMAC', keys.nonce, concat(aad, new Uint8Array(1), plain));
  const iv = new Uint8Array(mac, 0, NONCE);
  const algorithm = { name: 'AES-GCM', iv, additionalData: aad };
  const sealed = await crypto.subtle.encrypt(algorithm, keys.cipher, plain);
  return concat(MAGIC, new Uint8Array([FORMAT_VERSION]), iv, new Uint8Array(sealed));
}

/**
 * Opens what {@link sealBytes} made. `what` names it in errors.
 * @throws {VaultError} `unknown-version`, or `tampered` for anything not sealed with this key and data.
 */
export async function openBytes(
  cipher: CryptoKey,
  aad: Bytes,
  sealed: Bytes,
  what: string,
): Promise<Bytes> {
  if (sealed.length < SEALED_OVERHEAD || MAGIC.some((byte, index) => sealed[index] !== byte)) {
    throw new VaultError('tampered', `${what}: not a sealed file (${sealed.length} bytes).`);
  }
  const version = sealed[MAGIC.length];
  if (version !== FORMAT_VERSION) {
    throw new VaultError(
      'unknown-version',
      `${what}: format ${String(version)}, this code reads ${FORMAT_VERSION}.`,
    );
  }
  const algorithm = { name: 'AES-GCM', iv: nonceOf(sealed), additionalData: aad };
  const plain = await crypto.subtle
    .decrypt(algorithm, cipher, sealed.subarray(HEADER))
    .catch(() => {
      throw new VaultError(
        'tampered',
        `${what}: its bytes are not those sealed for this path, room and epoch.`,
      );
    });
  return new Uint8Array(plain);
}
