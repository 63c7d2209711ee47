import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMPORT_MEMORY } from '../../../scripts/lib/import-memory.mjs';
import type { HostileFile } from './hostile-files.ts';

/** How the import of one hostile file went, in a process whose memory was watched. */
export interface Measured {
  label: string;
  outcome: 'refused' | 'read' | 'crashed' | 'hung';
  ms: number;
  /** Peak of resident memory of the process so far, in MB. */
  peak: number;
  /** What is wrong with it; `null` when nothing is. */
  fault: string | null;
}

/** Most resident memory that an import may take, in MB (the importer's own measure). */
const MOST_MEMORY = 512;

interface Line {
  outcome: 'refused' | 'read' | 'crashed';
  fault?: string | null;
  ms: number;
  peak: number;
}

/**
 * Imports hostile files one after the other in one process of its own. A file that takes longer
 * than `limit` milliseconds ends it.
 */
export async function measure(files: readonly HostileFile[], limit: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-files-'));
  try {
    // Written here, so that the other process holds nothing but what it reads.
    const paths = files.map(({ name, bytes }, index) => {
      mkdirSync(join(folder, String(index)));
      const path = join(folder, String(index), name);
      writeFileSync(path, bytes());
      return path;
    });
    const lines = await runChild(paths, limit);
    return files.slice(0, lines.length + 1).map((file, index) => judge(file, lines[index], limit));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runChild(paths: readonly string[], limit: number): Promise<Line[]> {
  const script = join(import.meta.dirname, 'import-child.ts');
  const child = spawn(process.execPath, [...IMPORT_MEMORY, script, ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const stop = (): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), limit);
  let timer = stop();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    clearTimeout(timer);
    timer = stop();
  });
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearTimeout(timer);
  const lines = output.split('\n').filter((line) => line.endsWith('}'));
  return lines.map((line) => JSON.parse(line) as Line);
}

function judge(
  { label, name, outcome: wanted }: HostileFile,
  line: Line | undefined,
  limit: number,
): Measured {
  const own = { label: `${label} (${name})` };
  if (line === undefined)
    return {
      ...own,
      outcome: 'hung',
      ms: limit,
      peak: 0,
      fault: 'took too long, or the process died',
    };
  const { outcome, ms, peak, fault } = line;
  const faults = [
    ...(fault == null ? [] : [`${outcome}: ${fault}`]),
    ...(wanted === 'either' || wanted === outcome ? [] : [`was ${outcome}`]),
    ...(peak > MOST_MEMORY ? [`took ${peak} MB`] : []),
  ];
  return { ...own, outcome, ms, peak, fault: faults.length === 0 ? null : faults.join(', ') };
}
