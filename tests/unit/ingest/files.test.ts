import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource, writeMinutes } from '../../../src/ingest/files.ts';
import { readMinutes } from '../../../src/minutes/read.ts';
import { sites } from '../sites.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const mdx = (text: string, moment = '2026-01-01') =>
  `---\ntitle: CR\nsource:\n  importedAt: ${moment}\n---\n\n${text}\n`;
const read = () => readFileSync(join(folder, '007.mdx'), 'utf8');
const write = async (text: string, replace = false) =>
  (await writeMinutes(folder, '007', text, replace)).written;

describe('writeMinutes', () => {
  it('writes once what says the same', async () => {
    expect(await write(mdx('a'))).toBe('created');
    expect(await write(mdx('a', '2026-02-02'))).toBe('unchanged');
    expect(read()).toBe(mdx('a'));
    expect(readdirSync(folder).sort()).toEqual(['.imported', '007.mdx']);
  });

  it('keeps corrections when the same file is imported again', async () => {
    await write(mdx('un\n\ndeux'));
    writeFileSync(join(folder, '007.mdx'), mdx('un\n\ndeux, corrigé'));
    expect(await write(mdx('un\n\ndeux', '2026-02-02'))).toBe('corrected');
    expect(read()).toContain('deux, corrigé');
  });

  it('joins corrections and a changed source where they touch other lines', async () => {
    await write(mdx('un\n\ndeux\n\ntrois'));
    writeFileSync(join(folder, '007.mdx'), mdx('un, corrigé\n\ndeux\n\ntrois'));
    expect(await write(mdx('un\n\ndeux\n\ntrois, changé', '2026-02-02'))).toBe('merged');
    expect(read()).toBe(mdx('un, corrigé\n\ndeux\n\ntrois, changé', '2026-02-02'));
    expect(await write(mdx('un\n\ndeux\n\ntrois, changé'))).toBe('corrected');
  });

  it('shows both where they contradict each other, and the portal refuses the file', async () => {
    await write(mdx('un'));
    writeFileSync(join(folder, '007.mdx'), mdx('un, corrigé'));
    const result = await writeMinutes(folder, '007', mdx('un, changé'), false);
    expect(result).toMatchObject({ written: 'conflict', conflicts: 1 });
    expect(read()).toMatch(
      /<<<<<<< version corrigée\nun, corrigé\n[^]*un, changé\n>>>>>>> nouvel import/,
    );
    expect(() => readMinutes({ path: '007.mdx', text: read() }, sites)).toThrow(
      /007\.mdx:7 : a correction/,
    );
  });

  it('leaves a file of unknown origin alone, unless told to replace it', async () => {
    writeFileSync(join(folder, '007.mdx'), mdx('à la main'));
    expect(await write(mdx('importé'))).toBe('kept');
    expect(read()).toBe(mdx('à la main'));
    expect(await write(mdx('importé'), true)).toBe('replaced');
    expect(read()).toBe(mdx('importé'));
  });
});

it('says in French that a file is missing', async () => {
  await expect(readSource(join(folder, 'absent.md'))).rejects.toThrow(/n’existe pas/);
});

describe('pictures beside a CR', () => {
  const picture = (file: string, ...bytes: number[]) => ({ file, bytes: Uint8Array.from(bytes) });
  const body = (...files: string[]) =>
    mdx(files.map((file) => `<Picture file="${file}" alt="" />`).join('\n\n'));
  const there = () => readdirSync(join(folder, '007')).sort();

  it('are written before the text that names them, and go when it no longer does', async () => {
    const both = [picture('image-1.png', 1), picture('image-2.png', 2)];
    await writeMinutes(folder, '007', body('image-1.png', 'image-2.png'), false, both);
    expect(there()).toEqual(['image-1.png', 'image-2.png']);
    expect([...readFileSync(join(folder, '007', 'image-2.png'))]).toEqual([2]);
    await writeMinutes(folder, '007', body('image-1.png'), false, [picture('image-1.png', 3)]);
    expect(there()).toEqual(['image-1.png']);
    expect([...readFileSync(join(folder, '007', 'image-1.png'))]).toEqual([3]);
  });

  it('stay where a person added them or still names them', async () => {
    await writeMinutes(folder, '007', body('image-1.png'), false, [picture('image-1.png', 1)]);
    writeFileSync(join(folder, '007', 'image-9.png'), 'à moi');
    writeFileSync(join(folder, '007.mdx'), body('image-1.png').replace('alt=""', 'alt="Un plan"'));
    const { written } = await writeMinutes(folder, '007', mdx('autre'), false, []);
    expect(written).toBe('conflict');
    expect(there()).toEqual(['image-1.png', 'image-9.png']);
  });

  it('keep the description that a person wrote', async () => {
    await writeMinutes(folder, '007', `${body('image-1.png')}\nun\n`, false, [
      picture('image-1.png', 1),
    ]);
    writeFileSync(join(folder, '007.mdx'), read().replace('alt=""', 'alt="Un plan"'));
    await writeMinutes(folder, '007', `${body('image-1.png')}\ndeux\n`, false, [
      picture('image-1.png', 1),
    ]);
    expect(read()).toMatch(/alt="Un plan"[^]*deux/);
  });

  it('are not written for a file of unknown origin', async () => {
    writeFileSync(join(folder, '007.mdx'), mdx('à moi'));
    await writeMinutes(folder, '007', body('image-1.png'), false, [picture('image-1.png', 1)]);
    expect(readdirSync(folder)).toEqual(['007.mdx']);
  });
});
