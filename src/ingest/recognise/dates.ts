import { memoised } from '../../minutes/memo.ts';
import { wordDates } from './dates-in-words.ts';
import { foldKeepingLength } from './fold.ts';

const MONTHS = [
  'janv',
  'fev',
  'mars',
  'avr',
  'mai',
  'juin',
  'juil',
  'aou',
  'sept',
  'oct',
  'nov',
  'dec',
];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
/** A weekday in full or shortened ("jeu.", "mer"), as a prefix of a date. */
export const WEEKDAY =
  '(dim(?:anche)?|lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:d(?:redi)?)?|sam(?:edi)?)';
const MONTH =
  '(janv(?:ier)?|jan|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const BEFORE = `(?:\\b${WEEKDAY}\\.?\\s+(?:le\\s+)?)?(?<![\\d/.,])`;
const WRITTEN = new RegExp(
  `${BEFORE}(\\d{1,2})\\s*(?:er)?\\s+${MONTH}(?![\\p{L}])\\.?(?:,?\\s+((?:19|20)\\d{2})(?!\\d)|\\s+'(\\d{2})(?!\\d))?`,
  'gu',
);
const NUMERIC = new RegExp(
  `${BEFORE}(?:(\\d{1,2})(?:er)?/(\\d{1,2})(?:/((?:19|20)\\d{2}|\\d{2}))?|(\\d{1,2})[.-](\\d{1,2})[.-]((?:19|20)\\d{2})|(\\d{2})\\.(\\d{2})\\.(\\d{2}))(?![\\d/])`,
  'gu',
);
const ISO = /(?<![\d/.,-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])/g;

/** A date as a text states it; `year` and `weekday` (0 = Sunday) are `null` where it does not say. */
export interface WrittenDate {
  day: number;
  /** 1–12. */
  month: number;
  year: number | null;
  weekday: number | null;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/**
 * Every date of a text: in words ("lundi 13 janv. 2025", "1er octobre", "six juillet deux mille
 * vingt-six") or figures ("16/10/2025", "jeu. 03/02", "16.04.26", "2026-04-16").
 */
export const findDates = memoised((text): readonly WrittenDate[] => {
  const folded = foldKeepingLength(text);
  const found: WrittenDate[] = wordDates(folded, weekdayOf);
  const add = (match: RegExpExecArray, parts: (string | undefined)[]): void => {
    const [name, day, month, year] = parts;
    found.push({
      day: Number(day),
      month: Number(month),
      year: year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
      weekday: weekdayOf(name),
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    });
  };
  const inFigures = /\d/.test(folded) ? folded : '';
  for (const match of inFigures.matchAll(WRITTEN)) {
    const [, name, day, month = '', year, short] = match;
    add(match, [name, day, String(monthOf(month)), year ?? short]);
  }
  for (const match of inFigures.matchAll(NUMERIC)) {
    const [, name, d1, m1, y1, d2, m2, y2, d3, m3, y3] = match;
    add(match, [name, d1 ?? d2 ?? d3, m1 ?? m2 ?? m3, y1 ?? y2 ?? y3]);
  }
  for (const match of inFigures.matchAll(ISO))
    add(match, [undefined, match[3], match[2], match[1]]);
  return found
    .filter((date) => isDay(date.year ?? 2024, date.month, date.day))
    .sort((a, b) => a.start - b.start);
});

const monthOf = (name: string): number =>
  name === 'jan' ? 1 : MONTHS.findIndex((prefix) => name.startsWith(prefix)) + 1;

/** Day of the week of its name, in full or shortened; 0 = Sunday, `null` for none. */
export function weekdayOf(name: string | undefined): number | null {
  const at =
    name === undefined ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3)));
  return at < 0 ? null : at;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1;
}

/** `YYYY-MM-DD`. */
export function iso(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day of the week of an ISO date, 0 = Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** ISO date of a written one: its own year, else the first such date after `day` (or on the day itself). */
export function firstAfter(date: WrittenDate, day: string): string {
  if (date.year !== null) return iso(date.year, date.month, date.day);
  return nearest(date, day, 1, (candidate) => candidate > day);
}

/** ISO date of a written one: its own year, else the latest such date not after `day`. */
export function lastUpTo(date: WrittenDate, day: string): string {
  if (date.year !== null) return iso(date.year, date.month, date.day);
  return nearest(date, day, -1, (candidate) => candidate <= day);
}

/** Steps a year at a time from `day`'s until the date exists (29 February) and `fits`. */
function nearest(
  date: WrittenDate,
  day: string,
  step: number,
  fits: (candidate: string) => boolean,
): string {
  let year = Number(day.slice(0, 4));
  for (let tries = 0; tries < 9; tries += 1, year += step) {
    const candidate = iso(year, date.month, date.day);
    if (isDay(year, date.month, date.day) && fits(candidate)) return candidate;
  }
  return iso(year, date.month, date.day);
}
