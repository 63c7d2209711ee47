import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { conferenceEvent, webinarEvent } from '../../../src/exports/events.ts';
import { type CalendarEvent, writeCalendar } from '../../../src/exports/ics.ts';
import { conferenceCalendar } from '../../../src/insights/calendar.ts';
import { inventedMinutes } from '../insights/minutes.ts';

const EVENT: CalendarEvent = {
  uid: 'conference-7@portail.example',
  date: '2030-02-12',
  start: '13:30',
  end: '15:00',
  summary: 'Conférence',
  description: 'Dates, heures ; et « le reste » :\nà la ligne.',
  url: 'https://portail.example/cdp/agenda/',
  cancelled: false,
  sequence: 2,
  changedAt: '2030-01-19T16:00:00.000Z',
};
const SOURCE = { programme: 'ESSAI', host: 'portail.example' };
const write = (event: Partial<CalendarEvent>): string =>
  writeCalendar('Essai', 'ESSAI', [{ ...EVENT, ...event }]);

/** The events as a calendar program reads them, with the time zone of the file alone. */
function readAll(ics: string): ICAL.Event[] {
  ICAL.TimezoneService.reset();
  const calendar = ICAL.Component.fromString(ics);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone !== null) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function read(ics: string): ICAL.Event {
  const [event] = readAll(ics);
  if (event === undefined) throw new Error('no event');
  return event;
}
const startOf = (date: string, start: string): string =>
  read(write({ date, start, end: null }))
    .startDate.toJSDate()
    .toISOString();

/** The same moment by the runtime's own time zones. */
const inParis = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('writeCalendar', () => {
  it('writes an event that reads back as it was', () => {
    const event = read(write({}));
    expect(event.uid).toBe(EVENT.uid);
    expect(event.sequence).toBe(2);
    expect(event.summary).toBe(EVENT.summary);
    expect(event.description).toBe(EVENT.description);
    expect(event.startDate.toJSDate().toISOString()).toBe('2030-02-12T12:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2030-02-12T14:00:00.000Z');
    expect(write({})).toContain('DTSTAMP:20300119T160000Z\r\n');
    expect(write({})).toContain('DTSTART;TZID=Europe/Paris:20300212T133000\r\n');
  });

  it('keeps local time over both changes of the clocks', () => {
    // 2027: clocks change on 28 March at 01:00 UTC and on 31 October at 01:00 UTC.
    expect(startOf('2027-03-28', '01:30')).toBe('2027-03-28T00:30:00.000Z');
    expect(startOf('2027-03-28', '13:30')).toBe('2027-03-28T11:30:00.000Z');
    expect(startOf('2027-10-31', '01:30')).toBe('2027-10-30T23:30:00.000Z');
    expect(startOf('2027-10-31', '13:30')).toBe('2027-10-31T12:30:00.000Z');
  });

  it('agrees with the time zones of the runtime around every change from 2019 to 2045', () => {
    const dates: string[] = [];
    for (let day = Date.UTC(2019, 0, 1); day < Date.UTC(2046, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      if (/-(?:03|10)-(?:2[4-9]|3[01])$|-(?:01|07)-15$/.test(date)) dates.push(date);
    }
    const events = dates.map((date) => ({ ...EVENT, uid: date, date }));
    const wrong = readAll(writeCalendar('Essai', 'ESSAI', events)).filter(
      ({ uid, startDate }) => inParis.format(startDate.toJSDate()) !== `${uid} 13:30`,
    );
    expect(dates).toHaveLength(27 * 18);
    expect(wrong.map(({ uid }) => uid)).toEqual([]);
  });

  it('takes the whole day where no hour is known, and no end where none is', () => {
    const day = write({ start: null, end: null });
    expect(day).toContain('DTSTART;VALUE=DATE:20300212\r\n');
    expect(day).toContain('DTEND;VALUE=DATE:20300213\r\n');
    expect(write({ end: null })).not.toContain('DTEND');
    expect(write({ date: '2030-12-31', start: null })).toContain('DTEND;VALUE=DATE:20310101\r\n');
  });

  it('says that an event is cancelled', () => {
    expect(write({ cancelled: true })).toContain('STATUS:CANCELLED\r\n');
  });

  it('ends each line with CRLF and folds at 75 octets, between characters', () => {
    const ics = write({ summary: 'é'.repeat(300) });
    const lines = ics.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    const octets = lines.map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(read(ics).summary).toBe('é'.repeat(300));
  });

  it('keeps what looks like iCalendar inside a text', () => {
    const summary = 'A\r\nEND:VEVENT\\, ; "b"';
    const ics = write({ summary });
    expect(ics.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(read(ics).summary.replace(/\r/g, '')).toBe(summary.replace(/\r/g, ''));
  });
});

describe('events', () => {
  const first = inventedMinutes({
    number: 1,
    date: '2030-01-10',
    next: [{ date: '2030-02-10', start: '13:30', end: '15:00' }],
  });

  it('give a moved conference the same id and a higher sequence', () => {
    const second = inventedMinutes({ number: 2, date: '2030-02-17' });
    const [, before] = conferenceCalendar([first]);
    const [, after] = conferenceCalendar([first, second]);
    if (!before || !after) throw new Error('two conferences');
    const [was, is] = [before, after].map((entry) => conferenceEvent(entry, SOURCE, EVENT.url));
    expect(is?.uid).toBe(was?.uid);
    expect(is?.date).not.toBe(was?.date);
    expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Infinity);
  });

  it('let a moved webinar follow', () => {
    const data = { title: 'T', start: null, end: null, registration: null, summary: 'S' };
    const was = { ...data, date: '2030-05-01', updated: '2030-03-01' };
    const is = { ...data, date: '2030-05-08', updated: '2030-04-02', movedFrom: was.date };
    const [a, b] = [was, is].map((one) => webinarEvent(one, SOURCE, EVENT.url));
    expect(b?.uid).toBe(a?.uid);
    expect(b?.sequence).toBeGreaterThan(a?.sequence ?? Infinity);
    expect(b?.sequence).toBeLessThan(2 ** 31);
  });
});
