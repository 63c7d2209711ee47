import { gzipSync } from 'node:zlib';
import { sealBlob } from '../../../src/vault/format/blob.ts';
import { type Bytes, concat, toBase64url, uint32, utf8 } from '../../../src/vault/format/bytes.ts';
import {
  chunkName,
  fileId,
  sealChunk,
  writeDescriptor,
} from '../../../src/vault/format/chunked.ts';
import type { VaultFault } from '../../../src/vault/format/errors.ts';
import { padmeLength } from '../../../src/vault/format/padme.ts';
import { INDEX_PATH } from '../../../src/vault/format/room-index.ts';
import { additionalData, sealBytes } from '../../../src/vault/format/sealed.ts';
import type { Random } from '../ingest/random.ts';
import type { Case, Kinds, Maker } from './case.ts';
import { ROOM, type World } from './world.ts';

// What somebody with the room's key could seal: it opens, and must not exhaust or confuse a reader.

const PAGE = '/cdp/index.html';
const LARGE = '/cdp/a.pdf';
const NOWHERE = '/cdp/nulle-part/index.html';
const HUGE = 100 * 1024 * 1024;
let bomb: Bytes | undefined;
/** A hundred megabytes of zeros, in a tenth of one. */
const bombOf = (): Bytes => (bomb ??= new Uint8Array(gzipSync(Buffer.alloc(HUGE), { level: 9 })));

/** The same with another length at its end. */
function lying(packed: Bytes, length: number): Bytes {
  const bytes = packed.slice();
  new DataView(bytes.buffer).setUint32(bytes.length - 4, length, true);
  return bytes;
}

const pick = <T>(random: Random, items: readonly [T, ...T[]]): T => random.pick(items);
const placeOf = (world: World, path: string) => ({ room: ROOM, epoch: world.now.epoch, path });
const addressOf = (world: World, path: string): string =>
  world.now.targets.find((target) => target.path === path)?.address ?? '';

function forged(world: World, path: string, bytes: Bytes, note: string): Case {
  const lies = new Map([[addressOf(world, path), () => bytes]]);
  const isIndex = path === INDEX_PATH;
  const faults: VaultFault[] = [isIndex ? 'bad-manifest' : 'tampered'];
  return { path: isIndex ? NOWHERE : path, lies, faults, note };
}

/** Seals a plaintext as it is, without what {@link sealBlob} sees to. */
async function raw(world: World, path: string, plain: Bytes): Promise<Bytes> {
  const { content, nonce } = world.now.keys;
  const { room, epoch } = placeOf(world, path);
  return sealBytes({ cipher: content, nonce }, additionalData(room, epoch, path), plain);
}

const plainOf = (flags: number, type: Bytes, bytes: Bytes): Bytes =>
  concat(new Uint8Array([flags]), uint32(type.length), type, uint32(bytes.length), bytes);
const padded = (plain: Bytes): Bytes =>
  concat(plain, new Uint8Array(padmeLength(plain.length) - plain.length));

/** A plaintext that is sealed as it is. */
const plaintext =
  (make: (random: Random) => Bytes, fault: VaultFault = 'tampered'): Maker =>
  async (world, random) => {
    const plain = make(random);
    const bytes = await raw(world, PAGE, plain);
    return { ...forged(world, PAGE, bytes, `plaintext of ${plain.length} bytes`), faults: [fault] };
  };

/** A payload that is said to be gzipped. */
const gzipped =
  (make: (random: Random) => Bytes): Maker =>
  async (world, random) => {
    const bytes = make(random);
    const blob = await sealBlob(world.now.keys, placeOf(world, PAGE), {
      type: 'text/html',
      gzip: true,
      bytes,
    });
    return forged(world, PAGE, blob, `gzip of ${bytes.length} bytes`);
  };

/** A list of files. */
const listed =
  (make: (random: Random) => string): Maker =>
  async (world, random) => {
    const text = make(random);
    const payload = { type: 'application/json', gzip: false, bytes: utf8(text) };
    const blob = await sealBlob(world.now.keys, placeOf(world, INDEX_PATH), payload);
    return forged(world, INDEX_PATH, blob, `list ${text.slice(0, 60)}`);
  };

/** A descriptor with other numbers. */
const described =
  (
    change: (random: Random) => { at: number; bytes: Bytes },
    fault: VaultFault = 'tampered',
  ): Maker =>
  async (world, random) => {
    const file = world.now.targets.find(({ path }) => path === LARGE)?.file;
    if (file == null) throw new Error(`${LARGE} is not in chunks.`);
    const payload = writeDescriptor(file);
    const bytes = new Uint8Array(payload.bytes);
    const { at, bytes: put } = change(random);
    bytes.set(put, at);
    if (bytes.every((byte, index) => byte === payload.bytes[index]))
      bytes[at] = 255 - (bytes[at] ?? 0);
    const blob = await sealBlob(world.now.keys, placeOf(world, LARGE), { ...payload, bytes });
    return { ...forged(world, LARGE, blob, `descriptor ${at}: ${put.join()}`), faults: [fault] };
  };

const TYPE = utf8('text/html');
const BODY = utf8('<p>a</p>'.repeat(20));
const uint64 = (value: bigint): Bytes => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value));
  return bytes;
};
const WIDE: readonly [bigint, ...bigint[]] = [
  0n,
  2n ** 32n + 1n,
  2n ** 53n,
  2n ** 53n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
];
const ENTRY = { path: '/cdp/index.html', size: 1, sealed: 100, mark: 'A'.repeat(16) };
const id = toBase64url(new Uint8Array(16));
const WRONG: readonly [object, ...object[]] = [
  { path: 1 },
  { path: 'x' },
  { size: -1 },
  { size: 0.5 },
  { size: '1' },
  { sealed: null },
  { sealed: 1e300 },
  { mark: 'short' },
  { mark: 7 },
  { chunks: [] },
  { chunks: null },
  { chunks: { id, count: 1e15 } },
  { chunks: { id, count: -1 } },
  { chunks: { id, count: 0 } },
  { chunks: { id: 'x', count: 1 } },
  { chunks: { id } },
];

