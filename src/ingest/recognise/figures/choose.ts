import { memoised } from '../../../minutes/memo.ts';
import { NUMBER } from '../numbers.ts';
import type { Around } from './context.ts';
import { pattern } from './pattern.ts';
import type { Passage } from './passages.ts';

/** A figure, and the sentence that states it with its offset in the text. */
export interface Stated {
  value: number;
  sentence: string;
  start: number;
}

/** A number that a construction reads as a figure. */
export interface Candidate extends Around {
  value: number;
  /** The number as written, folded. */
  written: string;
  /** What stands behind the whole construction. */
  rest: string;
  /** How plainly the construction states a current total: of several the highest counts. */
  rank: number;
  passage: Passage;
}

/** A construction that states a figure. Its number is the group `n`. */
export interface Construction {
  rank: number;
  form: RegExp;
  /** Whether the number counts only where the sentence, or the one before, speaks of this. */
  about?: RegExp;
  /** Whether words of time and doing behind it make it a flow: "18 inclusions ont été réalisées". */
  mayFlow?: boolean;
}

/** "Après vérification", "en fait": the value behind it corrects those before. */
const CORRECTED = pattern(
  '(?<!\\p{L})(?:en fait|en realite|apres (?:verification|comptage|recomptage|controle|correction)|verification faite|finalement|au final|le bon chiffre|chiffre (?:exact|corrige|juste|rectifie))',
);

/** A number in digits or words; sentences without any are passed over. */
const NUMERIC = new RegExp(`\\d|(?<!\\p{L})${NUMBER}`, 'u');
const isNumeric = memoised((folded): boolean => NUMERIC.test(folded));

/**
 * The candidates of these constructions in a text.
 * @param words one of them stands in every sentence that a construction fits, or in the one before: a quick first sieve.
 */
export function candidatesOf(
  passages: readonly Passage[],
  constructions: readonly Construction[],
  parse: (written: string) => number | null,
  holds: (candidate: Candidate, construction: Construction) => boolean,
  words: RegExp,
): Candidate[] {
  const sieved = passages.filter(
    ({ folded, before }) => isNumeric(folded) && (words.test(folded) || words.test(before)),
  );
  return sieved.flatMap((passage) =>
    constructions.flatMap((construction) => {
      const { form, rank, about } = construction;
      if (
        about !== undefined &&
        passage.folded.search(about) < 0 &&
        passage.before.search(about) < 0
      )
        return [];
      return matchesOf(form, passage.folded).flatMap((match) => {
        const at = match.indices?.groups?.['n'];
        const written = match.groups?.['n'];
        const value = written === undefined ? null : parse(written);
        if (at === undefined || written === undefined || value === null) return [];
        const candidate: Candidate = {
          value,
          written,
          rank,
          passage,
          before: passage.folded.slice(0, at[0]),
          after: passage.folded.slice(at[1]),
          rest: passage.folded.slice(match.index + match[0].length),
        };
        return holds(candidate, construction) ? [candidate] : [];
      });
    }),
  );
}

/**
 * Of several, the most plainly stated; of these a corrected one, else the largest: the others are
 * parts of it. `null` without any.
 */
export function choose(candidates: readonly Candidate[]): Stated | null {
  const weight = ({ rank, before }: Candidate): number =>
    rank + (before.search(CORRECTED) >= 0 ? 0.5 : 0);
  const [best] = [...candidates].sort((a, b) => weight(b) - weight(a) || b.value - a.value);
  return best === undefined
    ? null
    : { value: best.value, sentence: best.passage.text, start: best.passage.start };
}

type Matcher = (text: string) => readonly RegExpExecArray[];
/** A sentence is read as its site's, and again for the programme's figure. */
const matchers = new Map<RegExp, Matcher>();

function matchesOf(form: RegExp, text: string): readonly RegExpExecArray[] {
  const known = matchers.get(form);
  if (known !== undefined) return known(text);
  const made = memoised((folded) => allMatches(form, folded));
  matchers.set(form, made);
  return made(text);
}

/** As `matchAll`, which would compile these long patterns anew for each sentence. */
function allMatches(form: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) found.push(match);
  return found;
}
