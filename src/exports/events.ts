import type { CalendarEntry } from '../insights/calendar.ts';
import type { WebinarData } from '../minutes/schema.ts';
import { formatDate, formatNumbers } from '../typography/format.ts';
import type { CalendarEvent } from './ics.ts';

/** Whose events these are. */
export interface EventSource {
  /** `PEGASE` */
  programme: string;
  /** Host of the portal: the second half of the events' ids. */
  host: string;
}

/** A conference as an event. @param url the portal's page of dates */
export function conferenceEvent(
  entry: CalendarEntry,
  { programme, host }: EventSource,
  url: string,
): CalendarEvent {
  const { date, start, end, statedBy, minutes } = entry;
  const said = minutes ?? statedBy;
  const name =
    said.number === null
      ? `CR du ${formatDate(said.date, 'date')}`
      : `CR ${formatNumbers([said.number])}`;
  const source = minutes === null ? `Date annoncée au ${name}` : `Compte-rendu publié : ${name}`;
  return {
    uid: `${entry.id}@${host}`,
    ...{ date, start, end, url },
    summary: `${programme}\u00a0: conférence des coordinations locales`,
    description: `${source}.\nDates à jour sur le portail : ${url}`,
    cancelled: entry.status === 'cancelled',
    sequence: entry.revision,
    changedAt: entry.revisedAt,
  };
}

const DAY = 86_400_000;

/** A webinar as an event. @param url the webinar's page */
export function webinarEvent(
  { title, date, start, end, summary, updated, movedFrom }: WebinarData,
  { programme, host }: EventSource,
  url: string,
): CalendarEvent {
  return {
    uid: `webinaire-${movedFrom ?? date}@${host}`,
    ...{ date, start, end, url },
    summary: `${title} (webinaire ${programme})`,
    description: `${summary.trim()}\n${url}`,
    cancelled: false,
    // A number that only has to rise with each change: the day of the change does.
    sequence: Math.floor(Date.parse(updated) / DAY),
    changedAt: `${updated}T00:00:00Z`,
  };
}
