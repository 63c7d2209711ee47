import { fold, oneLine } from '../minutes/text.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A query as typed, made ready for Pagefind. */
export interface Query {
  /** As typed, on one line: what messages repeat. */
  text: string;
  /** What Pagefind is asked; '' when there is nothing to look for. */
  term: string;
  /** The words to be found, folded (no accents, no ligatures), each once. */
  words: string[];
}

const ELISION = /(^|[^\p{L}\p{N}'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\p{L}\p{N}])/gu;
const QUOTES = /[«»“”„"]/g;
const PHRASE = /^\s*[«“„"].+[»”"]\s*$/;

/**
 * Prepares what someone typed: lower case, elisions stripped (`l'assemblée` → `assemblée`; Pagefind
 * would look for `lassemblée`), œ in two letters as in the index, numbers in one piece, hyphens and
 * punctuation to spaces. Words such as `de` go where others remain; a text all in quotation marks
 * stays whole, as an exact phrase. A query of less than two characters looks for nothing.
 */
export function prepareQuery(typed: string): Query {
  const text = oneLine(typed);
  const phrase = PHRASE.test(text);
  const plain = text
    .replace(QUOTES, ' ')
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(ELISION, '$1')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b\d{1,3}(?: \d{3})+\b/g, (number) => number.replaceAll(' ', ''));
  const all = plain === '' ? [] : plain.split(' ');
  const telling = phrase ? all : all.filter((word) => !STOP_WORDS.has(fold(word)));
  const kept = telling.length > 0 ? telling : all;
  const joined = kept.join(' ');
  if (joined.length < 2) return { text, term: '', words: [] };
  return {
    text,
    term: phrase ? `"${joined}"` : joined,
    words: [...new Set(kept.map((word) => fold(word)))],
  };
}
