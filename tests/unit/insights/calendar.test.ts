import { describe, expect, it } from 'vitest';
import {
  conferenceCalendar,
  conferenceDates,
  conferenceOn,
} from '../../../src/insights/calendar.ts';
import type { Minutes } from '../../../src/minutes/minutes.ts';
import { inventedMinutes } from './minutes.ts';

const HOURS = { start: '13:30', end: '15:00' };
const on = (date: string, hours: { start: string | null; end: string | null } = HOURS) => ({
  date,
  ...hours,
});
const cr = (number: number | null, date: string, next: string[], given: Partial<Minutes> = {}) =>
  inventedMinutes({
    number,
    date,
    ...HOURS,
    next: next.map((each) => on(each)),
    source: { file: 'x.md', sha256: 'a'.repeat(64), importedAt: `${date}T20:00:00Z` },
    ...given,
  });
const told = (minutes: Minutes[]) =>
  conferenceCalendar(minutes).map(({ id, date, status, revision }) =>
    [id, date, status, String(revision)].join(' '),
  );

describe('conferenceCalendar', () => {
  it('knows what was held, what is announced, and what has no CR', () => {
    const minutes = [
      cr(46, '2030-09-15', ['2030-10-16', '2030-11-17']),
      cr(50, '2031-01-19', ['2031-02-12']),
    ];
    expect(told(minutes)).toEqual([
      'conference-46 2030-09-15 held 0',
      'conference-47 2030-10-16 announced 0',
      'conference-48 2030-11-17 announced 0',
      'conference-50 2031-01-19 held 0',
      'conference-51 2031-02-12 announced 0',
    ]);
  });

  it('moves a conference under the same id, whoever says so', () => {
    const announced = cr(1, '2030-01-10', ['2030-02-10', '2030-03-10']);
    expect(told([announced, cr(2, '2030-02-11', ['2030-03-12'])])).toEqual([
      'conference-1 2030-01-10 held 0',
      'conference-2 2030-02-11 held 1',
      'conference-3 2030-03-12 announced 1',
    ]);
    const [, second] = conferenceCalendar([announced, cr(2, '2030-02-11', [])]);
    expect(second).toMatchObject({
      earlier: ['2030-02-10'],
      statedBy: { number: 2 },
      minutes: { number: 2 },
      revisedAt: '2030-02-11T20:00:00Z',
    });
  });

  it('counts new hours as a change, and hours that are not repeated as none', () => {
    const first = cr(1, '2030-01-10', ['2030-02-10']);
    const later = { start: '14:00', end: '15:30' };
    expect(told([first, cr(2, '2030-02-10', [], later)])[1]).toBe('conference-2 2030-02-10 held 1');
    const [, silent] = conferenceCalendar([
      first,
      cr(2, '2030-02-10', [], { start: null, end: null }),
    ]);
    expect(silent).toMatchObject({ ...HOURS, revision: 0 });
  });

  it('cancels a date that a later CR passes over, and revives one that comes back', () => {
    const minutes = [
      cr(1, '2030-01-10', ['2030-02-10', '2030-03-10', '2030-04-10']),
      cr(2, '2030-02-10', ['2030-04-10']),
    ];
    expect(told(minutes)).toEqual([
      'conference-1 2030-01-10 held 0',
      'conference-2 2030-02-10 held 0',
      'conference-3 2030-04-10 announced 1',
      'conference-4 2030-04-10 cancelled 1',
    ]);
    expect(conferenceOn('2030-04-10', conferenceCalendar(minutes))?.id).toBe('conference-3');
    const revived = told([...minutes, cr(3, '2030-04-10', ['2030-05-12'])]);
    expect(revived.at(-1)).toBe('conference-4 2030-05-12 announced 2');
  });

  it('keeps a later date that a CR does not come to speak of', () => {
    const minutes = [cr(1, '2030-01-10', ['2030-02-10', '2030-03-10']), cr(2, '2030-02-10', [])];
    expect(told(minutes).at(-1)).toBe('conference-3 2030-03-10 announced 0');
  });

  it('finds the place of a CR without a number by its date', () => {
    const minutes = [
      cr(1, '2030-01-10', ['2030-02-10', '2030-03-10']),
      cr(null, '2030-02-10', ['2030-03-14']),
      cr(3, '2030-03-14', []),
    ];
    expect(told(minutes)).toEqual([
      'conference-1 2030-01-10 held 0',
      'conference-2 2030-02-10 held 0',
      'conference-3 2030-03-14 held 1',
    ]);
  });

  it('goes by dates where no number is known', () => {
    const minutes = [cr(null, '2030-01-10', ['2030-02-10']), cr(2, '2030-02-10', [])];
    expect(told(minutes)).toEqual([
      'conference-2030-01-10 2030-01-10 held 0',
      'conference-2030-02-10 2030-02-10 held 0',
    ]);
  });

  it('never lets a change go back when a missing CR is imported later', () => {
    const all = [
      cr(1, '2030-01-10', ['2030-02-10', '2030-03-10']),
      cr(2, '2030-02-11', ['2030-03-12']),
      cr(3, '2030-03-12', ['2030-04-10']),
    ];
    const [first, second, third] = all;
    if (!first || !second || !third) throw new Error('three CRs');
    const before = conferenceCalendar([first, third]);
    for (const entry of before) {
      const after = conferenceCalendar(all).find(({ id }) => id === entry.id);
      expect(after?.revision).toBeGreaterThanOrEqual(entry.revision);
    }
  });
});

describe('conferenceOn', () => {
  const entries = conferenceCalendar([
    cr(1, '2030-01-10', ['2030-02-10', '2030-03-10']),
    cr(2, '2030-02-17', ['2030-03-12']),
  ]);

  it('leads from a day that no longer holds to the conference itself', () => {
    expect(conferenceOn('2030-02-10', entries)?.date).toBe('2030-02-17');
    expect(conferenceOn('2030-03-10', entries)?.date).toBe('2030-03-12');
    expect(conferenceOn('2030-07-01', entries)).toBeNull();
  });

  it('has an answer for every day that any CR names', () => {
    const days = ['2030-01-10', '2030-02-10', '2030-02-17', '2030-03-10', '2030-03-12'];
    expect(conferenceDates(entries)).toEqual(days);
  });
});
