import { chronological, type MinutesRef, refOf } from '../insights/order.ts';
import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import { oneLine } from '../minutes/text.ts';

/** One spelling of a name and where it stands, participants and excused alike. */
export interface Spelling {
  name: string;
  /** How often it stands. */
  count: number;
  /** Slugs of the sites it is named for; `null` where a CR gives none. */
  sites: (string | null)[];
  /** The CRs it stands in, oldest first. */
  refs: MinutesRef[];
}

/** One person as far as the table tells: all spellings that it holds to be one. */
export interface Somebody {
  /** Canonical name. */
  name: string;
  spellings: Spelling[];
}

/** Everybody whom CRs name, in order of first mention. */
export function everybody(minutes: readonly Minutes[], people: PeopleTable): Somebody[] {
  const found = new Map<string, Map<string, Spelling>>();
  for (const one of chronological(minutes)) {
    const ref = refOf(one);
    for (const person of [...one.participants, ...one.excused]) {
      const name = oneLine(person.name);
      const canonical = people.canonical(name);
      const spellings = found.get(canonical) ?? new Map<string, Spelling>();
      const known = spellings.get(name) ?? { name, count: 0, sites: [], refs: [] };
      spellings.set(name, {
        name,
        count: known.count + 1,
        sites: [...new Set([...known.sites, person.site])],
        refs: known.refs.at(-1)?.route === ref.route ? known.refs : [...known.refs, ref],
      });
      found.set(canonical, spellings);
    }
  }
  return [...found].map(([name, spellings]) => ({ name, spellings: [...spellings.values()] }));
}
