import type { Minutes } from '../minutes/minutes.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';
import { nationalSeries, siteSeries } from './series.ts';

/** Something that came with a CR. `at` is when the CR was imported: ISO 8601, UTC. */
export type Novelty = { at: string; ref: MinutesRef } & (
  | { kind: 'minutes' }
  | { kind: 'national'; count: number; change: number | null; anchor: string | null }
  | { kind: 'site'; site: string; count: number; change: number; anchor: string | null }
  | { kind: 'questions'; open: number; total: number; anchor: string }
);

/**
 * What CRs brought, the newest CR first: the CR itself, the national figure, its questions, then the
 * sites whose figure changed, the largest change first.
 */
export function novelties(slugs: readonly string[], minutes: readonly Minutes[]): Novelty[] {
  const national = nationalSeries(minutes);
  const sites = slugs.map((slug) => ({ slug, points: siteSeries(slug, minutes) }));
  return chronological(minutes)
    .reverse()
    .flatMap((one) => {
      const came = { at: one.source.importedAt, ref: refOf(one) };
      const found: Novelty[] = [{ ...came, kind: 'minutes' }];
      const figure = national.find(({ route }) => route === one.route);
      if (figure !== undefined) found.push({ ...came, ...pick(figure), kind: 'national' });
      const [first] = one.questions;
      if (first !== undefined) {
        const open = one.questions.filter(({ status }) => status === 'open').length;
        const total = one.questions.length;
        found.push({ ...came, kind: 'questions', open, total, anchor: first.anchor });
      }
      const changes = sites.flatMap(({ slug: site, points }): Novelty[] => {
        const point = points.find(({ route }) => route === one.route);
        if (point?.change == null || point.change === 0) return [];
        const { count, change, anchor } = point;
        return [{ ...came, kind: 'site', site, count, change, anchor }];
      });
      return [...found, ...changes.sort((a, b) => size(b) - size(a))];
    });
}

const pick = ({
  count,
  change,
  anchor,
}: {
  count: number;
  change: number | null;
  anchor: string | null;
}) => ({
  count,
  change,
  anchor,
});

const size = (one: Novelty): number => ('change' in one ? Math.abs(one.change ?? 0) : 0);