export const FORGED: Kinds = {
  'forged: flags of a format to come': plaintext(
    (random) => padded(plainOf(4 << random.below(6), TYPE, BODY)),
    'unknown-version',
  ),
  'forged: lengths that do not fit': plaintext((random) => {
    const plain = padded(plainOf(0, TYPE, BODY));
    new DataView(plain.buffer).setUint32(
      pick(random, [1, 5 + TYPE.length]),
      2 ** (9 + random.below(23)),
    );
    return plain;
  }),
  'forged: no plaintext, or a few bytes': plaintext((random) => new Uint8Array(random.below(9))),
  'forged: padding that is not zero': plaintext((random) => {
    const plain = padded(concat(plainOf(0, TYPE, concat(BODY, new Uint8Array(2)))));
    const end = 9 + TYPE.length + BODY.length + 2;
    plain[end + random.below(plain.length - end)] = 1 + random.below(255);
    return plain;
  }),
  'forged: too much padding, or none': plaintext((random) => {
    const plain = plainOf(0, TYPE, concat(BODY, new Uint8Array(2)));
    return random.chance(0.5)
      ? plain
      : concat(padded(plain), new Uint8Array(1 + random.below(4000)));
  }),
  'forged: a media type that is none': plaintext((random) =>
    padded(
      plainOf(
        0,
        utf8(
          pick(random, [
            '',
            'text',
            'text/html\r\nset-cookie: a=b',
            'é/è',
            '\0/\0',
            'a'.repeat(900),
          ]),
        ),
        BODY,
      ),
    ),
  ),
  'forged: gzip that is none': gzipped((random) =>
    pick(random, [new Uint8Array(), utf8('not gzip at all, but long enough'), new Uint8Array(50)]),
  ),
  'forged: gzip cut off': gzipped((random) => {
    const packed = new Uint8Array(gzipSync(BODY));
    return packed.slice(0, random.below(packed.length));
  }),
  'forged: gzip with something after it': gzipped((random) =>
    concat(
      new Uint8Array(gzipSync(BODY)),
      random.chance(0.5) ? gzipSync(BODY) : utf8('more of it'),
    ),
  ),
  'forged: gzip with a bit flipped': gzipped((random) => {
    const packed = new Uint8Array(gzipSync(BODY));
    // Neither in its header nor in its last byte before the sum: of those, bits may mean nothing.
    const place = 10 + random.below(packed.length - 11);
    const at = place < packed.length - 9 ? place : place + 1;
    packed[at] = (packed[at] ?? 0) ^ (1 << random.below(8));
    return packed;
  }),
  'forged: gzip bomb': gzipped(bombOf),
  'forged: gzip bomb that lies of its length': gzipped((random) =>
    lying(bombOf(), random.below(1_000_000)),
  ),
  'forged: gzip bomb in a chunk': async (world, random) => {
    const { keys } = world.now;
    const place = placeOf(world, LARGE);
    const stored = bombOf();
    const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', stored));
    const shape = {
      type: 'application/pdf',
      gzip: true,
      id: await fileId(keys, place, sha256),
      stored: stored.length,
      size: random.below(1_000_000),
      chunkSize: 1024 * 1024,
    };
    const head = await sealBlob(keys, place, writeDescriptor(shape));
    const chunk = await sealChunk(keys, place, shape, 0, stored);
    const name = await chunkName(keys, LARGE, shape.id, 0);
    const made = forged(world, LARGE, head, `a bomb said to hold ${shape.size} bytes`);
    made.lies.set(`/_vault/${ROOM}/${name}`, () => chunk);
    return made;
  },
  'forged: descriptor of another length': async (world, random) => {
    const payload = {
      type: 'a/b',
      gzip: false,
      chunked: true,
      bytes: new Uint8Array(random.below(100)),
    };
    if (payload.bytes.length === 36) payload.bytes = new Uint8Array(35);
    const blob = await sealBlob(world.now.keys, placeOf(world, LARGE), payload);
    return forged(world, LARGE, blob, `descriptor of ${payload.bytes.length} bytes`);
  },
  'forged: descriptor with another length of the file': described((random) => ({
    at: pick(random, [16, 24]),
    bytes: uint64(pick(random, WIDE)),
  })),
  'forged: descriptor with an absurd length of a chunk': described((random) => ({
    at: 32,
    bytes: uint32(pick(random, [0, 1, 65_535, 8 * 1024 * 1024 + 1, 2 ** 32 - 1])),
  })),
  'forged: descriptor of another content': described(
    (random) => ({ at: random.below(16), bytes: new Uint8Array([random.below(256)]) }),
    'missing',
  ),
  'forged: list that is no JSON': listed((random) =>
    pick(random, ['', '[', 'null', '{}', '"a"', '\u0000', 'NaN']),
  ),
  'forged: list of other things': listed((random) =>
    JSON.stringify([ENTRY, { ...ENTRY, ...pick(random, WRONG) }]),
  ),
  'forged: list too deep': listed((random) => {
    const depth = 1000 * (1 + random.below(100));
    return '['.repeat(depth) + ']'.repeat(depth);
  }),
  'forged: list that names a prototype': listed(
    () => '[{"__proto__":{"path":"/a","size":1,"sealed":9,"mark":"AAAAAAAAAAAAAAAA"}}]',
  ),
};
