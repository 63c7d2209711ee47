import { describe, expect, it } from 'vitest';
import { pageMargins } from '../../../src/components/minutes/page-margins.ts';
import {
  matches,
  readFilter,
  sayFound,
  writeFilter,
} from '../../../src/components/questions/filter.ts';
import { countsInWords, openSince } from '../../../src/components/questions/wording.ts';

describe('the filter of questions', () => {
  it('is read from an address and written back', () => {
    const search = '?statut=ouverte&cr=cr-2025-05-19';
    expect(writeFilter(readFilter(search))).toBe(search);
    expect(writeFilter(readFilter('?autre=1'))).toBe('');
  });
  it('lets through what answers to every choice', () => {
    const question = { status: 'ouverte', theme: 'soins', when: ['2025', 'cr-45', 'cr-46'] };
    const all = readFilter('');
    expect(matches(all, question)).toBe(true);
    expect(matches({ ...all, statut: 'ouverte', cr: 'cr-46' }, question)).toBe(true);
    expect(matches({ ...all, cr: '2025', theme: 'soins' }, question)).toBe(true);
    expect(matches({ ...all, cr: 'cr-4' }, question)).toBe(false);
    expect(matches({ ...all, statut: 'repondue', theme: 'soins' }, question)).toBe(false);
    expect(matches({ ...all, theme: 'autres' }, question)).toBe(false);
  });
  it('says what it found', () => {
    expect([sayFound(0, 9), sayFound(1, 9), sayFound(4, 9)]).toEqual([
      'Aucune question ne correspond à ces choix.',
      '1 question sur 9',
      '4 questions sur 9',
    ]);
  });
});

describe('words about open questions', () => {
  it.each([
    [0, 0, ''],
    [1, 0, 'depuis une conférence'],
    [4, 0, 'depuis quatre conférences'],
    [5, 3, 'depuis cinq conférences, dont trois sans compte-rendu importé'],
    [5, 1, 'depuis cinq conférences, dont une sans compte-rendu importé'],
    [2, 2, 'depuis deux conférences, toutes sans compte-rendu importé'],
    [1, 1, 'depuis une conférence, sans compte-rendu importé'],
  ])('%i conferences, %i unknown', (count, absent, words) => {
    expect(openSince({ count, absent })).toBe(words);
  });
  it('counts what waits', () => {
    expect(countsInWords(1, 1, 1)).toEqual({
      asked: 'Posée en une conférence',
      waiting: 'une attend encore une réponse',
    });
    expect(countsInWords(39, 12, 5).waiting).toBe('cinq attendent encore une réponse');
    expect(countsInWords(39, 12, 0).waiting).toBe('');
  });
});

describe('pageMargins', () => {
  it('writes any name as a CSS string, and nothing else', () => {
    const css = pageMargins({ programme: 'A"}\\ <\n', title: '46e', day: '' });
    expect(css).toContain('content: "A\\22 }\\5c  \\3c \\a  · 46e"');
  });
});
