import type { PeopleTable, PersonEntry } from '../minutes/people.ts';
import { oneLine } from '../minutes/text.ts';
import { CurationError } from './errors.ts';

/**
 * The entries in which `alias` is another spelling of `name`; `null` where it is one already. An
 * entry of the alias itself is taken in, with its aliases.
 * @throws {CurationError} when either belongs to another person, or they are recorded as distinct.
 */
export function recordSame(people: PeopleTable, name: string, alias: string): PersonEntry[] | null {
  const [kept, joining] = [oneLine(name), oneLine(alias)];
  if (kept === joining) {
    throw new CurationError(
      `« ${kept} » est donné deux fois.`,
      'Donnez le nom à garder, puis l’autre écriture.',
    );
  }
  const holder = people.canonical(kept);
  const other = people.canonical(joining);
  if (holder !== kept) {
    throw new CurationError(
      `« ${kept} » est déjà une autre écriture de « ${holder} ».`,
      other === holder
        ? 'Pour changer le nom à garder, échangez `name` et l’alias dans content/people.yaml.'
        : `Recommencez avec « ${holder} » comme nom à garder.`,
    );
  }
  if (other === holder) return null;
  if (people.distinct(holder, other)) {
    throw new CurationError(
      `« ${holder} » et « ${other} » sont notés comme deux personnes distinctes.`,
      'Si c’était une erreur, retirez ce nom de `distinct` dans content/people.yaml.',
    );
  }
  if (other !== joining) {
    throw new CurationError(
      `« ${joining} » est déjà une autre écriture de « ${other} ».`,
      `Un alias n’a qu’une personne : retirez-le d’abord de « ${other} » dans content/people.yaml, ou réunissez « ${holder} » et « ${other} ».`,
    );
  }
  const taken = people.entries.find((entry) => entry.name === joining);
  const rest = people.entries.filter((entry) => entry !== taken);
  return changed(rest, holder, (entry) => ({
    ...entry,
    aliases: [...entry.aliases, joining, ...(taken?.aliases ?? [])],
    distinct: [...new Set([...entry.distinct, ...(taken?.distinct ?? [])])],
  }));
}

/**
 * The entries in which two names are two persons; `null` where they are already.
 * @throws {CurationError} when they are recorded as one person.
 */
export function recordDifferent(people: PeopleTable, a: string, b: string): PersonEntry[] | null {
  const [first, second] = [people.canonical(a), people.canonical(b)];
  if (first === second) {
    throw new CurationError(
      `« ${oneLine(a)} » et « ${oneLine(b)} » sont le même nom ou déjà réunis sous « ${first} ».`,
      'Si c’était une erreur, retirez l’alias dans content/people.yaml.',
    );
  }
  if (people.distinct(first, second)) return null;
  return changed(people.entries, first, (entry) => ({
    ...entry,
    distinct: [...entry.distinct, second],
  }));
}

/** The entries with the one of `name` changed; it is made where there is none. */
function changed(
  entries: readonly PersonEntry[],
  name: string,
  change: (entry: PersonEntry) => PersonEntry,
): PersonEntry[] {
  const has = entries.some((entry) => entry.name === name);
  const all = has ? entries : [...entries, { name, aliases: [], distinct: [] }];
  return all.map((entry) => (entry.name === name ? change(entry) : entry));
}
