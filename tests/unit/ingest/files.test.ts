import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource, writeMinutes } from '../../../src/ingest/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const mdx = (text: string, moment = '2026-01-01') =>
  `---\nsource:\n  importedAt: ${moment}\n---\n\n${text}\n`;

describe('writeMinutes', () => {
  it('keeps a file that says something else, unless told to replace it', async () => {
    expect((await writeMinutes(folder, '007', mdx('a'), false)).written).toBe('created');
    expect((await writeMinutes(folder, '007', mdx('a', '2026-02-02'), false)).written).toBe(
      'unchanged',
    );
    expect((await writeMinutes(folder, '007', mdx('b'), false)).written).toBe('kept');
    expect(readFileSync(join(folder, '007.mdx'), 'utf8')).toBe(mdx('a'));
    expect((await writeMinutes(folder, '007', mdx('b'), true)).written).toBe('replaced');
    expect(readdirSync(folder)).toEqual(['007.mdx']);
  });
});

it('says in French that a file is missing', async () => {
  await expect(readSource(join(folder, 'absent.md'))).rejects.toThrow(/n’existe pas/);
});
