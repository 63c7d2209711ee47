import { z } from 'astro/zod';
import { fold, slug } from './text.ts';

/** `content/glossaire.yaml`: abbreviations and words of the trade, as ECNP explains them. */
export const glossarySchema = z.array(
  z.strictObject({
    /** As CRs write it: `PMI`. */
    term: z.string().min(1),
    /** What it stands for: `protection maternelle et infantile`; absent while nobody has said. */
    meaning: z.string().min(1).optional(),
    /** A sentence or two more. */
    note: z.string().min(1).optional(),
    /** Other spellings: `P.M.I.`, `pmi`. */
    also: z.array(z.string().min(1)).optional(),
  }),
);

export interface GlossaryEntry {
  term: string;
  /** `null` while nobody has said. */
  meaning: string | null;
  note: string | null;
  also: readonly string[];
  /** On the glossary's page. */
  anchor: string;
}

/** A term in a text: from `start` to `end` (exclusive), in UTF-16 units. */
export interface TermUse {
  start: number;
  end: number;
  entry: GlossaryEntry;
}

export interface Glossary {
  /** In alphabetical order. */
  entries: readonly GlossaryEntry[];
  /** The entry of a term or of another spelling of it; case counts (`CL` is no `cl`). */
  find: (term: string) => GlossaryEntry | null;
  /** Terms in a text, whole words only, from left to right. */
  usesIn: (text: string) => TermUse[];
}

/**
 * Builds the glossary.
 * @throws {Error} when two entries share a spelling, naming both.
 */
export function glossaryOf(data: z.infer<typeof glossarySchema>): Glossary {
  const entries = data
    .map(({ term, meaning, note, also }) => ({
      term,
      meaning: meaning ?? null,
      note: note ?? null,
      also: also ?? [],
      anchor: slug(term),
    }))
    .sort((a, b) => fold(a.term).localeCompare(fold(b.term), 'fr'));
  const bySpelling = new Map<string, GlossaryEntry>();
  for (const entry of entries) {
    for (const spelling of [entry.term, ...entry.also]) {
      const other = bySpelling.get(spelling);
      if (other !== undefined) {
        throw new Error(`"${spelling}" is spelt by both "${other.term}" and "${entry.term}".`);
      }
      bySpelling.set(spelling, entry);
    }
  }
  const find = (term: string): GlossaryEntry | null => bySpelling.get(term) ?? null;
  const pattern = patternOf([...bySpelling.keys()]);
  return {
    entries,
    find,
    usesIn: (text) =>
      pattern === null
        ? []
        : [...text.matchAll(pattern)].flatMap((match) => {
            const entry = find(match[0]);
            return entry === null
              ? []
              : [{ start: match.index, end: match.index + match[0].length, entry }];
          }),
  };
}

/** Longest spellings first: `ECNP-R` is no `ECNP`. `null` for an empty glossary. */
function patternOf(spellings: readonly string[]): RegExp | null {
  if (spellings.length === 0) return null;
  const any = [...spellings]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}@_-])(?:${any})(?![\\p{L}\\p{N}@_-])`, 'gu');
}
