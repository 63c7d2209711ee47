/** What is kept of visits, in milliseconds since 1970. */
export interface Visits {
  /** The last page view. */
  seen: number;
  /** When the visit before this one ended; `null` at the first. */
  before: number | null;
}

/** After so long without a page view, the next one begins another visit. */
const PAUSE = 30 * 60_000;

/** Visits after a page view now. Whatever cannot be read counts as no visit. */
export function visitAt(now: number, kept: string | null): Visits {
  const last = parse(kept);
  if (last === null || last.seen > now) return { seen: now, before: null };
  return { seen: now, before: now - last.seen > PAUSE ? last.seen : last.before };
}

function parse(kept: string | null): Visits | null {
  const [seen = Number.NaN, before = Number.NaN] = (kept ?? '').split(' ').map(Number);
  if (!(seen > 0)) return null;
  return { seen, before: before > 0 ? before : null };
}

/** As {@link visitAt} reads it. */
export function writeVisits({ seen, before }: Visits): string {
  return `${String(seen)} ${String(before ?? 0)}`;
}
