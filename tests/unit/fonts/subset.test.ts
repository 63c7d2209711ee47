import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMapping, withAliases } from '../../../src/fonts/cmap.ts';
import { writeFaces } from '../../../src/fonts/subset.ts';

/** The `cmap` table of an uncompressed font. */
function cmapOf(sfnt: Uint8Array): Uint8Array {
  const data = new DataView(sfnt.buffer, sfnt.byteOffset);
  for (let at = 12; at < 12 + 16 * data.getUint16(4); at += 16) {
    if (Buffer.from(sfnt.subarray(at, at + 4)).toString() !== 'cmap') continue;
    return sfnt.subarray(data.getUint32(at + 8));
  }
  throw new Error('no cmap');
}

const glyphs = async (path: string): Promise<Map<number, number>> =>
  readMapping(cmapOf(new Uint8Array(await convert(readFileSync(path), 'sfnt'))));

describe('the faces of the portal', () => {
  let folder: string;
  let paths: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faces-'));
    paths = await writeFaces(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('weigh at most 80 kB together', () => {
    const sizes = paths.map((path) => statSync(path).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
  });

  it('draw every letter of French', async () => {
    const letters = 'ABCXYZabcxyzàâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ’«»…—–0123456789€°\u00a0';
    for (const path of paths) {
      const mapping = await glyphs(path);
      expect(
        Array.from(letters).filter((letter) => !mapping.has(letter.codePointAt(0) ?? 0)),
      ).toEqual([]);
    }
  });

  it('draw the thin space of numbers as a thin space, and the hyphen that does not break', async () => {
    const mapping = await glyphs(join(folder, 'sans.woff2'));
    expect(mapping.get(0x202f)).toBe(mapping.get(0x2009));
    expect(mapping.get(0x2011)).toBe(mapping.get(0x2d));
    expect(mapping.get(0x202f)).not.toBe(mapping.get(0x20));
  });

  it('are left alone where they stand', async () => {
    const before = paths.map((path) => statSync(path).mtimeMs);
    await writeFaces(folder);
    expect(paths.map((path) => statSync(path).mtimeMs)).toEqual(before);
  });

  it('refuse to draw with a glyph that is not there', async () => {
    const sfnt = await convert(readFileSync(join(folder, 'sans.woff2')), 'sfnt');
    expect(() => withAliases(new Uint8Array(sfnt), new Map([[0x202f, 0x4e00]]))).toThrow('U+4e00');
  });
});
