import { type Bytes, concat, utf8 } from './bytes.ts';
import { FORMAT_VERSION } from './blob.ts';

/** Bytes of a slot: nonce, room key, tag. */
export const SLOT_LENGTH = 12 + 32 + 16;

/** Which room key a slot wraps. */
export interface SlotPlace {
  room: string;
  epoch: number;
}

const additionalData = ({ room, epoch }: SlotPlace): Bytes =>
  utf8(`pegase-vault\n${String(FORMAT_VERSION)}\nslot\n${room}\n${String(epoch)}`);

async function wrappingKeys(kek: Bytes): Promise<{ wrap: CryptoKey; nonce: CryptoKey }> {
  const base = await crypto.subtle.importKey('raw', kek, 'HKDF', false, ['deriveKey']);
  const derive = (
    purpose: string,
    algorithm: AesKeyGenParams | HmacKeyGenParams,
    usages: KeyUsage[],
  ) =>
    crypto.subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: new Uint8Array(0),
        info: utf8(`pegase-vault/1/slot/${purpose}`),
      },
      base,
      algorithm,
      false,
      usages,
    );
  return {
    wrap: await derive('wrap', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    nonce: await derive('nonce', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  };
}

/** Wraps a room key under a passphrase's key (AES-256-GCM; the nonce is a MAC of place and key). */
export async function wrapRoomKey(kek: Bytes, place: SlotPlace, roomKey: Bytes): Promise<Bytes> {
  const { wrap, nonce } = await wrappingKeys(kek);
  const aad = additionalData(place);
  const mac = await crypto.subtle.sign('HMAC', nonce, concat(aad, new Uint8Array(1), roomKey));
  const iv = new Uint8Array(mac, 0, 12);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: aad },
    wrap,
    roomKey,
  );
  return concat(iv, new Uint8Array(sealed));
}

/** The room key of the first slot that opens with a passphrase's key, or `null` when none does. */
export async function unwrapRoomKey(
  kek: Bytes,
  place: SlotPlace,
  slots: readonly Bytes[],
): Promise<Bytes | null> {
  const { wrap } = await wrappingKeys(kek);
  const aad = additionalData(place);
  for (const slot of slots) {
    const algorithm = { name: 'AES-GCM', iv: slot.subarray(0, 12), additionalData: aad };
    // A slot that does not open is another passphrase's: that is the answer, not an error.
    const opened = await crypto.subtle
      .decrypt(algorithm, wrap, slot.subarray(12))
      .catch(() => null);
    if (opened !== null) return new Uint8Array(opened);
  }
  return null;
}
