import { foldKeepingLength } from './fold.ts';

const MONTHS = [
  'janv',
  'fevr',
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
const MONTH =
  '(janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const WRITTEN = new RegExp(
  `(?:\\b(${WEEKDAYS.join('|')})\\s+)?(?<![\\d/.,])(\\d{1,2})\\s*(?:er)?\\s+${MONTH}\\b\\.?(?:\\s+(\\d{4}))?`,
  'g',
);
const NUMERIC = new RegExp(
  `(?:\\b(${WEEKDAYS.join('|')})\\s+)?(?<![\\d/.,])(?:(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?|(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4}))(?![\\d/])`,
  'g',
);

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

/** Every date of a text in words ("lundi 13 janv. 2025", "1er octobre") or figures ("16/10/2025", "03/02"). */
export function findDates(text: string): WrittenDate[] {
  const folded = foldKeepingLength(text);
  const found: WrittenDate[] = [];
  for (const match of folded.matchAll(WRITTEN)) {
    const [whole, weekday, day, month, year] = match;
    found.push({
      day: Number(day),
      month: MONTHS.findIndex((prefix) => month?.startsWith(prefix)) + 1,
      year: year === undefined ? null : Number(year),
      weekday: weekdayOf(weekday),
      start: match.index,
      end: match.index + whole.trimEnd().length,
    });
  }
  for (const match of folded.matchAll(NUMERIC)) {
    const [whole, weekday, d1, m1, y1, d2, m2, y2] = match;
    const year = y1 ?? y2;
    found.push({
      day: Number(d1 ?? d2),
      month: Number(m1 ?? m2),
      year: year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
      weekday: weekdayOf(weekday),
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return found
    .filter((date) => isDay(date.year ?? 2024, date.month, date.day))
    .sort((a, b) => a.start - b.start);
}

const weekdayOf = (name: string | undefined): number | null =>
  name === undefined ? null : WEEKDAYS.indexOf(name);

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

const HOUR = '(\\d{1,2})\\s*(?:h|heures?|:)\\s*(\\d{2})?(?!\\d)';
const RANGE = new RegExp(`(?<!\\d)${HOUR}\\s*(?:a|-|–|jusqu'a|et)\\s*${HOUR}`);
const SINGLE = new RegExp(`(?<!\\d)${HOUR}`);

/** Hours a text states: "de 13 h 30 à 15h", "13h30-15h", "à partir de 13h30" (`end` null); `null` without any. */
export function findHours(text: string): { start: string; end: string | null } | null {
  const folded = foldKeepingLength(text);
  const range = RANGE.exec(folded);
  const start = hour(range?.[1], range?.[2]);
  const end = hour(range?.[3], range?.[4]);
  if (start !== null && end !== null) return { start, end };
  const single = SINGLE.exec(folded);
  const only = hour(single?.[1], single?.[2]);
  return only === null ? null : { start: only, end: null };
}

function hour(hours: string | undefined, minutes: string | undefined): string | null {
  if (hours === undefined || Number(hours) > 23 || Number(minutes ?? 0) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
}
