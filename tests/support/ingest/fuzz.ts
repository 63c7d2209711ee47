import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ImportSettings } from '../../../src/ingest/import.ts';
import { damagedCase, soundCase } from './cases.ts';
import { type Breach, breaches, refusalBreaches } from './laws.ts';
import type { Format } from './render/index.ts';

export interface FuzzOptions {
  runs: number;
  seed: number;
  formats: readonly [Format, ...Format[]];
}

/** How a long run went. */
export interface FuzzResult {
  runs: number;
  /** How often each format, mutation and damage was tried. */
  counts: Map<string, number>;
  /** One line each: the law, the seed to try again with, and where the shrunk file lies. */
  failures: string[];
}

/** Cases under one seed: small enough that a failure is found again in seconds. */
const BATCH = 100;
const MOST_FAILURES = 5;

/**
 * Imports generated, mutated and damaged files, three sound ones for each damaged one. A failure's
 * shrunk file is kept in the system's folder for temporary files; no text of it is printed.
 * @param say takes a line on how far it is
 */
export async function fuzz(
  { runs, seed, formats }: FuzzOptions,
  settings: ImportSettings,
  say: (line: string) => void,
): Promise<FuzzResult> {
  const result: FuzzResult = { runs: 0, counts: new Map(), failures: [] };
  const count = (name: string): void => {
    result.counts.set(name, (result.counts.get(name) ?? 0) + 1);
  };
  const start = performance.now();
  const sound = soundCase(formats).map((made) => ({ ...made, damage: null }));
  const damaged = damagedCase(formats).map((made) => ({ ...made, document: null, mutations: [] }));
  const cases = fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: damaged });
  for (let batch = 0; result.runs < runs && result.failures.length < MOST_FAILURES; batch += 1) {
    let found: Breach[] = [];
    let failed = false;
    const property = fc.asyncProperty(cases, async (made) => {
      found =
        made.document === null
          ? await refusalBreaches(made.file, settings)
          : await breaches(made.file, made.document, settings);
      if (!failed) {
        result.runs += 1;
        [made.format, ...made.mutations, ...(made.damage === null ? [] : [made.damage])].forEach(
          count,
        );
      }
      failed ||= found.length > 0;
      return found.length === 0;
    });
    const numRuns = Math.min(BATCH, runs - result.runs);
    const { counterexample } = await fc.check(property, { seed: seed + batch, numRuns });
    if (counterexample !== null) {
      const [{ file, format, mutations, damage, document }] = counterexample;
      // Once more: the last case tried while shrinking need not be the one that failed.
      const final =
        document === null
          ? await refusalBreaches(file, settings)
          : await breaches(file, document, settings);
      const how = [...mutations, ...(damage === null ? [] : [damage])].join(', ');
      const path = keep(seed + batch, file, final.length > 0 ? final : found);
      const laws = [...new Set(final.map(({ law }) => law))].join(', ');
      result.failures.push(`${laws} — ${format} (${how}), --seed ${seed + batch}: ${path}`);
    }
    if (batch % 5 === 4) {
      const seconds = (performance.now() - start) / 1000;
      say(`${result.runs} runs, ${(result.runs / seconds).toFixed(1)} a second`);
    }
  }
  return result;
}

function keep(seed: number, file: { name: string; bytes: Uint8Array }, found: Breach[]): string {
  const folder = join(tmpdir(), `import-fuzz-${seed}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file.name), file.bytes);
  writeFileSync(join(folder, 'breaches.json'), JSON.stringify(found, null, 2));
  return join(folder, file.name);
}
