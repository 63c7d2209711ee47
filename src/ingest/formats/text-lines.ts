import { type ItemNumber, opensItem } from './item-marks.ts';

/** A line of a text file. */
export interface TextLine {
  text: string;
  /** 1-based. */
  number: number;
}

export const BULLET = /^\s*(?:[-–—•●○▪◦‣⁃∙*·■□➢➤►→✓]|\d{1,2}[.)])\s+(?=\S)/u;

/** Marks of quoting in a pasted mail. */
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;

/** The lines of a text; a page break is a line's end, quoting marks of mails go. */
export function linesOf(text: string): TextLine[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/(\r\n?|\n)\f/g, '$1')
    .split(/\r\n?|\n|\f/)
    .map((line, index) => ({ text: line.replace(QUOTE, ''), number: index + 1 }));
}

/** Whether a line is nothing but a ruled line or the underlining of the one above. */
export const isRule = (line: TextLine | undefined): boolean =>
  line !== undefined && /^[\s|+]*[-=_~*–—]{3,}[\s\-=_~*+|–—:]*$/.test(line.text);

/** "Épinal : …", "Objet : …": a line of its own. */
const LABEL = /^\s*\p{Lu}[\p{L}\p{M}’' ./-]{0,28}\s?:(?:\s|$)/u;

/**
 * Whether a line goes on in the next: it fills the width, so that the next word had no room left.
 * @param first the line that began the paragraph
 * @param width the width the text was wrapped at, `null` where it was not
 * @param counted the number of the last numbered item before
 */
export function goesOn(
  first: TextLine,
  before: TextLine,
  line: TextLine,
  width: number | null,
  counted: ItemNumber | null,
): boolean {
  if (/\S\t+\S/.test(before.text) || /\S\t+\S/.test(line.text)) return false;
  const length = before.text.trimEnd().length;
  const word = /^\s*([^ \t]*)/.exec(line.text)?.[1] ?? '';
  // A longer line stands among wrapped ones, and is none itself.
  const isFull = width !== null && length <= width && length + 1 + word.length > width - 2;
  if (BULLET.test(line.text))
    return isFull && !opensItem(line.text, before.text, first.text, counted);
  const bullet = BULLET.exec(first.text)?.[0].length ?? 0;
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  // A line under the text of a list item is the item's.
  if (bullet > 0 && indent >= Math.min(bullet, 2) && indent > bullet - 3) return true;
  if (width === null) return false;
  const isLower = /^\s*[\p{Ll}(]/u.test(line.text);
  const isEnded = /[.!?…:;]["»”)]*\s*$/.test(before.text);
  if (LABEL.test(line.text) && (isEnded || LABEL.test(first.text))) return false;
  if (isLower && /\p{L}[-\u00ad]\s*$/u.test(before.text)) return true;
  return isFull || (isLower && length >= width * 0.7);
}
