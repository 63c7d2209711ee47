import type { Minutes } from '../minutes/minutes.ts';
import { nameKey } from '../minutes/names.ts';
import type { PeopleTable } from '../minutes/people.ts';
import type { Person } from '../minutes/schema.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** What a CR says of someone's presence; `unnamed` where it does not name them: nothing is known. */
export type Presence = 'present' | 'excused' | 'unnamed';

/** Someone whom CRs name. */
export interface DirectoryPerson {
  /** The table's name for them, else the latest spelling. */
  name: string;
  /** Where they were last named from; `null` where no CR says. */
  site: string | null;
  role: string | null;
  /** As a CR's closing lines print it; `null` where none does. */
  email: string | null;
  /** One for each conference, in order. */
  presence: Presence[];
  /** The last conference that names them. */
  last: MinutesRef;
}

export interface Directory {
  /** Every conference that has its CR, oldest first. */
  conferences: MinutesRef[];
  /** Whom CRs named last come first; then by name. */
  people: DirectoryPerson[];
}

/** Everyone whom CRs list, with their attendance; spellings that the table joins are one person. */
export function directoryOf(minutes: readonly Minutes[], table: PeopleTable): Directory {
  const ordered = chronological(minutes);
  const people = new Map<string, DirectoryPerson>();
  ordered.forEach((one, index) => {
    const note = (person: Person, state: Presence): void => {
      const name = table.canonical(person.name);
      const key = keyOf(name, people, table);
      const known = people.get(key);
      const presence = known?.presence ?? ordered.map((): Presence => 'unnamed');
      // Listed twice in one CR: who came was there.
      if (presence[index] !== 'present') presence[index] = state;
      people.set(key, {
        name,
        site: person.site ?? known?.site ?? null,
        role: person.role ?? known?.role ?? null,
        email: null,
        presence,
        last: refOf(one),
      });
    };
    for (const person of one.participants) note(person, 'present');
    for (const person of one.excused) note(person, 'excused');
  });
  const emails = printedEmails(ordered);
  return {
    conferences: ordered.map(refOf),
    people: [...people.values()]
      .map((person) => ({ ...person, email: emails.get(nameKey(person.name)) ?? null }))
      .sort((a, b) => b.last.date.localeCompare(a.last.date) || a.name.localeCompare(b.name, 'fr')),
  };
}

/** Spellings that differ in case, accents or order are one person, unless recorded as two. */
function keyOf(
  name: string,
  people: ReadonlyMap<string, DirectoryPerson>,
  table: PeopleTable,
): string {
  const key = nameKey(name);
  const other = people.get(key)?.name;
  return other !== undefined && table.distinct(other, name) ? name : key;
}

const EMAIL = /(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+/g;

/** Addresses in CRs' closing lines, by the name that they spell (`ada.lune@…`); the latest holds. */
function printedEmails(ordered: readonly Minutes[]): Map<string, string> {
  const emails = new Map<string, string>();
  for (const { passages } of ordered) {
    for (const { place, text } of passages) {
      if (place !== 'end') continue;
      for (const [email, local = ''] of text.matchAll(EMAIL)) {
        emails.set(nameKey(local.replace(/[._]+/g, ' ')), email);
      }
    }
  }
  return emails;
}
