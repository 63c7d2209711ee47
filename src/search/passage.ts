import { ECNP } from '../minutes/sites.ts';
import { hiddenText, readText } from './index-text.ts';
import type { PagefindFragment } from './pagefind-api.ts';
import type { Concept } from './query.ts';
import { isKind, type Kind } from './record.ts';
import { related, wordsIn } from './words.ts';

/** A run of text; `hit` where it is a word that was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** A section that was found, as results show it. */
export interface Passage {
  /** Page and anchor, base included. */
  href: string;
  title: Piece[];
  excerpt: Piece[];
  kind: Kind;
  /** It is a remark of the national team on what a site said. */
  isRemark: boolean;
  /** Route of its CR. */
  route: string;
  /** Which concepts stand in its title, and which in it at all. */
  inTitle: boolean[];
  inText: boolean[];
  /** Fewest words between which all concepts of the text stand; `Infinity` where they do not. */
  span: number;
}

/** Words of an excerpt, and how many of them before its first hit. */
const LENGTH = 34;
const BEFORE = 7;

interface Marked {
  start: number;
  end: number;
  /** Indexes of the concepts that the word answers. */
  concepts: number[];
}

/** Reads a fragment for a query: what it says of each concept, its title and the telling part of its text. */
export function passageOf(fragment: PagefindFragment, concepts: readonly Concept[]): Passage {
  const [title, text] = [readText(fragment.meta.title ?? ''), readText(fragment.content)];
  const [inTitle, inText] = [markWords(title, concepts), markWords(text, concepts)];
  const unread = markWords(hiddenText(fragment.content), concepts);
  const has = (words: readonly Marked[], index: number): boolean =>
    words.some((word) => word.concepts.includes(index));
  const kind = fragment.filters['genre']?.[0] ?? '';
  return {
    href: fragment.url,
    title: piecesOf(title, inTitle, 0, title.length),
    excerpt: excerptOf(text, inText),
    kind: isKind(kind) ? kind : 'programme',
    isRemark: fragment.filters['site']?.includes(ECNP) === true,
    route: fragment.filters['cr']?.[0] ?? '',
    inTitle: concepts.map((_, index) => has(inTitle, index)),
    inText: concepts.map((_, index) => [inText, inTitle, unread].some((all) => has(all, index))),
    span: spanOf(inText, concepts.length),
  };
}

/** The words of a text, with the concepts that each answers. */
function markWords(text: string, concepts: readonly Pick<Concept, 'spellings'>[]): Marked[] {
  const words = wordsIn(text);
  const standing = new Set(words.map((word) => word.folded));
  // A spelling of several words counts where all of them stand in the text.
  const looked = concepts.map(({ spellings }) =>
    spellings
      .filter((spelling) =>
        spelling.every((asked) => [...standing].some((word) => related(asked, word))),
      )
      .flat(),
  );
  return words.map(({ start, end, folded }) => ({
    start,
    end,
    concepts: looked.flatMap((asked, index) =>
      asked.some((word) => related(word, folded)) ? [index] : [],
    ),
  }));
}

function spanOf(words: readonly Marked[], count: number): number {
  const last = Array<number>(count).fill(-1);
  let least = Infinity;
  words.forEach((word, at) => {
    for (const concept of word.concepts) last[concept] = at;
    const oldest = Math.min(...last);
    if (word.concepts.length > 0 && oldest >= 0) least = Math.min(least, at - oldest + 1);
  });
  return least;
}

/** The stretch of a text that answers most concepts, first of equals. */
function excerptOf(text: string, words: readonly Marked[]): Piece[] {
  if (words.length === 0) return [{ text, hit: false }];
  let [best, from] = [-1, 0];
  for (let at = 0; at === 0 || at + BEFORE < words.length; at += 1) {
    const stretch = words.slice(at, at + LENGTH);
    const hits = stretch.flatMap((word) => word.concepts);
    const value = new Set(hits).size * 100 + Math.min(hits.length, 9);
    const starts = at === 0 || (words[at + BEFORE]?.concepts.length ?? 0) > 0;
    if (starts && value > best) [best, from] = [value, at];
  }
  const to = Math.min(from + LENGTH, words.length);
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const end = to === words.length ? text.length : (words[to - 1]?.end ?? text.length);
  const pieces = piecesOf(text, words, start, end);
  if (start > 0) pieces.unshift({ text: '… ', hit: false });
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** A text from `start` to `end` as runs, its lines in one. */
function piecesOf(text: string, words: readonly Marked[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const push = (to: number, hit: boolean): void => {
    const run = text
      .slice(at, to)
      .replace(/(?<=[.!?:;…])\n/g, ' ')
      .replaceAll('\n', ' · ');
    at = to;
    if (run === '') return;
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += run;
    else pieces.push({ text: run, hit });
  };
  for (const word of words) {
    if (word.concepts.length === 0 || word.start < start || word.end > end) continue;
    push(word.start, false);
    push(word.end, true);
  }
  push(end, false);
  return pieces;
}
