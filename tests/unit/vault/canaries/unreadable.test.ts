import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { utf8 } from '../../../../src/vault/format/bytes.ts';
import { forbid } from '../../../../src/vault/leak/forbidden.ts';
import { gatedText } from '../../../../src/vault/leak/gated/gated-texts.ts';
import { scanForLeaks } from '../../../../src/vault/leak/scan.ts';
import { Budget, UnreadableError } from '../../../../src/vault/leak/unpack/budget.ts';
import { carve } from '../../../../src/vault/leak/unpack/carve.ts';
import { pdfLocked, zip } from './files.ts';

const forbidden = forbid({ texts: [], terms: [], allowed: [], declared: [] });

/** 270 MB of nothing, twice packed: some hundred bytes. */
const bomb = gzipSync(gzipSync(Buffer.alloc(270 * 1024 * 1024), { level: 9 }), { level: 9 });
const nested = Array.from({ length: 12 }).reduce<Uint8Array>(
  (inner) => gzipSync(Buffer.concat([inner, Uint8Array.of(0, 255)])),
  utf8('x'),
);
const locked = Buffer.from(zip('a.txt', utf8('x')));
locked.writeUInt16LE(1, 6);
const lzma = Buffer.from(zip('a.txt', utf8('x')));
lzma.writeUInt16LE(14, 8);

const FILES: [what: string, bytes: Uint8Array, reason: RegExp][] = [
  ['a bomb', bomb, /unpacks to more than 256 MB/],
  ['a bomb in a zip', zip('a.gz', bomb), /unpacks to more than 256 MB/],
  ['files in files in files', nested, /more than 8 deep/],
  ['an archive under a password', locked, /under a password/],
  ['an archive packed in another way', lzma, /packed with method 14/],
  ['a PDF under a password', pdfLocked(), /a PDF under a password/],
  ['a 7z archive', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'), /a 7z archive/],
  ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), /a RAR archive/],
  ['an xz archive', Buffer.from('\xfd7zXZ\0\0\x04', 'latin1'), /an xz archive/],
  ['a bzip2 archive', Buffer.from('BZh91AY&SY\0\xff', 'latin1'), /a bzip2 archive/],
];

it.each(FILES)(
  '%s may not be published: nobody can say what it holds',
  async (_, bytes, reason) => {
    expect(await scanForLeaks([{ path: '/a.bin', bytes }], forbidden, [])).toMatchObject([
      { path: '/a.bin', count: 0, unreadable: expect.stringMatching(reason) as string },
    ]);
  },
);

it('counts what all streams of a file unpack to', () => {
  const stream = gzipSync('x'.repeat(60));
  const twice = Buffer.concat([stream, Uint8Array.of(0, 255), stream]);
  expect([...carve(twice, new Budget(120))]).toHaveLength(2);
  expect(() => [...carve(twice, new Budget(100))]).toThrow(UnreadableError);
});

it('what is sealed may be anything: the report says what is not known of it', async () => {
  expect(await gatedText('/cdp/a.zip', Buffer.from(locked))).toMatchObject({
    gap: expect.stringMatching(/password/) as string,
  });
  const long = await gatedText('/cdp/a.txt', utf8('mot '.repeat(600_000)));
  expect(long.gap).toMatch(/more than 2000000 characters/);
});
