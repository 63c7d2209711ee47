import { describe, expect, it } from 'vitest';
import { findDates, firstAfter, lastUpTo } from '../../../src/ingest/recognise/dates.ts';
import { findHours } from '../../../src/ingest/recognise/hours.ts';
import { parseNumber } from '../../../src/ingest/recognise/numbers.ts';

const only = (text: string) => {
  const found = findDates(text);
  expect(found).toHaveLength(1);
  const [date] = found;
  if (date === undefined) throw new Error('no date');
  return date;
};

describe('findDates', () => {
  it.each([
    ['lundi 15 septembre 2025', 2025, 9, 15, 1],
    ['Lundi 19 janvier 2026', 2026, 1, 19, 1],
    ['le 16/10/2025', 2025, 10, 16, null],
    ['au 1er octobre 2024', 2024, 10, 1, null],
    ['au 1 er octobre 2024', 2024, 10, 1, null],
    ['lundi 13 janv. 2025', 2025, 1, 13, 1],
    ['JEUDI 12 FÉVRIER 2026', 2026, 2, 12, 4],
    ['mardi 24\u00a0juin\u202f2025', 2025, 6, 24, 2],
    ['18/11/24', 2024, 11, 18, null],
  ])('reads %j', (text, year, month, day, weekday) => {
    expect(only(text)).toMatchObject({ year, month, day, weekday });
  });

  it('leaves the year open where the text does', () => {
    expect(only('jeudi 16 octobre de 13h30').year).toBeNull();
    expect(only('(arrêté au 03/02)')).toMatchObject({ day: 3, month: 2, year: null });
  });

  it.each([
    'Version 4.2',
    'le 31 février',
    'le 30/02/2025',
    'page 13/45',
    '15 sites',
    'le 1.8 ETP',
  ])('finds no date in %j', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('finds several, in order', () => {
    const dates = findDates('le jeudi 16 octobre de 13h30 à 15h et le lundi 17 novembre');
    expect(dates.map((date) => [date.day, date.month])).toEqual([
      [16, 10],
      [17, 11],
    ]);
  });
});

describe('inferred years', () => {
  it('takes the first such date after the conference, across the year’s end', () => {
    expect(firstAfter(only('lundi 13 janvier'), '2024-11-18')).toBe('2025-01-13');
    expect(firstAfter(only('29 février'), '2025-03-01')).toBe('2028-02-29');
  });

  it('takes the latest such date before it for a count', () => {
    expect(lastUpTo(only('au 28 décembre'), '2026-01-19')).toBe('2025-12-28');
  });
});

describe('findHours', () => {
  it.each([
    ['de 13h30 à 15h', '13:30', '15:00'],
    ['13 h 30 à 15 h 00', '13:30', '15:00'],
    ['DE 14H À 15H30', '14:00', '15:30'],
    ['13h30 – 15h', '13:30', '15:00'],
    ['13h30-15h', '13:30', '15:00'],
    ['13:30 - 15:00', '13:30', '15:00'],
    ['à partir de 13h30', '13:30', null],
    ['à 9h', '09:00', null],
  ])('reads %j', (text, start, end) => {
    expect(findHours(text)).toEqual({ start, end });
  });

  it('finds none where none is', () => {
    expect(findHours('36 heures sup')).toBeNull();
    expect(findHours('15 septembre 2025')).toBeNull();
  });
});

describe('parseNumber', () => {
  it.each([
    ['1 070', 1070],
    ['1\u202f070', 1070],
    ['1.070', 1070],
    ['huit cent quatre-vingt-dix-sept', 897],
    ['mille quatre', 1004],
    ['deux mille soixante et onze', 2071],
    ['quatre-vingts', 80],
    ['vingt-et-un', 21],
    ['cent vingt', 120],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('is null for what is no number', () => {
    expect(parseNumber('plusieurs')).toBeNull();
  });
});
