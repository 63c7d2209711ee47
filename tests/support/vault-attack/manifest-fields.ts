import { utf8 } from '../../../src/vault/format/bytes.ts';
import type { Random } from '../ingest/random.ts';
import type { Kinds, Maker } from './case.ts';
import { BAD, type Json, lie, type Loose, looseOf } from './manifest-lie.ts';

/** Values of every wrong kind. `RAW:` stands for JSON that `JSON.stringify` does not write. */
const WRONG: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  -1,
  0.5,
  -0.5,
  1e300,
  '',
  'x'.repeat(201),
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  'RAW:1e999',
  'RAW:-1e999',
  'RAW:-0',
  'RAW:0',
  'RAW:{"__proto__":1}',
  'RAW:99999999999999999999',
];

/** The text of a changed manifest; texts that begin with `RAW:` are put in as they are. */
const written = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /"RAW:((?:[^"\\]|\\.)*)"/g,
    (_, raw: string) => JSON.parse(`"${raw}"`) as string,
  );

/** The objects of a manifest, each with the keys a reader needs. */
function places(manifest: Loose): [holder: Json, key: string, name: string][] {
  const found: [Json, string, string][] = Object.keys(manifest).map((key) => [manifest, key, key]);
  for (const [at, room] of manifest.rooms.entries()) {
    for (const key of Object.keys(room)) found.push([room, key, `rooms[${at}].${key}`]);
    for (const key of Object.keys(room.kdf)) found.push([room.kdf, key, `rooms[${at}].kdf.${key}`]);
  }
  return found;
}

function anywhere(act: (holder: Json, key: string, random: Random) => string): Maker {
  return (world, random) => {
    const manifest = looseOf(world);
    const all = places(manifest);
    const [holder, key, name] = all[random.below(all.length)] ?? [manifest, 'format', 'format'];
    const how = act(holder, key, random);
    // A manifest without rooms, or without the reader's own, is refused as such by the gate.
    return lie(utf8(written(manifest)), BAD, `${name} ${how}`);
  };
}

/** Sets numbers of every room's or one room's kdf. */
function kdf(values: Readonly<Record<string, readonly [unknown, ...unknown[]]>>): Maker {
  return (world, random) => {
    const manifest = looseOf(world);
    const keys = Object.keys(values);
    const key = keys[random.below(keys.length)] ?? '';
    const value = random.pick(values[key] ?? [null]);
    for (const room of random.chance(0.5) ? manifest.rooms : manifest.rooms.slice(0, 1)) {
      room.kdf[key] = value;
    }
    return lie(utf8(written(manifest)), BAD, `${key} = ${String(value)}`);
  };
}

/** A manifest of the right form, in which fields are not what they may be. */
export const MANIFEST_FIELDS: Kinds = {
  'manifest: field of a wrong type': anywhere((holder, key, random) => {
    let value = random.pick(WRONG);
    // -0 is 0, and a text of one's own for an unread field is no fault.
    while (JSON.stringify(value) === JSON.stringify(holder[key])) value = random.pick(WRONG);
    holder[key] = value;
    return `= ${JSON.stringify(value).slice(0, 30)}`;
  }),
  'manifest: field missing': anywhere((holder, key) => {
    Reflect.deleteProperty(holder, key);
    return 'missing';
  }),
  'manifest: kdf below the floor': kdf({
    memory: [0, 1, 8, 1024, 19 * 1024 - 1],
    passes: [0, 1],
    lanes: [0],
  }),
  'manifest: kdf that exhausts memory or time': kdf({
    memory: [256 * 1024 + 1, 2 ** 22, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, 'RAW:1e999'],
    passes: [11, 1e6, 2 ** 31, 2 ** 32, 'RAW:1e999'],
    lanes: [2, 255, 2 ** 24, 'RAW:1e999'],
  }),
  'manifest: kdf that is no whole number': kdf({
    memory: [
      -65_536,
      65_536.5,
      '65536',
      null,
      true,
      [65_536],
      {},
      'NaN',
      'RAW:-0',
      'RAW:6.5536e-4',
    ],
    passes: [-3, 2.5, '3', null, [3], 'RAW:-1e999'],
    lanes: [-1, 1.5, '1', null, [1]],
    name: ['pbkdf2', 'argon2i', 'argon2d', 'ARGON2ID', '', null, 1, 'none'],
  }),
  'manifest: many costly rooms': (world, random) => {
    const manifest = looseOf(world);
    const room = {
      ...manifest.rooms[0],
      kdf: { name: 'argon2id', memory: 256 * 1024, passes: 10, lanes: 1 },
    };
    const count = 2 + random.below(200);
    const rooms = Array.from({ length: count }, (_, at) => ({
      ...room,
      name: `r${at}`,
      prefix: `/r${at}/`,
    }));
    return lie(
      utf8(JSON.stringify({ ...manifest, rooms: [...manifest.rooms, ...rooms] })),
      BAD,
      `${count} rooms more`,
    );
  },
  'manifest: another version': (world, random) => {
    const value = random.pick([2, 3, 255, 2 ** 31, Number.MAX_SAFE_INTEGER]);
    const manifest = { ...looseOf(world), format: value };
    return lie(utf8(JSON.stringify(manifest)), ['unknown-version'], `format ${value}`);
  },
  'manifest: version that is no whole number from 1': (world, random) => {
    const value = random.pick<unknown>([
      '1',
      null,
      [1],
      {},
      true,
      '',
      0,
      -1,
      1.5,
      1e300,
      'RAW:1e999',
      'RAW:99999999999999999999',
    ]);
    return lie(
      utf8(written({ ...looseOf(world), format: value })),
      BAD,
      `format ${JSON.stringify(value)}`,
    );
  },
  'manifest: slot of a wrong length': (world, random) => {
    const manifest = looseOf(world);
    const slots = manifest.rooms[0]?.slots ?? [];
    const slot = String(slots[0]);
    const wrong = [
      slot.slice(1),
      `${slot}A`,
      `${slot}AAAA`,
      '',
      slot.slice(0, 40),
      'é'.repeat(80),
      `${slot.slice(0, -1)}=`,
    ];
    slots[random.below(slots.length)] = wrong[random.below(wrong.length)];
    return lie(utf8(JSON.stringify(manifest)), BAD, 'slot');
  },
  'manifest: too many slots': (world) => {
    const manifest = looseOf(world);
    for (const room of manifest.rooms)
      room.slots = Array.from({ length: 1001 }, () => room.slots[0]);
    return lie(utf8(JSON.stringify(manifest)), BAD, '1001 slots');
  },
  'manifest: a room twice, or two rooms at one prefix': (world, random) => {
    const manifest = looseOf(world);
    const [room = { kdf: {}, slots: [] }] = manifest.rooms;
    manifest.rooms.push(random.chance(0.5) ? room : { ...room, name: 'autre' });
    return lie(utf8(JSON.stringify(manifest)), BAD, 'twice');
  },
  'manifest: a name or prefix that leads elsewhere': (world, random) => {
    const manifest = looseOf(world);
    const room: Json = manifest.rooms[0] ?? {};
    const [key, value] = random.pick<[string, string]>([
      ['name', '../../etc'],
      ['name', '__proto__'],
      ['name', 'a/b'],
      ['name', 'a\u0000b'],
      ['name', 'A'.repeat(500)],
      ['prefix', '/'],
      ['prefix', '//example.org/'],
      ['prefix', 'https://example.org/'],
      ['prefix', '/cdp'],
      ['prefix', '/../'],
    ]);
    room[key] = value;
    return lie(utf8(JSON.stringify(manifest)), BAD, `${key} ${value}`);
  },
};
