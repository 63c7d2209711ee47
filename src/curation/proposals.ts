import { nameDistance, nameWords } from '../minutes/names.ts';
import type { PeopleTable } from '../minutes/people.ts';
import type { Somebody, Spelling } from './appearances.ts';
import { byLikeness, type Likeness, likeness } from './likeness.ts';

/** Two people of CRs who may be one. */
export interface Proposal {
  /** The one whose name is proposed as the canonical one. */
  keep: Somebody;
  other: Somebody;
  why: Likeness;
  /** Between the two spellings that are nearest, 0 to 1. */
  distance: number;
  /** Routes of the CRs that name both: then they are probably two persons. */
  together: string[];
}

/** Pairs that may be one person, most probable first, without those recorded as distinct. */
export function proposals(everybody: readonly Somebody[], people: PeopleTable): Proposal[] {
  const found: Proposal[] = [];
  for (const [index, a] of everybody.entries()) {
    for (const b of everybody.slice(index + 1)) {
      const why = people.distinct(a.name, b.name) ? null : bestLikeness(a, b);
      if (why === null) continue;
      const [keep, other] = isFuller(b, a, people) ? [b, a] : [a, b];
      const routes = routesOf(b);
      const together = [...routesOf(a)].filter((route) => routes.has(route));
      found.push({ keep, other, why, distance: nearest(a, b), together });
    }
  }
  return found.sort(
    (a, b) =>
      Number(a.together.length > 0) - Number(b.together.length > 0) ||
      byLikeness(a.why, b.why) ||
      a.distance - b.distance,
  );
}

function pairs(a: Somebody, b: Somebody): [Spelling, Spelling][] {
  return a.spellings.flatMap((one) => b.spellings.map((two): [Spelling, Spelling] => [one, two]));
}

function bestLikeness(a: Somebody, b: Somebody): Likeness | null {
  const kinds = pairs(a, b).flatMap(([one, two]) => likeness(one, two) ?? []);
  return kinds.sort(byLikeness)[0] ?? null;
}

function nearest(a: Somebody, b: Somebody): number {
  return Math.min(...pairs(a, b).map(([one, two]) => nameDistance(one.name, two.name)));
}

function routesOf({ spellings }: Somebody): Set<string> {
  return new Set(spellings.flatMap(({ refs }) => refs.map(({ route }) => route)));
}

/** Whether `a` is the better canonical name: in the table, more whole words, written more often. */
function isFuller(a: Somebody, b: Somebody, people: PeopleTable): boolean {
  const rank = ({ name, spellings }: Somebody): number[] => [
    Number(people.known(name)),
    nameWords(name).filter((word) => word.length > 1).length,
    spellings.reduce((sum, { count }) => sum + count, 0),
  ];
  const [ranksA, ranksB] = [rank(a), rank(b)];
  const at = ranksA.findIndex((value, index) => value !== ranksB[index]);
  return at >= 0 && (ranksA[at] ?? 0) > (ranksB[at] ?? 0);
}
