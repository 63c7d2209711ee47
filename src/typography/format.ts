import { NBSP, NNBSP } from './spaces.ts';

/** Names of the months, January first. */
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const SHORT = [
  'janv.',
  'févr.',
  'mars',
  'avril',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;
const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

export type DateStyle = 'full' | 'date' | 'day-month' | 'short' | 'month-year';

/** A count with thin spaces between thousands: `1 070`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, NNBSP);
}

/** A counted noun: `1 question`, `3 questions`, `0 question`. */
export function formatPlural(count: number, noun: string): string {
  return `${formatCount(count)}${NBSP}${noun}${count > 1 ? 's' : ''}`;
}

/** A decimal number as French writes it: `1,8`. */
export function formatDecimal(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return formatCount(Number(whole)) + (fraction === undefined ? '' : `,${fraction}`);
}

/**
 * An ISO date in words: `lundi 19 janvier 2026` (full), `19 janvier 2026` (date), `19 janvier`
 * (day-month), `19 janv. 2026` (short), `janvier 2026` (month-year). No time zone is involved.
 * @throws {RangeError} when `iso` is no date.
 */
export function formatDate(iso: string, style: DateStyle = 'full'): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(date.getTime())) {
    throw new RangeError(`"${iso}" is no ISO date; expected YYYY-MM-DD.`);
  }
  const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate());
  const month = (style === 'short' ? SHORT : MONTHS)[date.getUTCMonth()] ?? '';
  const year = String(date.getUTCFullYear());
  const weekday = DAYS[date.getUTCDay()] ?? '';
  switch (style) {
    case 'month-year':
      return `${month} ${year}`;
    case 'day-month':
      return `${day}${NBSP}${month}`;
    case 'full':
      return `${weekday} ${day}${NBSP}${month} ${year}`;
    case 'date':
    case 'short':
      return `${day}${NBSP}${month} ${year}`;
  }
}

/** A time of day: `13:30` → `13 h 30`, `15:00` → `15 h`. */
export function formatTime(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  const short = `${String(Number(hours))}${NBSP}h`;
  return minutes === '00' ? short : `${short}${NBSP}${minutes}`;
}

/** `de 13 h 30 à 15 h`, `à 13 h 30`, or '' where no time is stated. */
export function formatTimes(start: string | null, end: string | null): string {
  if (start === null) return '';
  if (end === null) return `à ${formatTime(start)}`;
  return `de ${formatTime(start)} à ${formatTime(end)}`;
}

/** The letters of an ordinal: `re` for 1 (la 1re conférence), else `e`. */
export function ordinalSuffix(number: number): 're' | 'e' {
  return number === 1 ? 're' : 'e';
}

/** Numbers as runs: `n° 47 à 49`, `n° 47`, `n° 41 et 43`; expects them ascending. */
export function formatNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const parts = runs.map(([from, to]) => {
    if (from === to) return String(from);
    return `${String(from)} ${to === from + 1 ? 'et' : 'à'}${NBSP}${String(to)}`;
  });
  const last = parts.pop() ?? '';
  const list = parts.length === 0 ? last : `${parts.join(', ')} et ${last}`;
  return `n°${NBSP}${list}`;
}

/** A difference in words: `66 de plus`, `5 de moins`, `inchangé`. */
export function formatChange(change: number): string {
  if (change === 0) return 'inchangé';
  return `${formatCount(Math.abs(change))} de ${change > 0 ? 'plus' : 'moins'}`;
}

const WORDS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  );

/** A small number in letters (`quatre`); from 17 on in figures. */
export function spellOut(number: number): string {
  return WORDS[number] ?? formatCount(number);
}
