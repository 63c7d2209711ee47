import { fold } from '../minutes/text.ts';
import { parseExcerpt, setIndexed, splitPieces, type Piece } from './excerpt.ts';
import type { PagefindFragment, PagefindPart } from './pagefind-api.ts';

/** One section of a CR where words of the query stand. */
export interface Passage {
  /** Page and anchor, base included. */
  href: string;
  title: Piece[];
  excerpt: Piece[];
  /** How many of the query's words stand in it, title included. */
  found: number;
}

/** The passages of one CR, in the order of its page. */
export interface Hit {
  href: string;
  title: string;
  /** Number of the conference as the page gives it, or `null`. */
  number: string | null;
  /** Date of the conference as the page gives it: `2026-01-19`, or '' */
  date: string;
  passages: Passage[];
}

/** What a search brought. */
export interface Found {
  hits: Hit[];
  passages: number;
  /** False when no passage holds all the words and these are the nearest. */
  complete: boolean;
}

/**
 * Groups Pagefind's fragments by CR, newest first. Pagefind asks only that a page holds the words, and
 * falls back on shorter words where there is none (`1070` finds `1`): here a passage counts when it
 * holds all the words of the query, or, where none does, as many as any other.
 */
export function collectPassages(fragments: readonly PagefindFragment[], words: string[]): Found {
  const all = fragments.map((fragment) => toHit(fragment, words));
  const best = Math.max(0, ...all.flatMap((hit) => hit.passages.map((passage) => passage.found)));
  const hits = all
    .map((hit) => ({
      ...hit,
      passages: hit.passages.filter((passage) => best > 0 && passage.found === best),
    }))
    .filter((hit) => hit.passages.length > 0)
    .toSorted((a, b) => b.date.localeCompare(a.date) || Number(b.number) - Number(a.number));
  const passages = hits.reduce((sum, hit) => sum + hit.passages.length, 0);
  return { hits, passages, complete: best === words.length };
}

/**
 * A page tells of itself by `data-pagefind-meta`: `title`, `number` (of the conference) and `date`
 * (ISO), and by the filter `annee`. Pagefind takes one literal an attribute (`number:50`), or an
 * attribute's value (`date[datetime]`).
 */
function toHit(fragment: PagefindFragment, words: readonly string[]): Hit {
  const title = setIndexed(fragment.meta['title'] ?? '');
  return {
    href: fragment.url,
    title,
    number: fragment.meta['number'] ?? /^\d+/.exec(title)?.[0] ?? null,
    date: fragment.meta['date'] ?? '',
    passages: fragment.sub_results.map((part) => ({
      href: part.url,
      ...parseText(part),
      found: countFound(wordsAt(fragment.content, part.locations), words),
    })),
  };
}

/** Title and excerpt; an excerpt from the start of its section repeats the title: it lends its marks. */
function parseText(part: PagefindPart): Pick<Passage, 'title' | 'excerpt'> {
  const title = setIndexed(part.title);
  const pieces = parseExcerpt(part.excerpt);
  const text = pieces.map((piece) => piece.text).join('');
  const shown = text.replace(/…$/, '');
  if (shown !== '' && title.startsWith(shown)) {
    const rest = { text: title.slice(shown.length), hit: false };
    return { title: [...splitPieces(pieces, shown.length)[0], rest], excerpt: [] };
  }
  if (!text.startsWith(title)) return { title: [{ text: title, hit: false }], excerpt: pieces };
  const [head, rest] = splitPieces(pieces, title.length);
  const gap = /^[\s.]*/.exec(text.slice(title.length))?.[0].length ?? 0;
  return { title: head, excerpt: splitPieces(rest, gap)[1] };
}

/** The words of a page at Pagefind's positions, which count runs between white space. */
function wordsAt(content: string, locations: readonly number[]): string[] {
  const runs = content.split(/\s+/);
  return locations.flatMap((at) => {
    const run = fold(runs[at] ?? '');
    return [run.replace(/[^\p{L}\p{N}]/gu, ''), ...run.split(/[^\p{L}\p{N}]+/u)];
  });
}

function countFound(standing: readonly string[], words: readonly string[]): number {
  return words.filter((word) => standing.some((other) => related(word, other))).length;
}

/** What parts two forms of a word that is too short to have a stem: `an`, `ans`. */
const ENDING = /^(?:e|s|es|x)$/;

/**
 * Whether a word that stands on a page is what a word of the query meant, both folded: the same word,
 * its beginning, or two forms of one stem (`généralisé`, `généralisation`). Numbers must be equal or
 * begin alike (`20` finds `2026`).
 */
export function related(asked: string, standing: string): boolean {
  if (standing.startsWith(asked)) return true;
  if (standing === '' || /\d/.test(asked)) return false;
  if (asked.startsWith(standing) && ENDING.test(asked.slice(standing.length))) return true;
  return asked.length >= 4 && asked.slice(0, 4) === standing.slice(0, 4);
}
