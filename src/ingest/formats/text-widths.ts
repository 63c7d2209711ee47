import type { TextLine } from './text-lines.ts';

/** A longer line was not wrapped by hand or by a mail program. */
const WIDEST = 110;
/** Lines that go on in the next, from which on a part of a text was wrapped for sure. */
const FEWEST = 4;

/**
 * The width that a text was wrapped at; where only parts of it were, as happens when a mail is pasted
 * into notes, the width of each part between two longer lines.
 */
export function widthsOf(lines: readonly TextLine[]): (line: TextLine) => number | null {
  const whole = widthOf(lines);
  if (whole <= WIDEST) return () => whole;
  const widths = new Map<TextLine, number>();
  let part: TextLine[] = [];
  const flush = (): void => {
    const width = wrappedAt(part);
    if (width === null) return;
    for (const paragraph of paragraphsOf(part))
      if (cutsIn(paragraph).length > 0) for (const line of paragraph) widths.set(line, width);
  };
  for (const line of lines) {
    if (isWrappable(line) && lengthOf(line) > WIDEST) {
      flush();
      part = [];
    } else part.push(line);
  }
  flush();
  return (line) => widths.get(line) ?? null;
}

const lengthOf = (line: TextLine): number => line.text.trimEnd().length;

/** An address cannot be wrapped: its line says nothing of the width. */
const isWrappable = (line: TextLine): boolean => !/\S{50}/.test(line.text);

const widthOf = (lines: readonly TextLine[]): number =>
  Math.max(0, ...lines.filter((line) => isWrappable(line)).map((line) => lengthOf(line)));

/** Runs of lines that blank ones part. */
function paragraphsOf(lines: readonly TextLine[]): TextLine[][] {
  const paragraphs: TextLine[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** Lines whose sentence goes on in the next one: their length, and the word that follows. */
function cutsIn(lines: readonly TextLine[]): { length: number; word: string }[] {
  return lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    const word = /^\s*(\p{Ll}\S*)/u.exec(line.text)?.[1];
    if (before === undefined || word === undefined || !isWrappable(before)) return [];
    return /[\p{L}\p{N},’']\s*$/u.test(before.text) ? [{ length: lengthOf(before), word }] : [];
  });
}

/** The width that ended lines whose sentences go on in the next; `null` where it was not the width. */
function wrappedAt(lines: readonly TextLine[]): number | null {
  const cut = cutsIn(lines);
  const width = Math.max(0, ...cut.map(({ length }) => length));
  const full = cut.filter(({ length, word }) => length + 1 + word.length > width - 2);
  return cut.length >= FEWEST && full.length >= cut.length * 0.8 ? width : null;
}
