import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeMinutes } from '../../../../src/ingest/files.ts';
import { seeded } from '../../../support/ingest/random.ts';

const WRITER = join(import.meta.dirname, '../../../support/ingest/write-child.ts');
const SIZE = 500_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Lets a process write one CR over and over, and kills it after some writes and `delay` ms. */
async function killWriting(writes: number, delay: number): Promise<void> {
  const child = spawn(process.execPath, [WRITER, folder, String(SIZE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen >= writes) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
}

it('leaves the old CR or the new one, whole, when it is killed', { timeout: 60_000 }, async () => {
  const random = seeded(7);
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await killWriting(1 + random.below(6), random.below(6));
    for (const name of ['007.mdx', '.imported/007.mdx']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toHaveLength(SIZE);
      expect(new Set(text).size, 'letters of one version only').toBe(1);
    }
  }
  // What it left behind does not stand in the way of the next import.
  const { written } = await writeMinutes(folder, '007', 'neuf', true);
  expect(written).toBe('replaced');
  expect(readdirSync(folder).filter((name) => name.endsWith('.mdx'))).toEqual(['007.mdx']);
});
