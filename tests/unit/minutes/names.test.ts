import { describe, expect, it } from 'vitest';
import { CLOSE, nameDistance, nameKey, nameWords } from '../../../src/minutes/names.ts';
import { peopleTable } from '../../../src/minutes/people.ts';

describe('nameDistance', () => {
  it.each([
    ['Ada LUNAIRE', 'LUNAIRE Ada'],
    ['Mme Anne-Lise D’ARC', 'Anne Lise d Arc'],
    ['Dr. Zoë Mars', 'Zoe MARS'],
    ['Annelise Mars', 'MARS Anne-Lise'],
  ])('is 0 between %s and %s', (a, b) => {
    expect(nameDistance(a, b)).toBe(0);
    expect(nameDistance(b, a)).toBe(0);
  });
  it('is edits over the letters of the longer', () => {
    expect(nameDistance('Ada Lunaire', 'Ada Lunairre')).toBeCloseTo(1 / 11);
    expect(nameDistance('Ada', 'Bob')).toBe(1);
    expect(nameDistance('', 'Ada')).toBe(1);
  });
  it('takes a slip for close and another person for far, whatever the word order', () => {
    expect(nameDistance('LUNNAIRE Ada', 'Ada Lunaire')).toBeLessThanOrEqual(CLOSE);
    expect(nameDistance('Ada Lunaire', 'Zoé Lunaire')).toBeGreaterThan(CLOSE);
  });
});

describe('nameWords', () => {
  it('drops a civility before a name, and only there', () => {
    expect(nameWords('M. Yvon Terre')).toEqual(['yvon', 'terre']);
    expect(nameWords('Terre M.')).toEqual(['terre', 'm']);
    expect(nameWords('Pr')).toEqual(['pr']);
  });
  it('makes one key of one name', () => {
    expect(nameKey('LUNAIRE Anne-Lise')).toBe(nameKey('anne lise Lunaire'));
    expect(nameKey('Ada Lunaire')).not.toBe(nameKey('Ada Lunairre'));
  });
});

const entry = (name: string, aliases: string[] = [], distinct: string[] = []) => ({
  name,
  aliases,
  distinct,
});

describe('peopleTable', () => {
  it('knows a name by its aliases, letters aside, and leaves others as written', () => {
    const table = peopleTable([entry('Ada Lunaire', ['A. Lunaire', 'Ada Lunairre'])]);
    expect(table.canonical('a.  LUNAIRE')).toBe('Ada Lunaire');
    expect(table.canonical('LUNAIRRE Ada')).toBe('Ada Lunaire');
    expect(table.known('Ada LUNAIRE')).toBe(true);
    expect(table.canonical('Ada  Lunnaire')).toBe('Ada Lunnaire');
    expect(table.known('Ada Lunnaire')).toBe(false);
  });
  it('tells people of the same letters as written, where they are distinct', () => {
    const table = peopleTable([entry('Jean MARIE', [], ['Marie JEAN'])]);
    expect(table.canonical('Marie JEAN')).toBe('Marie JEAN');
    expect(table.known('JEAN Marie')).toBe(false);
    expect(table.distinct('Marie JEAN', 'Jean MARIE')).toBe(true);
  });
  it('knows distinct people by any of their names', () => {
    const table = peopleTable([entry('Ada Lunaire', ['A. Lunaire'], ['Ada Lunard'])]);
    expect(table.distinct('Ada Lunard', 'A. Lunaire')).toBe(true);
    expect(table.distinct('Ada Lunaire', 'Zoé Mars')).toBe(false);
  });
  it('refuses a name of two people, and people of the same letters', () => {
    expect(() => peopleTable([entry('A B', ['C']), entry('D E', ['C'])])).toThrow(/"A B".*"D E"/);
    expect(() => peopleTable([entry('A B', ['C', 'C'])])).toThrow(/twice/);
    expect(() => peopleTable([entry('A B'), entry('B A')])).toThrow(/same letters/);
    expect(() => peopleTable([entry('A B', [], ['B A']), entry('B A')])).not.toThrow();
  });
});
