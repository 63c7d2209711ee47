import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCount,
  formatDate,
  formatDecimal,
  formatNumbers,
  formatPlural,
  formatTime,
  formatTimes,
  ordinalSuffix,
  spellOut,
} from '../../../src/typography/format.ts';

const NB = '\u00a0';
const THIN = '\u202f';

describe('numbers', () => {
  it('parts thousands with a thin space', () => {
    expect(formatCount(70)).toBe('70');
    expect(formatCount(1070)).toBe(`1${THIN}070`);
    expect(formatCount(1234567)).toBe(`1${THIN}234${THIN}567`);
  });
  it('writes a decimal comma', () => {
    expect(formatDecimal(1.8)).toBe('1,8');
    expect(formatDecimal(2)).toBe('2');
  });
  it('says a change in words', () => {
    expect(formatChange(66)).toBe('66 de plus');
    expect(formatChange(-5)).toBe('5 de moins');
    expect(formatChange(0)).toBe('inchangé');
  });
  it('agrees a noun with its count', () => {
    expect([0, 1, 2].map((count) => formatPlural(count, 'site'))).toEqual([
      `0${NB}site`,
      `1${NB}site`,
      `2${NB}sites`,
    ]);
  });
  it('gathers numbers into runs', () => {
    expect(formatNumbers([47, 48, 49])).toBe(`n°${NB}47 à${NB}49`);
    expect(formatNumbers([47, 48])).toBe(`n°${NB}47 et${NB}48`);
    expect(formatNumbers([41, 43, 44, 45])).toBe(`n°${NB}41 et 43 à${NB}45`);
    expect(formatNumbers([47])).toBe(`n°${NB}47`);
  });
  it('spells small numbers and ordinals', () => {
    expect(spellOut(4)).toBe('quatre');
    expect(spellOut(24)).toBe('24');
    expect([1, 2, 50].map(ordinalSuffix)).toEqual(['re', 'e', 'e']);
  });
});

describe('dates and times', () => {
  it('writes dates in words', () => {
    expect(formatDate('2026-01-19')).toBe(`lundi 19${NB}janvier 2026`);
    expect(formatDate('2024-10-01', 'date')).toBe(`1er${NB}octobre 2024`);
    expect(formatDate('2026-01-06', 'short')).toBe(`6${NB}janv. 2026`);
    expect(formatDate('2026-01-06', 'day-month')).toBe(`6${NB}janvier`);
    expect(formatDate('2026-01-06', 'month-year')).toBe('janvier 2026');
  });
  it('is the same day in every time zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Honolulu';
    const there = formatDate('2026-01-19');
    process.env['TZ'] = zone;
    expect(there).toBe(`lundi 19${NB}janvier 2026`);
  });
  it('refuses what is no date', () => {
    expect(() => formatDate('19/01/2026')).toThrow(/19\/01\/2026/);
    expect(() => formatDate('2026-13-40')).toThrow(RangeError);
  });
  it('writes times', () => {
    expect(formatTime('13:30')).toBe(`13${NB}h${NB}30`);
    expect(formatTime('09:00')).toBe(`9${NB}h`);
    expect(formatTimes('13:30', '15:00')).toBe(`de 13${NB}h${NB}30 à 15${NB}h`);
    expect(formatTimes('13:30', null)).toBe(`à 13${NB}h${NB}30`);
    expect(formatTimes(null, null)).toBe('');
  });
});
