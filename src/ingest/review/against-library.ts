import { formatCount, formatDate, formatTime } from '../../typography/format.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { MinutesJson } from '../json.ts';
import { cite } from './cite.ts';
import type { Entry, KnownMinutes } from './entry.ts';
import type { Neighbours } from './library.ts';
import { nameOf } from './words.ts';

const DAY = 86_400_000;
/** A conference is moved by days; one announced further off is another one. */
const MOVED_DAYS = 10;
/** Two conferences never follow each other within fewer days. */
const APART_DAYS = 10;

/** A CR that says itself that its conference was moved. */
const MOVED = /initialement|d[ée]cal|report[ée]|au lieu d|avanc[ée]e|d[ée]plac[ée]e/i;

/** What a CR says against the others: dates announced, numbers, figures that fall. */
export function libraryContradictions(
  json: MinutesJson,
  neighbours: Neighbours,
  sites: SiteTable,
): Entry[] {
  return [
    ...announced(json, neighbours),
    ...numbers(json, neighbours),
    ...nationalFall(json, neighbours),
    ...siteFalls(json, neighbours, sites),
  ];
}

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

/** The last CR that announced a conference about this day announced another day, or another hour. */
function announced(json: MinutesJson, { before }: Neighbours): Entry[] {
  const { date, start, evidence } = json;
  const stated = ['/date', '/start'].map((pointer) => evidence[pointer]?.sentence ?? '');
  if (date === null || stated.some((sentence) => MOVED.test(sentence))) return [];
  for (const earlier of before) {
    const near = earlier.next.filter((next) => daysBetween(next.date, date) <= MOVED_DAYS);
    const [first] = near;
    if (first === undefined) continue;
    const same = near.find((next) => next.date === date);
    if (same === undefined) {
      const what = `le ${nameOf(earlier)} annonçait le ${formatDate(first.date)}, celui-ci est daté du ${formatDate(date)}`;
      return [cite(json, '/date', { field: 'date', what })];
    }
    if (same.start !== null && start !== null && same.start !== start) {
      const what = `le ${nameOf(earlier)} annonçait ${formatTime(same.start)}, celui-ci dit ${formatTime(start)}`;
      return [cite(json, ['/start', '/date'], { field: 'start', what })];
    }
    return [];
  }
  return [];
}

function numbers(json: MinutesJson, { others, before, after }: Neighbours): Entry[] {
  const { number, date } = json;
  const field = 'number';
  if (date === null) return [];
  const twin = others.find(
    (one) => one.date === date || (number !== null && one.number === number),
  );
  if (twin !== undefined) {
    const what =
      twin.date === date
        ? `la même date que le ${nameOf(twin)}`
        : `le portail a déjà un ${nameOf(twin)}`;
    return [cite(json, ['/number', '/date'], { field, what })];
  }
  if (number === null) return [];
  const last = before.find((one) => one.number !== null);
  const next = after.find((one) => one.number !== null);
  const fault = misplaced(number, date, last, -1) ?? misplaced(number, date, next, 1);
  return fault === null ? [] : [cite(json, '/number', { field, what: fault })];
}

/** Why a number cannot stand beside that of a neighbour (before: -1, after: 1), or `null`. */
function misplaced(
  number: number,
  date: string,
  other: KnownMinutes | undefined,
  side: -1 | 1,
): string | null {
  if (other?.number == null) return null;
  const steps = (other.number - number) * side;
  const where = side < 0 ? 'précédent' : 'suivant';
  if (steps <= 0) return `n°\u00a0${String(number)}, mais le ${where} est le ${nameOf(other)}`;
  if (steps > 1 && daysBetween(date, other.date) < steps * APART_DAYS) {
    return `n°\u00a0${String(number)}, ${String(Math.round(daysBetween(date, other.date)))}\u00a0jours ${side < 0 ? 'après' : 'avant'} le ${nameOf(other)}`;
  }
  return null;
}

function nationalFall(json: MinutesJson, { before, after }: Neighbours): Entry[] {
  const count = json.inclusions?.count;
  if (count === undefined) return [];
  const fall = fallOf(count, before, after, (one) => one.inclusions?.count ?? null);
  if (fall === null) return [];
  const what = `${formatCount(count)} inclusions en tout, mais ${fall}`;
  return [cite(json, '/inclusions', { field: 'inclusions', what })];
}

function siteFalls(json: MinutesJson, { before, after }: Neighbours, sites: SiteTable): Entry[] {
  return json.siteUpdates.flatMap(({ site, text, inclusions }, index) => {
    const slug = sites.find(site);
    if (inclusions === null || slug === null || CORRECTS.test(text)) return [];
    const fall = fallOf(inclusions, before, after, (one) => siteCount(one, slug));
    if (fall === null) return [];
    const what = `${site}\u00a0: ${formatCount(inclusions)} inclusions, mais ${fall}`;
    const pointer = `/siteUpdates/${String(index)}/inclusions`;
    return [cite(json, pointer, { field: 'siteUpdates.inclusions', what })];
  });
}

/** Inclusions that a CR states of a site, the last where it states two. */
export function siteCount(minutes: KnownMinutes, slug: string): number | null {
  return (
    minutes.news.findLast((one) => one.site === slug && one.inclusions !== null)?.inclusions ?? null
  );
}

/** A text that says itself that an earlier figure was wrong. */
const CORRECTS =
  /doublon|corrig|correction|rectifi|erreur|erron|et non (?:pas )?\d|au lieu de \d|recompt/i;

/** Totals since the beginning never fall: "1 004 déjà dans le CR n° 46…", or `null`. */
function fallOf(
  count: number,
  before: readonly KnownMinutes[],
  after: readonly KnownMinutes[],
  read: (minutes: KnownMinutes) => number | null,
): string | null {
  const last = before.find((one) => read(one) !== null);
  const next = after.find((one) => read(one) !== null);
  const was = last === undefined ? null : read(last);
  const becomes = next === undefined ? null : read(next);
  if (last !== undefined && was !== null && was > count)
    return `déjà ${formatCount(was)} dans le ${nameOf(last)}`;
  if (next !== undefined && becomes !== null && becomes < count)
    return `seulement ${formatCount(becomes)} ensuite, dans le ${nameOf(next)}`;
  return null;
}
