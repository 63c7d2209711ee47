import { typeset } from '../typography/typeset.ts';

/** A run of an excerpt's text; `hit` where it is a word that was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>' };
/** A marked word: what stands before it (« , l’), the word, what stands after it (, . »). */
const MARKED =
  /^([^\p{L}\p{N}]*(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’(?=[\p{L}\p{N}]))?)(.*?)([^\p{L}\p{N}]*)$/isu;

/**
 * Parts Pagefind's excerpt (text with `<mark>` and escaped angle brackets, nothing else) into plain
 * runs, set in French; a mark is drawn in to the word itself, without its elision and punctuation.
 */
export function parseExcerpt(excerpt: string): Piece[] {
  const pieces: Piece[] = [];
  const push = (text: string, hit: boolean): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.hit === hit) last.text += text;
    else pieces.push({ text, hit });
  };
  const trimmed = excerpt.replace(/^… /, '…').replace(/ …$/, '…');
  for (const [index, run] of trimmed.split(/<mark>(.*?)<\/mark>/s).entries()) {
    const text = setIndexed(run.replace(/&[lg]t;/g, (entity) => ENTITIES[entity] ?? entity));
    const inner = index % 2 === 1 ? MARKED.exec(text) : null;
    push(inner?.[1] ?? text, false);
    push(inner?.[2] ?? '', true);
    push(inner?.[3] ?? '', false);
  }
  return pieces;
}

/** Cuts a row of pieces after `length` characters. */
export function splitPieces(pieces: readonly Piece[], length: number): [Piece[], Piece[]] {
  const head: Piece[] = [];
  const tail: Piece[] = [];
  let left = length;
  for (const { text, hit } of pieces) {
    if (left > 0) head.push({ text: text.slice(0, left), hit });
    if (text.length > left) tail.push({ text: text.slice(Math.max(left, 0)), hit });
    left -= text.length;
  }
  return [head, tail];
}

/**
 * Sets indexed text, which was made plain, as French again: as on the pages, and œ before u (always
 * right in French; other `oe` are left).
 */
export function setIndexed(text: string): string {
  return typeset(text.replace(/oeu/g, 'œu').replace(/O[eE](?=u)/g, 'Œ'));
}
