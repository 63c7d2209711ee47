// node import-child.ts FILE…: imports files one after the other in a process of its own; prints
// how each went and the memory's peak so far, as JSON lines.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportError } from '../../../src/ingest/errors.ts';
import { readSource } from '../../../src/ingest/files.ts';
import { importMinutes } from '../../../src/ingest/import.ts';
import { readSites } from '../../../src/library/library.ts';
import { refusalFault } from './french.ts';

const settings = {
  sites: readSites(process.cwd(), {}),
  redact: ['password', 'nir', 'iban'] as const,
  importedAt: '2026-01-01T00:00:00Z',
};

/** Peak of resident memory in MB; what Linux counts for the process that started this one is not in it. */
function peak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024);
}

for (const path of process.argv.slice(2)) {
  const start = performance.now();
  const happened = await readSource(path)
    .then((file) => importMinutes(file, settings))
    .then(
      () => ({ outcome: 'read' }),
      (cause: unknown) =>
        cause instanceof ImportError
          ? { outcome: 'refused', fault: refusalFault(cause.message) }
          : { outcome: 'crashed', fault: String(cause).slice(0, 200) },
    );
  const ms = Math.round(performance.now() - start);
  process.stdout.write(
    `${JSON.stringify({ file: basename(path), ...happened, ms, peak: peak() })}\n`,
  );
}
