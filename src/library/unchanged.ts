import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentDirectories } from './directories.ts';

/** Calls `make` again only when `stamp` says something else than the last time. A throw is not kept. */
export function whileUnchanged<T>(stamp: () => string, make: () => T): () => T {
  let kept: { stamp: string; value: T } | null = null;
  return () => {
    const now = stamp();
    if (kept?.stamp !== now) kept = { stamp: now, value: make() };
    return kept.value;
  };
}

/**
 * Says something else as soon as a content file is written, added, removed or put back: names, times
 * and sizes of all of them, as the newest time alone would miss a file that is gone.
 */
export function contentStamp(directories: ContentDirectories): string {
  return Object.values(directories)
    .flatMap((path: string) => [
      stampOf(path),
      ...namesIn(path).map((name) => stampOf(join(path, name))),
    ])
    .join('\n');
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${path} ${found.mtimeMs} ${found.size}`;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return []; // absent, or a file
    throw cause;
  }
}
