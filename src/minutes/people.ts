import { z } from 'astro/zod';
import { nameKey } from './names.ts';
import { oneLine } from './text.ts';

const name = z.string().trim().min(1, 'expected a name');

/** One person of `content/people.yaml`. */
const personEntry = z.strictObject({
  /** The name that pages show where they follow people over time. */
  name,
  /** Other spellings, as written in CRs. */
  aliases: z.array(name).prefault([]),
  /** Names that are close and yet someone else: no longer proposed. */
  distinct: z.array(name).prefault([]),
});
export type PersonEntry = z.infer<typeof personEntry>;

/** The file `content/people.yaml`: a list; an empty file is an empty list. */
export const peopleSchema = z
  .array(personEntry)
  .nullish()
  .transform((entries) => entries ?? []);

/** Who is who in CRs, where a person said so. */
export interface PeopleTable {
  entries: readonly PersonEntry[];
  /**
   * The canonical name for one as written, or the name itself (spaces normalised) where the table
   * does not know it. Case, accents, hyphens, civility and word order aside.
   */
  canonical: (name: string) => string;
  /** Whether the table knows the name, as a canonical one or as an alias. */
  known: (name: string) => boolean;
  /** Whether two names are recorded as two persons. */
  distinct: (a: string, b: string) => boolean;
}

/**
 * Builds the table of people.
 * @throws {Error} when a name stands for two persons, naming both; people with the same key
 *   (`Jean MARIE`, `Marie JEAN`) must be recorded as distinct, and are then told apart as written.
 */
export function peopleTable(entries: readonly PersonEntry[]): PeopleTable {
  const written = new Map<string, string>();
  const byKey = new Map<string, string[]>();
  for (const entry of entries) {
    for (const spelling of [entry.name, ...entry.aliases].map(oneLine)) {
      const taken = written.get(spelling);
      if (taken !== undefined) {
        throw new Error(
          taken === entry.name
            ? `"${spelling}" stands twice under "${entry.name}"; keep it once.`
            : `"${spelling}" stands under both "${taken}" and "${entry.name}"; keep it under one.`,
        );
      }
      written.set(spelling, entry.name);
      const holders = byKey.get(nameKey(spelling)) ?? [];
      byKey.set(nameKey(spelling), [...new Set([...holders, entry.name])]);
    }
  }
  const names = new Set(entries.map((entry) => entry.name));
  for (const other of entries.flatMap((entry) => entry.distinct).map(oneLine)) {
    // Someone else of the same letters takes them from the entry: both are then told as written.
    const holders = byKey.get(nameKey(other)) ?? [];
    byKey.set(nameKey(other), [...new Set([...holders, written.get(other) ?? other])]);
  }
  const find = (spelling: string): string | undefined => {
    const [holder, ...others] = byKey.get(nameKey(spelling)) ?? [];
    const isSole = others.length === 0 && holder !== undefined && names.has(holder);
    return written.get(oneLine(spelling)) ?? (isSole ? holder : undefined);
  };
  const canonical = (spelling: string): string => find(spelling) ?? oneLine(spelling);
  const apart = new Set(
    entries.flatMap((entry) => entry.distinct.map((other) => pair(entry.name, canonical(other)))),
  );
  const distinct = (a: string, b: string): boolean => apart.has(pair(canonical(a), canonical(b)));
  for (const [first, second] of byKey.values()) {
    if (first !== undefined && second !== undefined && !distinct(first, second)) {
      throw new Error(
        `"${first}" and "${second}" are written with the same letters; make one an alias of the ` +
          'other, or list one under `distinct` of the other.',
      );
    }
  }
  return { entries, canonical, known: (spelling) => find(spelling) !== undefined, distinct };
}

function pair(a: string, b: string): string {
  return [oneLine(a), oneLine(b)].sort().join('\n');
}
