import { type ItemNumber, itemNumber, opensItem } from './item-marks.ts';
import type { Line } from './pdf-lines.ts';

const BULLET =
  /^\s*(?:[-–—•●○▪◦‣⁃∙*·■□❖◆◇►▶▸➢➤➔→⇒➜✓✔✗☐☑☒\ue000-\uf8ff]|o(?=\s)|\d{1,2}[.)])\s+(?=\S)/u;

/** "R :", "Épinal –" and the like. */
const LABEL = /^\s*\p{Lu}[\p{L}\p{M}’' ./-]{0,28}(?:\s?:|\s[–—-])\s/u;

/** Lines that make one paragraph or list item. */
export interface TextGroup {
  lines: Line[];
  /** Length of the bullet or number it begins with; 0 for a paragraph. */
  bullet: number;
}

/** Measures of a document's text. */
export interface Measures {
  /** Size of most of the text, in points. */
  size: number;
  /** Where the longest lines end. */
  right: number;
  /** Usual distance of two baselines. */
  leading: number;
  /** Whether most lines end at one edge. */
  justified: boolean;
}

/** The most frequent of some values, each weighing its weight. */
function mode(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

export function measure(lines: readonly Line[]): Measures {
  const size = mode(lines.map((line) => [line.size, line.text.length]));
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before?.page === line.page && before.y > line.y ? [[before.y - line.y, 1] as const] : [];
  });
  const right = Math.max(0, ...lines.map((line) => line.right));
  const long = lines.filter((line) => line.right > right * 0.8);
  const flush = long.filter((line) => line.right > right - 1.5);
  const near = gaps.filter(([gap]) => gap < size * 2.2);
  return {
    size,
    right,
    justified: long.length >= 8 && flush.length > long.length * 0.6,
    leading: mode(near.length > 0 ? near : gaps) || size * 1.2,
  };
}

/** Parts lines, in reading order, into paragraphs and list items. */
export function toGroups(lines: readonly Line[], measures: Measures): TextGroup[] {
  const groups: TextGroup[] = [];
  let counted: ItemNumber | null = null;
  /** The last number of each kind of mark. */
  const last = new Map<string, number>();
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.lines.at(-1);
    const number = itemNumber(line.text);
    // "… sur | 51. La stagiaire": what no list has counted to is a number of the text.
    const isTold = number !== null && !isCounted(number, last);
    const bullet = isTold ? 0 : bulletOf(line, measures);
    if (group !== undefined && before !== undefined) {
      const first = group.lines[0]?.text ?? '';
      const isRest = goesOn(group, before, line, measures);
      if (isRest && (bullet === 0 || !opensItem(line.text, before.text, first, counted))) {
        group.lines.push(line);
        continue;
      }
    }
    if (bullet > 0 && number !== null) {
      counted = number;
      last.set(number.sign, number.value);
    }
    groups.push({ lines: [line], bullet });
  }
  return groups;
}

const isCounted = ({ value, sign }: ItemNumber, last: ReadonlyMap<string, number>): boolean =>
  value === 1 || value === (last.get(sign) ?? 0) + 1;

function bulletOf(line: Line, { size }: Measures): number {
  const mark = BULLET.exec(line.text)?.[0] ?? '';
  // "12. " in a line of larger print is a heading's number.
  return line.size > size * 1.15 ? 0 : mark.length;
}

function goesOn(group: TextGroup, before: Line, line: Line, measures: Measures): boolean {
  if (Math.abs(before.size - line.size) > 1) return false;
  const ended = /[.!?…:;]["»”)]*\s*$/.test(before.text);
  const isLower = /^\s*[\p{Ll}(]/u.test(line.text);
  const full = isFull(before, line, measures, ended ? 0.9 : isLower ? 1.25 : 1.05);
  if (before.page !== line.page || line.y > before.y) return !ended && (full || isLower);
  const leading = measures.leading * Math.max(1, line.size / measures.size);
  if (before.y - line.y > leading * 1.3) return false;
  const indent = line.x - (group.lines[1]?.x ?? textStart(group));
  if (Math.abs(indent) > measures.size * 0.6 && !isLower) return false;
  // A line under the text of a list item, right of its bullet, is the item's.
  const hangs = group.bullet > 0 && line.x - (group.lines[0]?.x ?? 0) > measures.size * 0.4;
  if (hangs && !ended && Math.abs(indent) < 2) return true;
  if (isBold(before) !== isBold(line) && (ended || !isLower) && !full) return false;
  // A label at the beginning of a line begins a paragraph.
  const labelled = LABEL.test(line.text);
  if (labelled && (ended || LABEL.test(group.lines[0]?.text ?? ''))) return false;
  if (ended && opensBold(line) && !opensBold(before)) return false;
  return full || (isLower && isLong(before, measures));
}

/**
 * Whether a line is nearly full and ends within a sentence: its next word may have been held to others
 * by no-break spaces, which pdf.js gives as plain ones.
 */
function isLong(line: Line, measures: Measures): boolean {
  const width = (line.limit ?? measures.right) - line.x;
  return line.right - line.x > width * 0.8 && /[\p{L}\p{N},]\s*$/u.test(line.text);
}

const opensBold = (line: Line): boolean =>
  line.spans.find((span) => span.text.trim() !== '')?.bold === true && !isBold(line);

/** Whether the next line's first word had no room left on this one: the line was not ended by hand. */
function isFull(before: Line, line: Line, measures: Measures, leniency: number): boolean {
  const right = before.limit ?? measures.right;
  // Justified lines all end at one edge; but the last of a paragraph.
  if (measures.justified && before.limit === null)
    return before.right > right - measures.size * 0.3;
  const word = /^\s*\S+/.exec(line.text)?.[0].trim() ?? '';
  const unit = (line.right - line.x) / Math.max(widthOf(line.text), 1);
  return before.right + widthOf(` ${word}`) * unit * leniency > right - measures.size * 0.3;
}

/** Width of a text in letters of usual width. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\p{Lu}mw@—]/u.test(letter) ? 1.4 : /[iljftr\s.,;:'’!|()-]/.test(letter) ? 0.6 : 1;
  return width;
}

/** Where the text of a group's first line begins, behind its bullet. */
function textStart(group: TextGroup): number {
  const first = group.lines[0];
  if (first === undefined) return 0;
  let length = 0;
  for (const span of first.spans) {
    length += span.text.length;
    if (length > group.bullet) return span.text.trim() === '' ? span.right : span.x;
  }
  return first.x;
}

const isBold = (line: Line): boolean =>
  line.spans.every((span) => span.bold || !/[\p{L}\p{N}]/u.test(span.text));
