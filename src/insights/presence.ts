import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import { nameKey } from '../minutes/names.ts';
import { chronological, type MinutesRef, missingBetween, refOf } from './order.ts';

/** What a CR says of a person: came, excused, or not named. */
export type Mark = 'excused' | 'none' | 'present';

/** A person of a site over time. */
export interface Presence {
  name: string;
  /** As last stated; `null` where no CR says it. */
  role: string | null;
  /** The first and the last CR that name the person for this site. */
  from: MinutesRef;
  to: MinutesRef;
  present: number;
  excused: number;
  /** One for each conference, oldest first. */
  marks: Mark[];
}

/** Who stood for a site, conference by conference. */
export interface SitePresence {
  /** Every conference that the portal has, oldest first, with the numbers that lack before it. */
  conferences: { ref: MinutesRef; missing: number[] }[];
  /** Those named last come first; then by first mention and name. */
  people: Presence[];
}

/** Who came or excused themselves for a site, from when to when, by their canonical names. */
export function presenceOf(
  slug: string,
  minutes: readonly Minutes[],
  people: PeopleTable,
): SitePresence {
  const ordered = chronological(minutes);
  const found = new Map<string, Presence>();
  ordered.forEach((one, index) => {
    const ref = refOf(one);
    const note = (listed: Minutes['participants'], mark: 'excused' | 'present'): void => {
      for (const person of listed.filter(({ site }) => site === slug)) {
        const name = people.canonical(person.name);
        // "DUPONT Marie" and "Marie Dupont" of one site are one person, unless they are recorded as two.
        const other = found.get(nameKey(name));
        const key = other && people.distinct(other.name, name) ? name : nameKey(name);
        const known = found.get(key) ?? {
          ...{ name, role: null, from: ref, to: ref, present: 0, excused: 0 },
          marks: ordered.map((): Mark => 'none'),
        };
        found.set(key, known);
        known.name = better(known.name, name);
        known.role = person.role ?? known.role;
        known.to = ref;
        // Listed twice at one conference, or both present and excused: came, and counts once.
        if (known.marks[index] !== 'none') continue;
        known.marks[index] = mark;
        known[mark] += 1;
      }
    };
    note(one.participants, 'present');
    note(one.excused, 'excused');
  });
  const at = (ref: MinutesRef): number => ordered.findIndex(({ route }) => route === ref.route);
  return {
    conferences: ordered.map((one, index) => {
      const before = ordered[index - 1];
      const missing = before === undefined ? [] : missingBetween(before, one, minutes);
      return { ref: refOf(one), missing };
    }),
    people: [...found.values()].sort(
      (a, b) =>
        at(b.to) - at(a.to) || at(a.from) - at(b.from) || a.name.localeCompare(b.name, 'fr'),
    ),
  };
}

/** Of two forms of a name the newer one, unless that alone begins with the family name in capitals. */
function better(known: string, newer: string): string {
  const isTurned = (name: string): boolean => /^\p{Lu}[\p{Lu}'’-]+\s/u.test(name);
  return isTurned(newer) && !isTurned(known) ? known : newer;
}
