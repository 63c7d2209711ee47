import { memoised } from '../../../minutes/memo.ts';
import { sentences } from '../finding.ts';
import { foldKeepingLength } from '../fold.ts';

/** A sentence of a text, made ready for matching; offsets in `folded` hold in the text, from `start`. */
export interface Passage {
  /** The sentence on one line, as written. */
  text: string;
  /** Without accents and capitals, of the same length as `text`. */
  folded: string;
  /** Offset in the text. */
  start: number;
  /** Folded sentence before, '' for the first: what « on en compte 84 » speaks of. */
  before: string;
}

/** A line that its file's margin broke: nothing ends it, and the next goes on. */
const WRAPPED = /[^.!?:;…\n][ \t]*$/;
const OPEN_END =
  /\b(?:de|des|du|a|au|aux|en|et|ou|que?|qui|la|le|les|un|une|sont|est|compte|dont|soit|annee|derniere|deja|desormais|maintenant|actuellement|environ|ainsi|enfin|recense|affiche|atteint|,)\s*$|,\s*$/;
/** Shorter lines were broken by their author. */
const MARGIN = 50;

/** The sentences of a text; lines that a margin broke are read as one. */
export const passagesOf = memoised((text): readonly Passage[] => {
  const found: Passage[] = [];
  let from = 0;
  for (const line of unwrapped(text).split('\n')) {
    for (const sentence of sentences(line)) {
      found.push({
        text: sentence.text,
        folded: foldKeepingLength(sentence.text),
        start: from + sentence.start,
        before: found.at(-1)?.folded ?? '',
      });
    }
    from += line.length + 1;
  }
  return found;
});

/** The text with a space for each line end that a margin made; of the same length. */
function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines.reduce((whole, line, index) => {
    if (index === 0) return line;
    const last = lines[index - 1] ?? '';
    const isBroken =
      last.length >= MARGIN &&
      WRAPPED.test(last) &&
      (/^\p{Ll}/u.test(line) || (/^\d/.test(line) && OPEN_END.test(foldKeepingLength(last))));
    return `${whole}${isBroken ? ' ' : '\n'}${line}`;
  }, '');
}
