import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPassing, watchFolder } from '../../../src/ingest/watch.ts';

describe('names that are only passing', () => {
  it.each([
    '~$cr.docx',
    '.~lock.cr.odt#',
    '.DS_Store',
    'Thumbs.db',
    'cr.docx.tmp',
    'cr.docx.part',
    'cr.crdownload',
    '~WRL0005.tmp',
    'cr.docx~',
  ])('leaves %s alone', (name) => {
    expect(isPassing(join('inbox', name))).toBe(true);
  });
  it.each(['cr.docx', 'CR n° 12 (final).odt', 'cr~2.pdf', 'temp.md'])('takes %s', (name) => {
    expect(isPassing(join('inbox', name))).toBe(false);
  });
});

describe('watching a folder', () => {
  let folder = '';
  let seen: string[] = [];
  let ending = new AbortController();
  let watching: Promise<void> = Promise.resolve();
  const start = (onFile?: (path: string) => Promise<void>): Promise<void> => {
    seen = [];
    ending = new AbortController();
    return new Promise((ready, fail) => {
      watching = watchFolder(folder, {
        settled: 120,
        signal: ending.signal,
        onReady: ready,
        onFile:
          onFile ??
          ((path) => {
            seen.push(basename(path));
            return Promise.resolve();
          }),
      });
      watching.catch(fail);
    });
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  });
  afterEach(async () => {
    ending.abort();
    await watching.catch(() => undefined);
    rmSync(folder, { recursive: true });
  });

  it('hands over what is there, what comes and what changes, and touches none of it', async () => {
    writeFileSync(join(folder, 'a.md'), 'un');
    await start();
    await vi.waitFor(() => {
      expect(seen).toEqual(['a.md']);
    }, 5000);
    writeFileSync(join(folder, '~$b.docx'), 'verrou');
    writeFileSync(join(folder, 'b.docx'), 'deux');
    await vi.waitFor(() => {
      expect(seen).toEqual(['a.md', 'b.docx']);
    }, 5000);
    writeFileSync(join(folder, 'a.md'), 'un, corrigé');
    await vi.waitFor(() => {
      expect(seen).toEqual(['a.md', 'b.docx', 'a.md']);
    }, 5000);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.docx', '~$b.docx']);
  });

  it('waits until a file is wholly written', async () => {
    const sizes: number[] = [];
    await start((path) => {
      sizes.push(readdirSync(folder).length);
      seen.push(basename(path));
      return Promise.resolve();
    });
    const path = join(folder, 'long.txt');
    writeFileSync(path, 'a');
    for (let part = 0; part < 6; part += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(seen).toEqual([]);
      appendFileSync(path, 'suite');
    }
    await vi.waitFor(() => {
      expect(seen).toEqual(['long.txt']);
    }, 5000);
  });

  it('hands over one file at a time, and finishes the one in hand before it ends', async () => {
    let open = 0;
    let most = 0;
    await start(async (path) => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 150));
      open -= 1;
      seen.push(basename(path));
    });
    for (const name of ['a.md', 'b.md', 'c.md']) writeFileSync(join(folder, name), name);
    await vi.waitFor(() => {
      expect(open).toBe(1);
    }, 5000);
    ending.abort();
    await watching;
    expect({ open, most, seen: seen.length }).toEqual({ open: 0, most: 1, seen: 1 });
  });

  it('does not go into folders, and refuses what is none', async () => {
    mkdirSync(join(folder, 'vieux'));
    writeFileSync(join(folder, 'vieux', 'a.md'), 'un');
    await start();
    writeFileSync(join(folder, 'b.md'), 'deux');
    await vi.waitFor(() => {
      expect(seen).toEqual(['b.md']);
    }, 5000);
    const settings = {
      onFile: () => Promise.resolve(),
      onReady: () => undefined,
      signal: ending.signal,
    };
    await expect(watchFolder(join(folder, 'b.md'), settings)).rejects.toThrow(
      'n’est pas un dossier',
    );
  });
});
