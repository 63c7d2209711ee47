import { beforeAll, describe, expect, it } from 'vitest';
import { deriveKek } from '../../../src/vault/format/kdf.ts';
import { unwrapRoomKey, wrapRoomKey } from '../../../src/vault/format/slot.ts';
import { CHEAP, keyOf } from './room.fixture.ts';

// What people type and paste; docs/vault-format.md, §3, says what counts as the same passphrase.

const place = { room: 'coordination', epoch: 1 };
const salt = new Uint8Array(16).fill(1);
const RIGHT = 'été à l’orée-du-bois';
let slots: Awaited<ReturnType<typeof wrapRoomKey>>[];

beforeAll(async () => {
  slots = [await wrapRoomKey(await deriveKek(RIGHT, salt, CHEAP), place, keyOf(7))];
});

const opens = async (passphrase: string): Promise<boolean> =>
  (await unwrapRoomKey(await deriveKek(passphrase, salt, CHEAP), place, slots)) !== null;

describe('the passphrase opens', () => {
  it.each([
    ['composed', RIGHT.normalize('NFC')],
    ['decomposed, as macOS pastes it', RIGHT.normalize('NFD')],
    ['half decomposed', `e\u0301t${RIGHT.slice(2)}`],
    ['with the end of its line', `${RIGHT}\n`],
    ['with that of Windows', `${RIGHT}\r\n`],
    ['with blanks and a tab around', ` \t${RIGHT}  `],
    ['with no-break spaces around', `\u00a0${RIGHT}\u202f`],
    ['with a byte order mark before', `\ufeff${RIGHT}`],
  ])('%s', async (_, passphrase) => {
    expect(await opens(passphrase)).toBe(true);
  });
});

describe('another passphrase does not', () => {
  it.each([
    ['empty', ''],
    ['of blanks', '   '],
    ['of 10 kB', RIGHT.repeat(500)],
    ['of 10 kB of accents', '\u0301'.repeat(10_000)],
    ['a zero byte, which stands for an empty one', '\0'],
    ['with a zero byte at its end', `${RIGHT}\0`],
    ['half of a pair of surrogates', '\ud83d'],
    ['with the other half at its end', `${RIGHT}\ude00`],
    ['with a right-to-left mark before', `\u200f${RIGHT}`],
    ['with a direction turned round', `\u202e${RIGHT}\u202c`],
    ['with a zero-width space in it', RIGHT.replace('-', '-\u200b')],
    ['with a capital first letter', `É${RIGHT.slice(1)}`],
    ['in capitals', RIGHT.toUpperCase()],
    ['without accents', 'ete a l’oree-du-bois'],
    ['with a straight apostrophe', RIGHT.replace('’', '\u0027')],
    ['with other hyphens', RIGHT.replaceAll('-', '\u2011')],
    ['with dashes', RIGHT.replaceAll('-', '–')],
    ['with doubled spaces', RIGHT.replaceAll(' ', '  ')],
    ['with no-break spaces in it', RIGHT.replaceAll(' ', '\u00a0')],
    ['in full-width letters', RIGHT.replace('bois', '\uff42\uff4f\uff49\uff53')],
    ['with its beginning alone', RIGHT.slice(0, -1)],
  ])('%s', async (_, passphrase) => {
    expect(await opens(passphrase)).toBe(false);
  });
});

it('those that are no text are the same wrong one, and no error', async () => {
  const keys = await Promise.all(
    ['\ud83d', '\ude00', '\ufffd'].map((text) => deriveKek(text, salt, CHEAP)),
  );
  expect(keys[1]).toEqual(keys[0]);
  expect(keys[2]).toEqual(keys[0]);
});
