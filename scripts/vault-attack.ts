import { parseArgs } from 'node:util';
import { attack, type AttackResult } from '../tests/support/vault-attack/attack.ts';
import { nonceUse } from '../tests/support/vault-attack/nonces.ts';

const USAGE = `Usage: npm run vault:attack [-- --runs 10000] [--seed 1]
  Alters, swaps, cuts and forges what a sealed site is made of; each has to be refused with its own error.
  Then seals a large site several times, and looks whether a nonce is ever used twice.
  --runs  how many attacks (default 10000); below 100, the nonces are left out
  --seed  where to begin; a failure names the seed that repeats it alone (default: the clock)`;
/** Milliseconds that no attack may take; bytes that the whole run may. */
const MOST_MS = 20_000;
const MOST_MEMORY = 1_500_000_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    help: { type: 'boolean', short: 'h' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const isSound =
  [runs, seed].every((value) => Number.isSafeInteger(value) && value >= 0) && runs > 0;

if (values.help === true || !isSound) {
  console.log(USAGE);
  process.exitCode = values.help === true ? 0 : 1;
} else {
  const failures = [await attacks(), ...(runs < 100 ? [] : [await nonces()])].flat();
  for (const failure of failures) console.log(`✗ ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function attacks(): Promise<string[]> {
  console.log(`Seed ${seed}, ${runs} attacks`);
  const start = performance.now();
  const result = await attack({ runs, seed, mostMs: MOST_MS }, console.log);
  print(result);
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS * 1024;
  const { ms, kind } = result.slowest;
  console.log(
    `${result.runs} attacks (and ${result.idle} that changed nothing) in ${seconds.toFixed(0)} s; the slowest took ${Math.round(ms)} ms (${kind}); peak memory ${Math.round(memory / 1e6)} MB`,
  );
  const heavy = memory > MOST_MEMORY ? [`more than ${MOST_MEMORY / 1e6} MB of memory`] : [];
  return [...(result.failure === null ? [] : [result.failure]), ...heavy];
}

function print({ refused }: AttackResult): void {
  const totals = new Map<string, number>();
  for (const [kind, faults] of [...refused].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const counts = [...faults].map(([fault, count]) => `${fault} ${count}`).join(', ');
    console.log(`  ${kind}: ${counts}`);
    for (const [fault, count] of faults) totals.set(fault, (totals.get(fault) ?? 0) + count);
  }
  console.log([...totals].map(([fault, count]) => `${fault} ${count}`).join(', '));
}

async function nonces(): Promise<string[]> {
  const { sealed, nonces: distinct, repeated } = await nonceUse(3000, 4, seed);
  console.log(
    `${sealed} sealed files of 4 builds, ${distinct} nonces, ${repeated.length} repeated`,
  );
  return repeated.slice(0, 5).map((path) => `a nonce is used again for ${path}`);
}
