import { formatDate } from '../../typography/format.ts';
import { findDates, iso, weekday, type WrittenDate } from '../recognise/dates.ts';
import type { Entry } from './entry.ts';
import type { Passage } from './passages.ts';
import { quote } from './passages.ts';
import { guillemets } from './words.ts';

const DAY = 86_400_000;
const DAY_NAME = /(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/;
/** How far from its conference a date without a year may be meant, in days. */
const BACK = 200;
const AHEAD = 330;

/**
 * Dates whose weekday they do not fall on: in their own year or, without one, in every year that may
 * be meant. Each once.
 */
export function weekdayContradictions(passages: readonly Passage[], date: string | null): Entry[] {
  const seen = new Set<string>();
  const named = passages.filter(({ folded }) => DAY_NAME.test(folded));
  return named.flatMap((passage) =>
    findDates(passage.text).flatMap((written) => {
      const what = contradiction(passage.text, written, date);
      if (what === null || seen.has(what)) return [];
      seen.add(what);
      return [quote(passage, { field: 'text', what })];
    }),
  );
}

function contradiction(text: string, written: WrittenDate, date: string | null): string | null {
  if (written.weekday === null) return null;
  const years = written.year === null ? yearsAround(written, date) : [written.year];
  const days = years.map((year) => iso(year, written.month, written.day)).filter(isDay);
  if (days.length === 0 || days.some((day) => weekday(day) === written.weekday)) return null;
  const nearest = days.toSorted((a, b) => distance(a, date) - distance(b, date))[0] ?? '';
  return `${guillemets(text.slice(written.start, written.end))}, mais c’est un ${formatDate(nearest)}`;
}

function yearsAround(written: WrittenDate, date: string | null): number[] {
  if (date === null) return [];
  const year = Number(date.slice(0, 4));
  return [year - 1, year, year + 1].filter((candidate) => {
    const gap = (Date.parse(iso(candidate, written.month, written.day)) - Date.parse(date)) / DAY;
    return gap >= -BACK && gap <= AHEAD;
  });
}

const distance = (day: string, date: string | null): number =>
  date === null ? 0 : Math.abs(Date.parse(day) - Date.parse(date));

const isDay = (day: string): boolean =>
  new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
