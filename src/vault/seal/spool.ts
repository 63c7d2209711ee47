import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { KeepChunk } from './seal-room.ts';

/** Keeps sealed chunks as files of a folder, so that no large file is ever in memory as a whole. */
export function spoolTo(folder: string): KeepChunk {
  return (path, bytes) => {
    const stored = join(folder, basename(dirname(path)), basename(path));
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(stored, bytes);
    return { path, stored, size: bytes.length };
  };
}
