import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentDirectories } from '../../../src/library/directories.ts';
import { contentStamp, whileUnchanged } from '../../../src/library/unchanged.ts';

let root: string;
let reads: number;
let read: () => number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unchanged-'));
  mkdirSync(join(root, 'content', 'comptes-rendus'), { recursive: true });
  writeFileSync(join(root, 'content', 'comptes-rendus', '001.mdx'), 'un');
  writeFileSync(join(root, 'content', 'glossaire.yaml'), '[]');
  reads = 0;
  const stamp = (): string => contentStamp(contentDirectories(root, {}));
  read = whileUnchanged(stamp, () => (reads += 1));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (name: string, text: string): void => {
  writeFileSync(join(root, 'content', name), text);
};

describe('content, while developing', () => {
  it('is read once while no file changes', () => {
    expect([read(), read(), read()]).toEqual([1, 1, 1]);
  });

  it.each([
    [
      'a CR is corrected',
      () => {
        write('comptes-rendus/001.mdx', 'deux');
      },
    ],
    [
      'a CR is added',
      () => {
        write('comptes-rendus/002.mdx', 'un');
      },
    ],
    [
      'a CR is removed',
      () => {
        rmSync(join(root, 'content', 'comptes-rendus', '001.mdx'));
      },
    ],
    [
      'a file of its own changes',
      () => {
        write('glossaire.yaml', '[ ]');
      },
    ],
    [
      'a file appears',
      () => {
        write('documents.yaml', '[]');
      },
    ],
    [
      'an older version of the same size is put back',
      () => {
        const file = join(root, 'content', 'glossaire.yaml');
        utimesSync(file, new Date(0), new Date(0));
      },
    ],
  ])('is read again when %s', (_, change) => {
    read();
    change();
    expect([read(), read()]).toEqual([2, 2]);
  });

  it('is read again after a fault', () => {
    let isFaulty = true;
    const faulty = whileUnchanged(
      () => 'same',
      () => {
        if (isFaulty) throw new Error('fault');
        return 'read';
      },
    );
    expect(faulty).toThrow('fault');
    isFaulty = false;
    expect(faulty()).toBe('read');
  });
});
