import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { leaks, merge, scoreOne } from '../../corpus/score.mjs';
import { sites } from '../sites.fixture.ts';

/** CRs by other hands than the corpus's, each with habits of its own; people and figures invented. */
const HANDS = 'tests/corpus/hands';
const settings = {
  sites,
  redact: ['password', 'nir', 'iban'] as const,
  importedAt: '2026-01-01T00:00:00Z',
};
type Score = Record<string, { kind: string; [count: string]: number | string }>;

const read = readdirSync(HANDS).map(async (number) => {
  const folder = join(HANDS, number);
  const name = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
  const gold: unknown = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
  const { json, mdx } = await importMinutes(
    { name, bytes: readFileSync(join(folder, name)) },
    settings,
  );
  return {
    number,
    gold,
    json,
    mdx,
    ...(scoreOne(gold, json, false) as { F: Score; bad: unknown[] }),
  };
});

function valueOf(field: Record<string, number | string>): number {
  const {
    kind,
    ok = 0,
    n = 0,
    tp = 0,
    fp = 0,
    fn = 0,
  } = field as Record<string, number> & {
    kind: unknown;
  };
  return kind === 'acc' ? ok / n : (2 * tp) / (2 * tp + fp + fn);
}

describe('CRs by other hands', () => {
  it('are read as a careful human reads them, but for a few places', async () => {
    const all = await Promise.all(read);
    const fields = merge(all.map(({ F }) => F)) as Score;
    const values = Object.entries(fields).map(([name, field]) => [name, valueOf(field)] as const);
    expect(values.filter(([, value]) => value < 0.92)).toEqual([]);
    const mean = values.reduce((sum, [, value]) => sum + value, 0) / values.length;
    expect(mean).toBeGreaterThan(0.98);
  });

  it('never keep a secret', async () => {
    for (const { number, gold, json, mdx } of await Promise.all(read)) {
      const { secrets } = gold as { secrets: string[] };
      expect([number, leaks(mdx, json, secrets)]).toEqual([number, []]);
      expect([number, json.redactions.length > 0]).toEqual([number, secrets.length > 0]);
    }
  });
});
