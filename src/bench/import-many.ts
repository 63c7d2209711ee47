// node import-many.ts CORPUS COUNT: imports the CRs of a corpus again and again, as one call of
// `npm run import -- --dry-run FILE…`, and prints the seconds and the peak of memory in MB.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import portal from '../../portal.config.ts';
import { readOptions } from '../ingest/cli/options.ts';
import { runImport } from '../ingest/cli/run.ts';
import { contentDirectories } from '../library/directories.ts';
import { readGlossary, readSites } from '../library/library.ts';
import { readPeople } from '../library/people.ts';

const [corpus = '', count = '1000'] = process.argv.slice(2);
const root = process.cwd();
const sources = readdirSync(corpus).flatMap((number) =>
  readdirSync(join(corpus, number))
    .filter((name) => name.startsWith('source.'))
    .map((name) => join(corpus, number, name)),
);
const files = Array.from({ length: Number(count) }, (_, index) => sources[index % sources.length]);
const start = performance.now();
const refused: string[] = [];
await runImport(
  readOptions(['--dry-run', ...files.filter((file) => file !== undefined)]),
  { say: () => undefined, warn: (line) => refused.push(line) },
  () => ({
    sites: readSites(root, process.env),
    people: readPeople(root, process.env),
    glossary: readGlossary(root, process.env),
    folder: contentDirectories(root, process.env).minutes,
    redact: portal.redact,
  }),
);
if (refused.length > 0)
  throw new Error(`${refused.length} of ${count} CRs were refused: ${refused[0] ?? ''}`);
const seconds = (performance.now() - start) / 1000;
process.stdout.write(
  `${JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 })}\n`,
);
