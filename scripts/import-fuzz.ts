import { parseArgs } from 'node:util';
import { readSites } from '../src/library/library.ts';
import { fuzz } from '../tests/support/ingest/fuzz.ts';
import { HOSTILE_FILES } from '../tests/support/ingest/hostile-files.ts';
import { measure } from '../tests/support/ingest/measured.ts';
import { type Format, FORMATS } from '../tests/support/ingest/render/index.ts';

const USAGE = `Usage: npm run import:fuzz -- [--runs 10000] [--seed 1] [--format docx]
  Imports generated, mutated and damaged CRs and checks the importer's three laws on each.
  --runs    how many files (default 1000)
  --seed    where to begin; a failure names the seed that finds it again (default: the clock)
  --files   also the hostile files, each in a process of its own (two minutes)
  --format  one of ${FORMATS.join(', ')} (default: all)`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    format: { type: 'string' },
    files: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const format = FORMATS.find((each) => each === values.format);
const isSound =
  Number.isInteger(runs) &&
  runs > 0 &&
  Number.isInteger(seed) &&
  (format !== undefined || values.format === undefined);

if (values.help === true || !isSound) {
  console.log(USAGE);
  process.exitCode = values.help === true ? 0 : 1;
} else await main(format === undefined ? FORMATS : [format]);

async function main(formats: [Format, ...Format[]]): Promise<void> {
  console.log(`Seed ${seed}, ${runs} runs, ${formats.join(', ')}`);
  const start = performance.now();
  const settings = {
    sites: readSites(process.cwd(), process.env),
    redact: ['password', 'nir', 'iban'] as const,
    importedAt: '2026-01-01T00:00:00Z',
  };
  const {
    runs: done,
    counts,
    failures,
  } = await fuzz({ runs, seed, formats }, settings, console.log);
  const seconds = (performance.now() - start) / 1000;
  const all = [...counts].sort(([, one], [, other]) => other - one);
  console.log(all.map(([name, count]) => `${name} ${count}`).join(', '));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${done} runs in ${seconds.toFixed(0)} s (${(done / seconds).toFixed(1)} a second), peak memory ${peak} MB, ${failures.length} failures`,
  );
  for (const failure of failures) console.log(`✗ ${failure}`);
  const faults = values.files ? await hostileFiles() : 0;
  process.exitCode = failures.length + faults === 0 ? 0 : 1;
}

/** Imports each hostile file in a process of its own; returns how many broke a law. */
async function hostileFiles(): Promise<number> {
  let faults = 0;
  for (const file of Object.values(HOSTILE_FILES).flat()) {
    for (const { label, outcome, ms, peak, fault } of await measure([file], 60_000)) {
      if (fault !== null) faults += 1;
      console.log(
        `${fault === null ? '✓' : '✗'} ${label}: ${outcome}, ${ms} ms, ${peak} MB${fault === null ? '' : ` — ${fault}`}`,
      );
    }
  }
  return faults;
}
