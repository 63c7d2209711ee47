import { formatCount, formatDate, formatTime } from '../../typography/format.ts';
import { nameKey } from '../../minutes/names.ts';
import type { MinutesJson } from '../json.ts';
import { cite } from './cite.ts';
import type { Entry } from './entry.ts';

/** What a CR's own head says against itself. */
export function headContradictions(json: MinutesJson, today: string): Entry[] {
  return [...dates(json, today), ...hours(json), ...attendance(json)];
}

function dates(json: MinutesJson, today: string): Entry[] {
  const { date, inclusions } = json;
  const entries: Entry[] = [];
  if (date === null) return entries;
  if (date > today) {
    const what = `la conférence est datée du ${formatDate(date)}, qui n’est pas encore passé`;
    entries.push(cite(json, '/date', { field: 'date', what }));
  }
  if (inclusions?.asOf != null && inclusions.asOf > date) {
    const asOf = formatDate(inclusions.asOf, 'date');
    const what = `le chiffre national est arrêté au ${asOf}, après la conférence (${formatDate(date, 'date')})`;
    entries.push(cite(json, '/inclusions', { field: 'inclusions.asOf', what }));
  }
  return entries;
}

function hours(json: MinutesJson): Entry[] {
  const own = { start: json.start, end: json.end, pointer: '/start', field: 'start' };
  const announced = json.next.map((next, index) => ({
    ...next,
    pointer: `/next/${String(index)}`,
    field: 'next',
  }));
  return [own, ...announced].flatMap(({ start, end, pointer, field }) => {
    if (start === null || end === null || start < end) return [];
    const what = `commence à ${formatTime(start)} et finit à ${formatTime(end)}`;
    return [cite(json, [pointer, '/date'], { field, what })];
  });
}

function attendance(json: MinutesJson): Entry[] {
  const present = new Map(json.participants.map(({ name }) => [nameKey(name), name]));
  return json.excused.flatMap(({ name }, index) => {
    if (!present.has(nameKey(name))) return [];
    const what = `${name} est à la fois présente et excusée`;
    return [cite(json, `/excused/${String(index)}`, { field: 'excused', what })];
  });
}

/** Figures of one CR that cannot stand together: more followed than included, two totals for a site… */
export function figureContradictions(json: MinutesJson): Entry[] {
  const entries: Entry[] = [];
  const totals = new Map<string, number>();
  json.siteUpdates.forEach(({ site, inclusions, followed }, index) => {
    const pointer = `/siteUpdates/${String(index)}`;
    if (inclusions !== null && followed !== null && followed > inclusions) {
      const what = `${site}\u00a0: ${formatCount(followed)} enfants suivis, plus que les ${formatCount(inclusions)} inclus`;
      entries.push(cite(json, `${pointer}/followed`, { field: 'siteUpdates.followed', what }));
    }
    if (inclusions === null) return;
    const before = totals.get(site);
    if (before !== undefined && before !== inclusions) {
      const what = `${site}\u00a0: ${formatCount(before)} inclusions, puis ${formatCount(inclusions)} dans le même compte-rendu`;
      entries.push(cite(json, `${pointer}/inclusions`, { field: 'siteUpdates.inclusions', what }));
    }
    totals.set(site, inclusions);
  });
  const sum = [...totals.values()].reduce((all, one) => all + one, 0);
  if (json.inclusions !== null && sum > json.inclusions.count) {
    const what = `les sites comptent ensemble ${formatCount(sum)} inclusions, plus que le total national de ${formatCount(json.inclusions.count)}`;
    entries.push(cite(json, '/inclusions', { field: 'inclusions', what }));
  }
  return entries;
}
