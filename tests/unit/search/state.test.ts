import { describe, expect, it } from 'vitest';
import { facetsOf, lets } from '../../../src/search/facets.ts';
import { addressOf, NO_FILTERS, readState } from '../../../src/search/state.ts';
import { correctedText, countSentence, dateInWords } from '../../../src/search/sentences.ts';
import { fold } from '../../../src/minutes/text.ts';

describe('the address of a search', () => {
  it.each([
    '/cdp/recherche/',
    '/cdp/recherche/?q=l%E2%80%99%C3%A9t%C3%A9&site=nimes&annee=2025&genre=questions&tri=date&exact=1',
  ])('says all of it: %s', (address) => {
    const [path = '', query = ''] = address.split('?');
    expect(addressOf(path, readState(new URLSearchParams(query)))).toBe(address);
  });
});

describe('facets', () => {
  const attributes = new Map([
    ['a', { annee: '2025', genre: 'questions', site: [] }],
    ['b', { annee: '2026', genre: 'nouvelles', site: ['nimes', 'uzes'] }],
  ]);
  const find = (filters: typeof NO_FILTERS): string[] =>
    [...attributes.keys()].filter((id) => lets(filters, attributes.get(id)));

  it('count each value, the other filters kept', () => {
    const facets = facetsOf({ ...NO_FILTERS, annee: '2026' }, attributes, find);
    expect(facets.annee).toEqual({ 2025: 1, 2026: 1 });
    expect(facets.site).toEqual({ nimes: 1, uzes: 1 });
    expect(facets.genre).toEqual({ nouvelles: 1 });
  });
});

describe('sentences', () => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

  it('count', () => {
    const count = (total: number, complete = true, isByDate = false): string =>
      plain(countSentence({ total, complete, isByDate }));
    expect(count(1)).toBe('1 passage');
    expect(count(6, true, true)).toBe('6 passages, du plus récent au plus ancien');
    expect(count(2, false)).toBe(
      'Aucun passage ne contient tous ces mots ; les plus proches : 2 passages, le plus proche d’abord',
    );
  });

  it('repeat a query with its misspelt words put right', () => {
    const corrections = [{ from: 'psycomotritien', to: 'psychomotricien' }];
    expect(correctedText('un Psycomotritién à Nîmes', corrections, fold)).toBe(
      'un psychomotricien à Nîmes',
    );
  });

  it('write dates', () => {
    expect(plain(dateInWords('2026-02-01'))).toBe('1er février 2026');
  });
});
