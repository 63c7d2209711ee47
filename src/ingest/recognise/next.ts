import type { Conference } from '../../minutes/schema.ts';
import type { Block } from '../blocks/block.ts';
import { announcements, type Passage } from './announcements.ts';
import { findDates, firstAfter, weekday, type WrittenDate } from './dates.ts';
import { type Doubt, evidence, type Evidence, type Finding } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { findHours, type Hours } from './hours.ts';
import { looseDays } from './loose-days.ts';
import { isMoved } from './moved.ts';
import type { Zone } from './outline.ts';

const SAME =
  /\b(?:memes? (?:horaires?|heures?|creneaux?)|idem|horaires? (?:habituels?|inchanges?)|heures? habituelles?|comme d'habitude|toujours)\b/;
const UNSURE =
  /(?:heures?|horaires?|creneau)\s?:? (?:(?:reste\w* )?a (?:confirmer|preciser|definir|fixer|determiner|venir)|non (?:fixee?s?|communiquee?s?|connue?s?)|inconnue?s?|pas encore)/;
/** Farther ahead, a date without its year is no announcement but a look back. */
const DAYS_AHEAD = 300;

/**
 * The conferences a CR announces, each once, in date order. A date without its year is the first
 * such one after the conference; hours stated once for several dates hold for all of them, and « mêmes
 * horaires » are those stated before, else the conference's own.
 * @param day the conference's date.
 * @param own the conference's hours.
 */
export function readNext(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string,
  doubts: Doubt[],
  own: Hours | null = null,
): Finding<Conference>[] {
  const found = new Map<string, Finding<Conference>>();
  for (const run of announcements(blocks, zones)) {
    for (const item of readRun(run, day, own, doubts)) {
      const known = found.get(item.value.date);
      if (known === undefined) found.set(item.value.date, item);
      else if (known.value.start === null) {
        known.value.start = item.value.start;
        known.value.end = item.value.end;
      }
    }
  }
  return [...found.values()].sort((a, b) => a.value.date.localeCompare(b.value.date));
}

/** A date of a run, the text up to the next one, and where it stands. */
interface Announced {
  date: WrittenDate;
  read: Evidence;
  span: string;
  hours: Hours | null;
}

function readRun(
  run: readonly Passage[],
  day: string,
  own: Hours | null,
  doubts: Doubt[],
): Finding<Conference>[] {
  const { lead, items } = datesOf(run, day);
  const ahead = findHours(lead);
  const before = ahead ?? (SAME.test(foldKeepingLength(lead)) ? own : null);
  return items.flatMap((item, index) => {
    const value = firstAfter(item.date, day);
    if (value <= day || (item.date.year === null && daysBetween(day, value) > DAYS_AHEAD))
      return [];
    checkWeekday(item.date, value, item.read, doubts);
    const hours = hoursOf(items, index, before, own);
    return [
      {
        value: { date: value, start: hours?.start ?? null, end: hours?.end ?? null },
        ...item.read,
      },
    ];
  });
}

/** The dates of a run that still hold, and the text before the first of them. */
function datesOf(run: readonly Passage[], day: string): { lead: string; items: Announced[] } {
  const items: Announced[] = [];
  let lead = '';
  for (const { block, text, start } of run) {
    const folded = foldKeepingLength(text);
    const all = [...findDates(text), ...looseDays(text, day)].sort((a, b) => a.start - b.start);
    let from = 0;
    all.forEach((date, index) => {
      const gap = text.slice(from, date.start);
      if (items.length === 0) lead += gap;
      const stop = all[index + 1]?.start ?? text.length;
      from = stop;
      if (isMoved(folded, date)) return;
      const span = text.slice(date.end, stop);
      items.push({ date, read: evidence(block, start + date.start), span, hours: findHours(span) });
    });
    const last = items.at(-1);
    if (all.length === 0) {
      if (last === undefined) lead += ` ${text}`;
      else {
        last.span += ` ${text}`;
        last.hours ??= findHours(text);
      }
    }
  }
  return { lead, items };
}

/** A date's own hours, those said to be the same as before, or those stated once for the whole list. */
function hoursOf(
  items: readonly Announced[],
  index: number,
  ahead: Hours | null,
  own: Hours | null,
): Hours | null {
  const item = items[index];
  if (item === undefined || UNSURE.test(foldKeepingLength(item.span))) return null;
  if (item.hours !== null) return item.hours;
  const earlier = items.slice(0, index).findLast(({ hours }) => hours !== null)?.hours ?? ahead;
  const later = items.slice(index + 1);
  const rest = later.findIndex(
    ({ hours, span }) => hours !== null || SAME.test(foldKeepingLength(span)),
  );
  const listed = later.slice(0, rest + 1);
  const said = later[rest];
  if (SAME.test(foldKeepingLength(item.span))) return earlier ?? own;
  if (said !== undefined && listed.every(({ span }) => !UNSURE.test(foldKeepingLength(span))))
    return said.hours ?? earlier ?? own;
  return ahead;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

function checkWeekday(date: WrittenDate, value: string, read: Evidence, doubts: Doubt[]): void {
  if (date.weekday === null || weekday(value) === date.weekday) return;
  doubts.push({
    field: 'next',
    why: `le jour de la semaine écrit ne tombe pas sur le ${value}`,
    ...read,
  });
}
