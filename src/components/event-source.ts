import portal from '../../portal.config.ts';
import type { EventSource } from '../exports/events.ts';

/** Whose events the portal's calendar files hold. */
export const eventSource: EventSource = {
  programme: portal.programme.name,
  host: new URL(portal.url).host,
};

/** A path of the portal as others can follow it. */
export const absolute = (path: string): string => new URL(path, portal.url).href;

/** Response with a calendar file. */
export function calendarResponse(ics: string): Response {
  return new Response(ics, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
