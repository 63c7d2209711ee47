import { foldedWords, grams } from './text/words.ts';

/** So many words in a row, shared with a gated text, are no turn of phrase but its sentence. */
const LONGEST = 7;
const ADDRESS = /https?:\/\/\S+/g;

/**
 * The sequences that public content may share with gated texts: those of its links, and turns of
 * phrase ("dans le cadre de"), but none of a run of seven words or of a whole gated sentence.
 * @param gated all sequences of the gated texts
 */
export function borrowed(
  declared: readonly string[],
  texts: readonly string[],
  gated: ReadonlySet<string>,
): Set<string> {
  const allowed = new Set<string>();
  const whole = new Set(texts.flatMap(sentencesOf));
  for (const text of declared) {
    for (const [address] of text.matchAll(ADDRESS)) {
      for (const gram of grams(foldedWords(address))) allowed.add(gram);
    }
    const words = foldedWords(text.replace(ADDRESS, ' '));
    for (const [start, end] of sharedRuns(words, gated)) {
      const run = words.slice(start, end);
      const isSentence = [...whole].some((sentence) =>
        ` ${run.join(' ')} `.includes(` ${sentence} `),
      );
      if (run.length < LONGEST && !isSentence) for (const gram of grams(run)) allowed.add(gram);
    }
  }
  return allowed;
}

/** Folded sentences of four words or more. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?…:;]\s|\n/)
    .map((sentence) => foldedWords(sentence))
    .filter((words) => words.length >= 4)
    .map((words) => words.join(' '));
}

/** Start and end (exclusive) of each run of words whose every sequence is a gated one. */
function sharedRuns(words: readonly string[], gated: ReadonlySet<string>): [number, number][] {
  const runs: [number, number][] = [];
  for (let start = 0; start + 4 <= words.length; start += 1) {
    if (!gated.has(words.slice(start, start + 4).join(' '))) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] >= start + 3) last[1] = start + 4;
    else runs.push([start, start + 4]);
  }
  return runs;
}
