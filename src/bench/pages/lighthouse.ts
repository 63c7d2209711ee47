import lighthouse from 'lighthouse';
import type { Figure } from '../figure.ts';
import type { Reader } from './browser.ts';
import type { PageKind } from './kinds.ts';
import type { FullPortal } from './portal.ts';

/**
 * What is asked in one run. Performance alone: in runs that audit accessibility as well, the next page
 * began with a task of half a second that belongs to no script, and was charged for it.
 */
const SETS: readonly (readonly string[])[] = [['performance'], ['accessibility', 'best-practices']];
/** Whatever else the machine does only lowers a score: the best of so many runs counts. */
const RUNS = 3;

/** What Lighthouse gives a page, as a phone reads it; where less than 100, with the audits at fault. */
export async function* lighthouseFigures(
  reader: Reader,
  { origin }: FullPortal,
  { name, path, isPublic }: PageKind,
): AsyncGenerator<Figure> {
  for (const set of isPublic ? [...SETS, ['seo']] : SETS) {
    for (const { title, value, faults, power } of await bestScores(reader, origin + path, set)) {
      const unit = value === 100 ? '' : `(${[...faults, `machine ${power}`].join(', ')})`;
      yield { name: `${name}: Lighthouse, ${title}`, value, unit, most: null, least: 100 };
    }
  }
}

async function bestScores(
  reader: Reader,
  address: string,
  categories: readonly string[],
): Promise<Score[]> {
  const best = new Map<string, Score>();
  for (let run = 0; run < RUNS; run += 1) {
    for (const score of await scores(address, reader.port, categories)) {
      if (score.value > (best.get(score.title)?.value ?? -1)) best.set(score.title, score);
    }
    if (best.size > 0 && [...best.values()].every(({ value }) => value === 100)) break;
  }
  if (best.size === 0) throw new Error(`Lighthouse could not read ${address} in ${RUNS} runs.`);
  return [...best.values()];
}

interface Score {
  title: string;
  value: number;
  /** Audits that cost it points. */
  faults: string[];
  /**
   * Lighthouse's own measure of the machine during the run: below 1,000 it warns that a processor slowed
   * down by four is slower than a phone's.
   */
  power: number;
}

async function scores(
  address: string,
  port: number,
  onlyCategories: readonly string[],
): Promise<Score[]> {
  const result = await lighthouse(address, {
    port,
    onlyCategories: [...onlyCategories],
    // The session is the profile's.
    disableStorageReset: true,
    logLevel: 'error',
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${address}.`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) {
    // A busy machine loses a trace now and then; the next run may have it.
    console.warn(`Lighthouse could not read ${address}: ${lhr.runtimeError.message}`);
    return [];
  }
  return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
    title: id,
    power: Math.round(lhr.environment.benchmarkIndex),
    value: Math.round((score ?? 0) * 100),
    faults: auditRefs
      .filter(({ weight }) => weight > 0)
      .filter(({ id: audit }) => (lhr.audits[audit]?.score ?? 1) < 0.9)
      .map(({ id: audit }) => audit),
  }));
}
