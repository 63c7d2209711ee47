import type { Minutes } from '../minutes/minutes.ts';
import type { Person } from '../minutes/schema.ts';
import type { SiteTable } from '../minutes/sites.ts';
import { formatDate, formatTimes, ordinalSuffix } from '../typography/format.ts';
import type { SearchRecord } from './record.ts';

/** What a CR's page says of it before its text, and who was there: both from its data. */
export function summaryRecords(minutes: Minutes, page: string, sites: SiteTable): SearchRecord[] {
  const common = { kind: 'en-bref', sites: [], date: minutes.date, route: minutes.route } as const;
  const title = conferenceOf(minutes);
  const summary: SearchRecord = { ...common, url: page, title, text: summaryText(minutes) };
  const people = peopleText(minutes, sites);
  if (people === '') return [summary];
  const anchor = `${page}#participants-et-excuses`;
  return [summary, { ...common, url: anchor, title: 'Participants', text: people }];
}

/** `50e conférence, 19 janvier 2026`: what a CR is called among others. */
function conferenceOf({ number, date }: Minutes): string {
  const day = formatDate(date, 'date');
  if (number === null) return `Conférence du ${day}`;
  return `${number}${ordinalSuffix(number)} conférence, ${day}`;
}

function summaryText({ inclusions, highlights, agenda, next, date, start, end }: Minutes): string {
  const day = formatDate(date);
  const lines = [`${day.charAt(0).toUpperCase()}${day.slice(1)} ${formatTimes(start, end)}`.trim()];
  if (inclusions !== null) {
    const asOf = inclusions.asOf === null ? '' : ` au ${formatDate(inclusions.asOf, 'date')}`;
    lines.push(`${inclusions.count} inclusions${asOf}`);
  }
  if (highlights.length > 0) lines.push(`À retenir : ${highlights.join(' ; ')}`);
  if (agenda.length > 0) lines.push(`Ordre du jour : ${agenda.join(' ; ')}`);
  if (next.length > 0) {
    const days = next.map((one) => formatDate(one.date));
    lines.push(`Prochaines conférences : ${days.join(' ; ')}`);
  }
  return lines.join('\n');
}

function peopleText({ participants, excused }: Minutes, sites: SiteTable): string {
  const named = ({ name, site }: Person): string =>
    site === null ? name : `${name} (${sites.nameOf(site)})`;
  const line = (label: string, people: readonly Person[]): string[] =>
    people.length === 0 ? [] : [`${label} : ${people.map(named).join(', ')}`];
  return [...line('Présents', participants), ...line('Excusés', excused)].join('\n');
}
