import { type Bytes, utf8 } from '../../../src/vault/format/bytes.ts';
import type { VaultFault } from '../../../src/vault/format/errors.ts';
import type { Random } from '../ingest/random.ts';
import { isSame } from './bytes.ts';
import type { Kinds, Maker } from './case.ts';
import { BAD, lie, strictOf, textOf } from './manifest-lie.ts';
import { bytesAt, MANIFEST } from './world.ts';

/** Bytes of the text changed without looking at what they mean. */
function blindly(act: (bytes: Bytes, random: Random) => Bytes): Maker {
  return (world, random) => {
    const bytes = bytesAt(world.now.host, MANIFEST);
    let made = act(bytes.slice(), random);
    while (isSame(made, bytes)) made = act(bytes.slice(), random);
    const faults: VaultFault[] = ['bad-manifest', 'unknown-version', 'wrong-passphrase'];
    return { ...lie(made, faults, `${made.length} bytes`), mayBeIdle: true };
  };
}

/** Text that is none, or far too much. */
function whole(make: (text: string, random: Random) => string): Maker {
  return (world, random) => {
    const text = make(textOf(world), random);
    return lie(utf8(text), BAD, `${text.length} characters: ${text.slice(0, 40)}`);
  };
}

/** The manifest with one key given twice; the last one counts. */
function twice(key: string, value: string, faults: readonly VaultFault[]): Maker {
  return (world) => {
    const text = textOf(world).replace(
      new RegExp(`"${key}":`),
      (found) => `"${key}":null,${found}`,
    );
    // The last of the room's, or of the manifest's, keys.
    const made = text.replace(
      /("list":"[^"]*")\}/,
      (_, list: string) => `${list},"${key}":${value}}`,
    );
    return lie(utf8(made), faults, `${key} twice, at last ${value}`);
  };
}

/** Text that is no manifest, or just not the one that was published. */
export const MANIFEST_TEXTS: Kinds = {
  'manifest: key twice, refused value last': twice(
    'kdf',
    '{"name":"argon2id","memory":8,"passes":1,"lanes":1}',
    BAD,
  ),
  'manifest: key twice, another epoch last': twice('epoch', '77', ['wrong-passphrase']),
  'manifest: bit flipped': blindly((bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  }),
  'manifest: truncated': blindly((bytes, random) => bytes.slice(0, random.below(bytes.length))),
  'manifest: a piece taken out': blindly((bytes, random) => {
    const at = random.below(bytes.length);
    const size = 1 + random.below(20);
    return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + size)]);
  }),
  'manifest: bytes set': blindly((bytes, random) => {
    for (let times = 0; times < 3; times += 1)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  }),
  'manifest: no JSON': whole((text, random) =>
    random.pick([
      '',
      ' ',
      '<!doctype html>',
      '{',
      '{}',
      '[]',
      'null',
      'NaN',
      '"x"',
      '0',
      `${text}x`,
      `${text},`,
      `[${text}]`,
      "{'format':1}",
      '\u0000',
    ]),
  ),
  'manifest: names a prototype': whole((text, random) =>
    random.pick([
      `{"__proto__":${text}}`,
      '{"constructor":{"prototype":{}},"format":1}',
      '{"format":1,"build":"x","rooms":{"length":1,"0":{}}}',
      `{"format":1,"build":"x","rooms":[{"__proto__":${JSON.stringify(strictOf(text).rooms[0])}}]}`,
    ]),
  ),
  'manifest: too deep': whole((text, random) => {
    const depth = 1000 * (1 + random.below(200));
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    return random.chance(0.5) ? deep : text.replace(/"rooms":\[/, `"rooms":[${deep},`);
  }),
};

/** Costly to make and to read: drawn seldom. */
export const LONG_MANIFESTS: Kinds = {
  'manifest of 10 MB: blanks': whole((text) => text + ' '.repeat(10_000_000)),
  'manifest of 10 MB: a long text': whole((text) =>
    text.replace('"build":"', `"build":"${'x'.repeat(10_000_000)}`),
  ),
  'manifest of 10 MB: rooms': whole((text) => {
    const room = JSON.stringify(strictOf(text).rooms[0]);
    return text.replace(
      /"rooms":\[/,
      `"rooms":[${`${room},`.repeat(Math.ceil(10_000_000 / room.length))}`,
    );
  }),
  'manifest of 10 MB: too deep': whole(() => '['.repeat(10_000_000)),
  'manifest of 1 MB: rooms': whole((text) => {
    const room = JSON.stringify(strictOf(text).rooms[0]);
    return text.replace(
      /"rooms":\[/,
      `"rooms":[${`${room},`.repeat(Math.ceil(1_000_000 / room.length))}`,
    );
  }),
};
