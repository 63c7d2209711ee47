import { CLOSE, nameDistance, nameKey, nameWords } from '../../minutes/names.ts';
import type { MinutesJson } from '../json.ts';
import { absent, cite } from './cite.ts';
import type { Entry, ReviewContext } from './entry.ts';
import type { Neighbours } from './library.ts';
import { guillemets, list, nameOf } from './words.ts';

const RECORD = 'npm run people';

/**
 * People whom no other CR and no alias names. One close to a known name is proposed as that person,
 * never taken for them.
 */
export function freshPeople(
  json: MinutesJson,
  { others }: Neighbours,
  { people }: Pick<ReviewContext, 'people'>,
): Entry[] {
  const fields = ['participants', 'excused'] as const;
  if (others.length === 0) {
    const what = 'premier compte-rendu du portail\u00a0: ses personnes ne se comparent à aucune';
    return json.participants.length === 0 ? [] : [absent({ field: 'participants', what })];
  }
  const known = knownNames(others, people);
  const keys = new Set([...known.keys()].map((name) => nameKey(name)));
  return fields.flatMap((field) => {
    const unknown = json[field].flatMap((person, index) =>
      keys.has(nameKey(person.name)) ? [] : [{ ...person, index }],
    );
    const entries: Entry[] = [];
    const alone: typeof unknown = [];
    for (const person of unknown) {
      const close = nearest(person.name, [...known.keys()], people);
      if (close === null) alone.push(person);
      else {
        const what = `${whoIs(person)} ressemble à ${guillemets(close)}${origin(known.get(close) ?? '')}`;
        const why = `la même personne\u00a0? Dites-le avec ${RECORD}`;
        entries.push(cite(json, pointerTo(field, person.index), { field, what, why }));
      }
    }
    return [...together(json, field, alone), ...entries];
  });
}

type Found = MinutesJson['participants'][number] & { index: number };

const pointerTo = (field: string, index: number): string => `/${field}/${String(index)}`;

const whoIs = ({ name, site }: Found): string => (site === null ? name : `${name} (${site})`);

/** New people, those of one line as one entry. */
function together(json: MinutesJson, field: string, people: readonly Found[]): Entry[] {
  const lines = Map.groupBy(people, ({ index }) => json.evidence[pointerTo(field, index)]?.line);
  return [...lines.values()].map((group) => {
    const title = group.length > 1 ? 'nouvelles personnes' : 'nouvelle personne';
    const what = `${title}\u00a0: ${list(group.map(whoIs))}`;
    return cite(json, pointerTo(field, group[0]?.index ?? 0), { field, what });
  });
}

/** Every known name, with the newest CR that has it ('' for the table of people alone). */
function knownNames(
  others: Neighbours['others'],
  people: ReviewContext['people'],
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { name, aliases } of people.entries) {
    for (const spelling of [name, ...aliases]) known.set(spelling, '');
  }
  for (const minutes of others) {
    for (const { name } of [...minutes.participants, ...minutes.excused]) {
      known.set(name, nameOf(minutes));
    }
  }
  return known;
}

const origin = (minutes: string): string => (minutes === '' ? '' : ` (${minutes})`);

/** The known name closest to one, by spelling or as its initials: `C. LELEU`, `Claire LELEU`. */
function nearest(
  name: string,
  known: readonly string[],
  people: ReviewContext['people'],
): string | null {
  let best: { name: string; distance: number } | null = null;
  for (const other of known) {
    const distance = isAbbreviated(name, other) ? CLOSE : nameDistance(name, other);
    if (distance > CLOSE || people.distinct(name, other)) continue;
    if (best === null || distance < best.distance) best = { name: other, distance };
  }
  return best?.name ?? null;
}

/** Whether two names share a word, and one has an initial where the other has a word. */
function isAbbreviated(a: string, b: string): boolean {
  const [own, others] = [nameWords(a), nameWords(b)];
  const short = own.some((word) => word.length === 1) ? own : others;
  const long = short === own ? others : own;
  if (!short.some((word) => word.length === 1) || long.some((word) => word.length === 1))
    return false;
  const whole = short.filter((word) => word.length > 1);
  const initials = short.filter((word) => word.length === 1).join('');
  const rest = long.filter((word) => !whole.includes(word));
  return (
    whole.length > 0 &&
    whole.every((word) => long.includes(word)) &&
    rest.map((word) => word[0]).join('') === initials
  );
}
