import type { Minutes } from '../minutes/minutes.ts';

/** How pages name a CR that a figure or a sentence is taken from. */
export interface MinutesRef {
  number: number | null;
  /** Day of the conference, ISO 8601. */
  date: string;
  route: string;
}

/** The reference to a CR, without the rest of it. */
export function refOf({ number, date, route }: Minutes): MinutesRef {
  return { number, date, route };
}

/** CRs in the order in which the conferences took place; the argument is left as it is. */
export function chronological(minutes: readonly Minutes[]): Minutes[] {
  return minutes.toSorted(
    (a, b) => a.date.localeCompare(b.date) || (a.number ?? 0) - (b.number ?? 0),
  );
}

/** Numbers between two CRs for which there is no CR, ascending; none where a number is unknown. */
export function missingBetween(
  from: { number: number | null },
  to: { number: number | null },
  minutes: readonly Minutes[],
): number[] {
  if (from.number === null || to.number === null) return [];
  const known = new Set(minutes.map((one) => one.number));
  const missing: number[] = [];
  for (let number = from.number + 1; number < to.number; number += 1) {
    if (!known.has(number)) missing.push(number);
  }
  return missing;
}

/**
 * The place of each CR in a row that leaves room for those that are missing between two numbers:
 * `[46, 50]` → `[0, 4]`. CRs without a number take the next place.
 */
export function rowOf(refs: readonly { number: number | null }[]): number[] {
  let place = -1;
  return refs.map(({ number }, index) => {
    const before = refs[index - 1]?.number ?? null;
    place += number === null || before === null ? 1 : Math.max(1, number - before);
    return place;
  });
}

/** The CRs before and after one, by date. */
export function neighbours(
  of: Minutes,
  minutes: readonly Minutes[],
): { previous: Minutes | null; next: Minutes | null } {
  const ordered = chronological(minutes);
  const index = ordered.findIndex((one) => one.id === of.id);
  return { previous: ordered[index - 1] ?? null, next: ordered[index + 1] ?? null };
}
