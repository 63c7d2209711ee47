import { fold } from '../minutes/text.ts';
import { typeset } from '../typography/typeset.ts';
import { MONTHS } from '../typography/format.ts';

/** Parts what is read of a record from what is only found. */
const HIDDEN = '\n\u2042\n';
const GROUPED = /\b\d{1,3}(?:[ \u00a0\u202f]\d{3})+\b/g;
const HYPHENED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
const LIGATURE = /[\p{L}]*[œæŒÆ][\p{L}œæ]*/gu;
const DAY = /(?<![\d/])(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])(?:\/((?:20)?\d{2}))?(?![\d/])/g;

/**
 * Text as Pagefind is to index it, so that a French word is found however it was typed: apostrophes
 * straight (Pagefind cuts `l'assemblée` in two, `l’assemblée` not), plain spaces and hyphens, nothing
 * invisible inside words. What may be typed otherwise is added where nobody reads it: œ in two letters,
 * numbers in one piece (`1070`), compounds in words, days in figures in words.
 */
export function indexText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ');
  const otherwise = new Set([
    ...found(plain, GROUPED).map((number) => number.replace(/\D/g, '')),
    ...found(plain, HYPHENED).map((compound) => compound.replaceAll('-', ' ')),
    ...found(plain, LIGATURE).map(fold),
    ...[...plain.matchAll(DAY)].map(([, day, month, year]) => dayInWords(day, month, year)),
  ]);
  return otherwise.size === 0 ? plain : `${plain}${HIDDEN}${[...otherwise].join('\n')}`;
}

const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

/** What is read of indexed text, set in French as on the pages. */
export function readText(indexed: string): string {
  const [plain = ''] = indexed.split('\u2042');
  return typeset(plain.trim());
}

/** What of indexed text is only found. */
export function hiddenText(indexed: string): string {
  return indexed.split('\u2042')[1] ?? '';
}

function dayInWords(day = '', month = '', year = ''): string {
  const name = MONTHS[Number(month) - 1] ?? '';
  const full = year.length === 2 ? `20${year}` : year;
  return `${Number(day) === 1 ? '1er' : Number(day)} ${name} ${full}`.trim();
}
