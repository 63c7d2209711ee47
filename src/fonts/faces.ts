/** A face of the portal: a variable font cut down to what the pages set. */
export interface Face {
  /** Its file among the subsets: `serif.woff2`. */
  file: string;
  /** The file it is cut from, in its package. */
  source: string;
  /** Axes pinned to a value, or kept within a range. */
  axes: Record<string, number | { min: number; max: number; default: number }>;
  /** Code points drawn with the glyph of others. */
  aliases: ReadonlyMap<number, number>;
}

const NEWSREADER = '@fontsource-variable/newsreader/files/newsreader-latin-opsz';
const ATKINSON =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght';

/** U+202F, the thin space of French numbers and signs, and U+2011: no package's file has them. */
const SPACES = new Map([
  [0x202f, 0x2009],
  [0x2011, 0x2d],
]);

/**
 * The serif is set at one weight, cut for sizes between text and titles; the sans at the weights of
 * text and labels. The serif takes its thin space from the sans (`Spaces` in fonts.css).
 */
export const FACES: readonly Face[] = [
  {
    file: 'serif.woff2',
    source: `${NEWSREADER}-normal.woff2`,
    axes: { wght: 400, opsz: 32 },
    aliases: new Map(),
  },
  {
    file: 'serif-italic.woff2',
    source: `${NEWSREADER}-italic.woff2`,
    axes: { wght: 400, opsz: 24 },
    aliases: new Map(),
  },
  {
    file: 'sans.woff2',
    source: `${ATKINSON}-normal.woff2`,
    axes: { wght: { min: 400, max: 700, default: 400 } },
    aliases: SPACES,
  },
];

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
    '',
  );

/**
 * What French pages write: ASCII, Latin-1, the letters French adds to it, signs and spaces. `Ÿ` is in
 * no Latin file of the packages: the rare town in capitals falls back.
 */
export const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}Œœ–—‘’‚“”„†•…‰‹›€™−\u2009`;
