import ICAL from 'ical.js';
import { ZONE, ZONE_LINES } from './time-zone.ts';

/** An event as calendar programs take it. */
export interface CalendarEvent {
  /** The same in every file that tells of this event, so that importing again updates it. */
  uid: string;
  /** Day, ISO 8601; the event lasts the whole day where no hour is known. */
  date: string;
  /** Local times in France, `HH:MM`. */
  start: string | null;
  end: string | null;
  summary: string;
  description: string;
  /** Page that tells more. */
  url: string;
  cancelled: boolean;
  /** Rises with each change of date, hours or status. */
  sequence: number;
  /** When the last change was made, ISO 8601 with `Z`. */
  changedAt: string;
}

/** An iCalendar file (RFC 5545) of some events. @param product who writes it: `PEGASE` */
export function writeCalendar(
  name: string,
  product: string,
  events: readonly CalendarEvent[],
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', `-//${product}//Portail//FR`);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addSubcomponent(ICAL.Component.fromString(ZONE_LINES.join('\r\n')));
  for (const event of events) calendar.addSubcomponent(componentOf(event));
  return `${calendar.toString()}\r\n`;
}

function componentOf(event: CalendarEvent): ICAL.Component {
  const component = new ICAL.Component('vevent');
  const { date, start, end } = event;
  component.addPropertyWithValue('uid', event.uid);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(event.changedAt), true));
  component.addPropertyWithValue('sequence', event.sequence);
  if (start === null) {
    const day = ICAL.Time.fromDateString(date);
    const after = day.clone();
    after.adjust(1, 0, 0, 0);
    component.addPropertyWithValue('dtstart', day);
    component.addPropertyWithValue('dtend', after);
  } else {
    addLocal(component, 'dtstart', date, start);
    if (end !== null && end > start) addLocal(component, 'dtend', date, end);
  }
  component.addPropertyWithValue('summary', event.summary);
  component.addPropertyWithValue('description', event.description);
  component.addPropertyWithValue('url', event.url);
  component.addPropertyWithValue('status', event.cancelled ? 'CANCELLED' : 'CONFIRMED');
  return component;
}

function addLocal(component: ICAL.Component, name: string, date: string, time: string): void {
  const value = ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
  component.addPropertyWithValue(name, value).setParameter('tzid', ZONE);
}
