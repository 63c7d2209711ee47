// A reader of sealed portals written from docs/vault-format.md alone: it imports nothing of src/, so
// that what the document says is proven to be enough. `§` refer to that document.
import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { argon2id } from 'hash-wasm';

/** A room of `_vault/manifest.json`, §3. */
interface Room {
  name: string;
  epoch: number;
  salt: string;
  kdf: { memory: number; passes: number; lanes: number };
  slots: string[];
}

/** Gives a published file by its path, such as `_vault/manifest.json`. */
export type Fetch = (path: string) => Buffer;

const NONE = Buffer.alloc(0);

/** §2: HKDF-SHA-256, empty salt, 32 bytes. */
const derive = (key: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, NONE, `pegase-vault/1/${info}`, 32));

const mac = (key: Buffer, ...parts: Buffer[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest();

function decrypt(key: Buffer, nonce: Buffer, sealed: Buffer, aad: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(aad));
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

/** §3: Argon2id of the passphrase. */
export async function kekOf(
  passphrase: string,
  salt: Buffer,
  { memory, passes, lanes }: Room['kdf'],
): Promise<Buffer> {
  const key = await argon2id({
    password: Buffer.from(passphrase.normalize('NFC').trim()),
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

/** §4: the room key of the slot that opens. */
export function unwrap(kek: Buffer, room: Pick<Room, 'name' | 'epoch'>, slots: Buffer[]): Buffer {
  const key = derive(kek, 'slot/wrap');
  for (const slot of slots) {
    try {
      const aad = `pegase-vault\n1\nslot\n${room.name}\n${String(room.epoch)}`;
      const roomKey = decrypt(key, slot.subarray(0, 12), slot.subarray(12), aad);
      checkNonce(derive(kek, 'slot/nonce'), slot.subarray(0, 12), aad, roomKey);
      return roomKey;
    } catch (cause) {
      if (cause instanceof NonceError) throw cause;
      continue; // another passphrase's
    }
  }
  throw new Error('no slot opens');
}

/** §5: name of the sealed file of a path. */
export const nameOf = (roomKey: Buffer, path: string): string =>
  mac(derive(roomKey, 'name'), Buffer.from(path)).subarray(0, 16).toString('hex');

/** §7: name of a chunk. */
export function chunkNameOf(roomKey: Buffer, path: string, id: Buffer, index: number): string {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(index);
  const data = [Buffer.from(path), Buffer.from([0]), id, number];
  return mac(derive(roomKey, 'name'), ...data)
    .subarray(0, 16)
    .toString('hex');
}

/** §6: a sealed file, opened. */
export function openFile(
  roomKey: Buffer,
  room: Pick<Room, 'name' | 'epoch'>,
  path: string,
  file: Buffer,
) {
  const aad = `pegase-vault\n1\n${room.name}\n${String(room.epoch)}\n${path}`;
  const plain = openContainer(roomKey, 'content', file, aad);
  const typeEnd = 5 + plain.readUInt32BE(1);
  const start = typeEnd + 4;
  const flags = plain.readUInt8(0);
  return {
    type: plain.toString('utf8', 5, typeEnd),
    gzip: (flags & 1) !== 0,
    chunked: (flags & 2) !== 0,
    bytes: plain.subarray(start, start + plain.readUInt32BE(typeEnd)),
  };
}

function openContainer(roomKey: Buffer, purpose: string, file: Buffer, aad: string): Buffer {
  if (file.toString('latin1', 0, 5) !== 'PVLT\u0001') throw new Error('no sealed file');
  const nonce = file.subarray(5, 17);
  const plain = decrypt(derive(roomKey, purpose), nonce, file.subarray(17), aad);
  checkNonce(derive(roomKey, 'nonce'), nonce, aad, plain);
  return plain;
}

class NonceError extends Error {}

/** §1: not needed to read; whoever seals has to make the nonce so. */
function checkNonce(key: Buffer, nonce: Buffer, aad: string, plain: Buffer): void {
  const expected = mac(key, Buffer.from(aad), Buffer.from([0]), plain).subarray(0, 12);
  if (!expected.equals(nonce)) throw new NonceError('the nonce is not the one documented');
}

/** §8: Padmé. */
export function padded(length: number): number {
  if (length < 2) return length;
  const e = Math.floor(Math.log2(length));
  const s = Math.floor(Math.log2(e)) + 1;
  const step = 2 ** Math.max(0, e - s);
  return Math.ceil(length / step) * step;
}

/** §7: what a descriptor says, and its chunks put together. */
function openChunks(
  roomKey: Buffer,
  room: Pick<Room, 'name' | 'epoch'>,
  path: string,
  descriptor: Buffer,
  fetch: Fetch,
): Buffer {
  const id = descriptor.subarray(0, 16);
  const stored = Number(descriptor.readBigUInt64BE(16));
  const chunkSize = descriptor.readUInt32BE(32);
  const count = Math.ceil(padded(stored) / chunkSize);
  const chunks: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const lines = ['pegase-vault', 1, 'chunk', room.name, room.epoch, id.toString('hex')];
    const aad = [...lines, index, count, path].join('\n');
    const name = chunkNameOf(roomKey, path, id, index);
    chunks.push(openContainer(roomKey, 'chunk', fetch(`_vault/${room.name}/${name}`), aad));
  }
  return Buffer.concat(chunks).subarray(0, stored);
}

/** Opens a whole room of a published portal: path → bytes, as its index lists them. */
export async function openPortal(fetch: Fetch, passphrase: string): Promise<Map<string, Buffer>> {
  const manifest = JSON.parse(fetch('_vault/manifest.json').toString()) as { rooms: Room[] };
  const room = manifest.rooms[0];
  if (room === undefined) throw new Error('no room');
  const kek = await kekOf(passphrase, Buffer.from(room.salt, 'base64url'), room.kdf);
  const slots = room.slots.map((slot) => Buffer.from(slot, 'base64url'));
  const roomKey = unwrap(kek, room, slots);
  const open = (path: string): Buffer => {
    const sealed = fetch(`_vault/${room.name}/${nameOf(roomKey, path)}`);
    const file = openFile(roomKey, room, path, sealed);
    const stored = file.chunked ? openChunks(roomKey, room, path, file.bytes, fetch) : file.bytes;
    return file.gzip ? gunzipSync(stored) : stored;
  };
  const index = JSON.parse(open('/_vault/index.json').toString()) as { path: string }[];
  return new Map(index.map(({ path }) => [path, open(path)]));
}
