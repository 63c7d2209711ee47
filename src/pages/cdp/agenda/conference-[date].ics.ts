import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, calendarResponse, eventSource } from '../../../components/event-source.ts';
import { href } from '../../../config/paths.ts';
import { conferenceEvent } from '../../../exports/events.ts';
import { writeCalendar } from '../../../exports/ics.ts';
import { conferenceCalendar, conferenceDates, conferenceOn } from '../../../insights/calendar.ts';
import { library } from '../../../library/library.ts';

/** One file for each day that was ever announced: an old CR's link leads to the date that holds now. */
export const getStaticPaths: GetStaticPaths = () =>
  conferenceDates(conferenceCalendar(library().minutes)).map((date) => ({ params: { date } }));

export const GET: APIRoute = ({ params }) => {
  const entry = conferenceOn(params['date'] ?? '', conferenceCalendar(library().minutes));
  if (entry === null) throw new Error(`No conference on ${String(params['date'])}.`);
  const event = conferenceEvent(entry, eventSource, absolute(href('/cdp/agenda/')));
  const { programme } = eventSource;
  return calendarResponse(writeCalendar(`Conférence ${programme}`, programme, [event]));
};
