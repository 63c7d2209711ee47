import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, calendarResponse, eventSource } from '../../components/event-source.ts';
import { routes } from '../../config/paths.ts';
import { webinarEvent } from '../../exports/events.ts';
import { writeCalendar } from '../../exports/ics.ts';
import { library } from '../../library/library.ts';

export const getStaticPaths: GetStaticPaths = () =>
  library().webinars.map(({ date }) => ({ params: { date } }));

export const GET: APIRoute = ({ params }) => {
  const webinar = library().webinars.find(({ date }) => date === params['date']);
  if (webinar === undefined) throw new Error(`No webinar on ${String(params['date'])}.`);
  const event = webinarEvent(webinar, eventSource, absolute(routes.webinar(webinar.date)));
  const { programme } = eventSource;
  return calendarResponse(writeCalendar(`Webinaires ${programme}`, programme, [event]));
};
