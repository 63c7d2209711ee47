import { fold } from '../minutes/text.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A word of a text: where it stands, in UTF-16 units, and its folded form. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

/** A number in groups of three (`1 070`) is one word; an apostrophe or a hyphen ends one. */
const WORD = /\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text from left to right. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]).replace(/[\u00a0\u202f]/g, ''),
  }));
}

/** A word that is looked for, folded. */
export interface Asked {
  word: string;
  /** It has no other forms: a name, an abbreviation. */
  exact: boolean;
}

/** The folded words of a text that say something: without `de`, `la`… unless there is nothing else. */
export function tellingWords(text: string): string[] {
  const all = wordsIn(text).map((word) => word.folded);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

/** What parts the inflections and near derivations of a French word, folded. */
const ENDING = new RegExp(
  `^(?:${[
    'e?s?|x|ux|l|le|les|ale|ales|al|aux|els?|elles?',
    'er|ez|ent|ant|ants|antes?|ees?|ons|ait|aient|ais|era|eront|ir|i|is|it|ie|ies|ises?|ites?',
    'ements?|ments?|ations?|at|ats|ateurs?|atrices?|ions?|eurs?|euses?|rices?|atures?|ures?',
    'ances?|ences?|ables?|ibles?|ages?|ifs?|ives?|iques?|istes?|ismes?',
  ].join('|')})$`,
);
/** Of a word too short to have a stem: `an`, `ans`. */
const PLURAL = /^(?:e|s|es|x)$/;

/**
 * Whether a word that stands in a text is what an asked word meant, both folded: the same, its
 * beginning, or another form of it (`généralisé`, `généralisation`). Numbers have no forms.
 */
export function related({ word: asked, exact }: Asked, standing: string): boolean {
  if (standing === asked) return true;
  if (exact || /\d/.test(asked)) return false;
  if (asked.length >= 3 && standing.startsWith(asked)) return true;
  let shared = 0;
  while (shared < asked.length && asked[shared] === standing[shared]) shared += 1;
  const [own, other] = [asked.slice(shared), standing.slice(shared)];
  if (shared < 4) return shared >= 2 && (own === '' || other === '') && PLURAL.test(own + other);
  return ENDING.test(own) && ENDING.test(other);
}
