import type { Minutes } from '../minutes/minutes.ts';
import type { Conference } from '../minutes/schema.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

/** One conference as all CRs together tell of it. */
export interface CalendarEntry extends Conference {
  /** Stays the same when the conference is moved: `conference-48`. */
  id: string;
  /** Its ordinal: its own CR's, or counted on from the CR that announces it; `null` where unknown. */
  number: number | null;
  /** `held`: it has its CR. `announced`: coming, or past and without a CR. `cancelled`: taken back. */
  status: 'held' | 'announced' | 'cancelled';
  /** Its own CR, once there is one. */
  minutes: MinutesRef | null;
  /** The CR that gave it the date it has. */
  statedBy: MinutesRef;
  /** Dates it was announced for before, oldest first. */
  earlier: string[];
  /** How often date, hours or status have changed since it was first announced. */
  revision: number;
  /** When the portal learnt of the last change, ISO 8601. */
  revisedAt: string;
}

/**
 * Every conference, in date order, from what CR after CR says: a CR's own date holds for its
 * conference, and the dates it announces hold for the next ones, counted from its number. So a date
 * that a later CR gives otherwise is moved, and one that a later CR leaves out, although it announces
 * a later one, is cancelled.
 */
export function conferenceCalendar(minutes: readonly Minutes[]): CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  for (const one of chronological(minutes)) {
    const own = hold(one, entries);
    const announced = one.next.flatMap((next, index) =>
      announce(next, own.number === null ? null : own.number + 1 + index, one, entries),
    );
    cancelSuperseded(one, own, announced, entries);
  }
  return entries.sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
}

/** The conference that was ever announced for a day: the one that has it now first. */
export function conferenceOn(
  date: string,
  entries: readonly CalendarEntry[],
): CalendarEntry | null {
  const rank = (entry: CalendarEntry): number =>
    entry.date === date && entry.status !== 'cancelled' ? 0 : entry.date === date ? 2 : 1;
  const ever = entries.filter((entry) => entry.date === date || entry.earlier.includes(date));
  return ever.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Every day that was ever announced or held, in order. */
export function conferenceDates(entries: readonly CalendarEntry[]): string[] {
  return [...new Set(entries.flatMap(({ date, earlier }) => [date, ...earlier]))].sort();
}

/** Records that a conference took place. */
function hold(one: Minutes, entries: CalendarEntry[]): CalendarEntry {
  const waiting = entries.filter(({ minutes }) => minutes === null);
  const entry =
    waiting.find(({ number }) => number !== null && number === one.number) ??
    waiting.find(
      ({ number, date }) => date === one.date && (number === null || one.number === null),
    ) ??
    add(one, one.number, one, entries);
  // A CR that does not repeat the hours does not take them back.
  const isRepeated = one.start === null || one.start === entry.start;
  const known = entry.date === one.date && isRepeated ? entry : { start: null, end: null };
  revise(entry, 'held', one, {
    date: one.date,
    start: one.start ?? known.start,
    end: one.end ?? known.end,
  });
  entry.number ??= one.number;
  entry.minutes = refOf(one);
  return entry;
}

/** Records an announced date; none for a conference whose own CR is known. */
function announce(
  next: Conference,
  number: number | null,
  by: Minutes,
  entries: CalendarEntry[],
): CalendarEntry[] {
  const known =
    entries.find((entry) => number !== null && entry.number === number) ??
    entries.find(
      (entry) => entry.date === next.date && (entry.number === null || number === null),
    ) ??
    add(next, number, by, entries);
  if (known.minutes !== null) return [];
  known.number ??= number;
  revise(known, 'announced', by, next);
  return [known];
}

function cancelSuperseded(
  by: Minutes,
  own: CalendarEntry,
  announced: readonly CalendarEntry[],
  entries: readonly CalendarEntry[],
): void {
  const horizon = by.next.at(-1)?.date ?? by.date;
  for (const entry of entries) {
    if (entry.minutes !== null || entry.status === 'cancelled' || announced.includes(entry)) {
      continue;
    }
    const isEarlier =
      entry.number !== null && own.number !== null
        ? entry.number < own.number
        : entry.date < by.date;
    const isPast = entry.date < by.date;
    // Past and before this one: it may have taken place, and only its CR be missing.
    const stands = isEarlier ? isPast : !isPast && entry.date > horizon;
    if (!stands) revise(entry, 'cancelled', by, entry);
  }
}

function add(
  { date, start, end }: Conference,
  number: number | null,
  by: Minutes,
  entries: CalendarEntry[],
): CalendarEntry {
  const entry: CalendarEntry = {
    id: `conference-${number === null ? date : String(number)}`,
    ...{ date, start, end, number },
    status: 'announced',
    minutes: null,
    statedBy: refOf(by),
    earlier: [],
    revision: 0,
    revisedAt: by.source.importedAt,
  };
  entries.push(entry);
  return entry;
}

function revise(
  entry: CalendarEntry,
  status: CalendarEntry['status'],
  by: Minutes,
  { date, start, end }: Conference,
): void {
  const isChanged =
    entry.date !== date ||
    entry.start !== start ||
    entry.end !== end ||
    (entry.status === 'cancelled') !== (status === 'cancelled');
  entry.status = status;
  if (!isChanged) return;
  if (entry.date !== date) {
    entry.earlier = [...entry.earlier.filter((each) => each !== date), entry.date];
  }
  Object.assign(entry, { date, start, end });
  entry.statedBy = refOf(by);
  entry.revision += 1;
  entry.revisedAt = by.source.importedAt;
}

/** The conferences that the last CR leaves open, and those up to it. */
export interface Agenda {
  /** In date order; today decides which of them are past. */
  coming: CalendarEntry[];
  /** Newest first. */
  past: CalendarEntry[];
}

/** Parts a calendar at the last CR. A cancelled date on which another conference is now held is left out. */
export function agendaOf(entries: readonly CalendarEntry[]): Agenda {
  const last = entries.findLast(({ minutes }) => minutes !== null)?.date ?? '';
  const standing = new Set(
    entries.filter(({ status }) => status !== 'cancelled').map(({ date }) => date),
  );
  const shown = entries.filter(({ status, date }) => status !== 'cancelled' || !standing.has(date));
  return {
    coming: shown.filter(({ date }) => date > last),
    past: shown.filter(({ date }) => date <= last).reverse(),
  };
}
