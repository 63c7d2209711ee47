import type * as Fs from 'node:fs';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replaceOutput } from '../../../src/build/swap.ts';

/** Renames that still succeed; the one after them fails. */
let renamesLeft = Infinity;
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof Fs>();
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      renamesLeft -= 1;
      if (renamesLeft === -1) throw new Error('EACCES');
      fs.renameSync(from, to);
    },
  };
});

let folder = '';
let out = '';
beforeEach(() => {
  renamesLeft = Infinity;
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  out = join(folder, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'old.html'), 'old');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const files = [{ path: '/new.html', bytes: new Uint8Array([1]) }];

describe('replaceOutput', () => {
  it.each([0, 1])('leaves the old output where it was when rename %d fails', (left) => {
    renamesLeft = left;
    expect(() => {
      replaceOutput(out, files);
    }).toThrow('EACCES');
    expect(readdirSync(out)).toEqual(['old.html']);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});
