import type { APIRoute } from 'astro';
import { absolute, calendarResponse, eventSource } from '../../../components/event-source.ts';
import { href } from '../../../config/paths.ts';
import { conferenceEvent } from '../../../exports/events.ts';
import { writeCalendar } from '../../../exports/ics.ts';
import { conferenceCalendar } from '../../../insights/calendar.ts';
import { library } from '../../../library/library.ts';

/** Every conference, held, announced or cancelled. */
export const GET: APIRoute = () => {
  const url = absolute(href('/cdp/agenda/'));
  const { programme } = eventSource;
  const events = conferenceCalendar(library().minutes).map((entry) =>
    conferenceEvent(entry, eventSource, url),
  );
  return calendarResponse(writeCalendar(`Conférences ${programme}`, programme, events));
};
