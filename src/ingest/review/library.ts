import type { MinutesJson } from '../json.ts';
import type { KnownMinutes } from './entry.ts';

/** The other CRs as seen from one of them. */
export interface Neighbours {
  /** Without the CR itself, oldest first. */
  others: readonly KnownMinutes[];
  /** Before it, newest first; after it, oldest first. All of `others` where it has no date. */
  before: readonly KnownMinutes[];
  after: readonly KnownMinutes[];
}

/** Parts the library by the date of a CR; an earlier import of the same conference is left out. */
export function neighboursOf(json: MinutesJson, library: readonly KnownMinutes[]): Neighbours {
  const { date, number } = json;
  const others = library
    .filter((one) => !(one.number === number && one.date === date))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return {
    others,
    before: others.filter((one) => date === null || one.date < date).reverse(),
    after: others.filter((one) => date !== null && one.date > date),
  };
}
