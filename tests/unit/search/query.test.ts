import { describe, expect, it } from 'vitest';
import { prepareQuery } from '../../../src/search/query.ts';
import { GUIDE } from './fixture.ts';

const concepts = (typed: string): string[] =>
  prepareQuery(typed, GUIDE).concepts.map(({ text }) => text);
const terms = (typed: string): (string | null)[] =>
  prepareQuery(typed, GUIDE).concepts.flatMap(({ alternatives }) =>
    alternatives.map(({ term }) => term),
  );

describe('words of a query', () => {
  it.each([
    ['l’assemblée', ['assemblee']],
    ["qu'est-ce qu'on décide d'ici l'été", ['decide', 'ici', 'ete']],
    ['cœur, CŒUR', ['coeur']],
    ['compte‑rendus', ['compte rendus']],
    ['1 070 inclusions', ['1070', 'inclusions']],
    ['1\u202f070', ['1070']],
    ['les médecins ?', ['medecins']],
    ['où en est-on', ['ou', 'en', 'est', 'on']],
  ])('%s → %j', (typed, expected) => {
    expect(concepts(typed)).toEqual(expected);
  });

  it.each(['', '   ', 'a', '?'])('asks for nothing with %j', (typed) => {
    expect(concepts(typed)).toEqual([]);
  });

  it.each(['« arrêté de la généralisation »', '“Arrêté de la généralisation”'])(
    'keeps %s whole',
    (typed) => {
      expect(terms(typed)).toEqual(['"arrete de la generalisation"']);
    },
  );
});

describe('spellings of one thing', () => {
  it('stand for each other, both ways', () => {
    const both = ['pmi', '"protection maternelle et infantile"'];
    expect(terms('PMI')).toEqual(both);
    expect(terms('la protection maternelle infantile')).toEqual(both);
    expect(terms("aide sociale à l'enfance")).toEqual(['ase', '"aide sociale a enfance"']);
    expect(prepareQuery('pmi', GUIDE).terms.map(({ anchor }) => anchor)).toEqual(['pmi']);
  });

  it('name sites, one or several', () => {
    const [vendee] = prepareQuery('vendée', GUIDE).concepts;
    expect(vendee?.alternatives).toContainEqual({
      term: null,
      filters: { site: ['la-roche-sur-yon'] },
      weight: 0.9,
    });
    const [gard] = prepareQuery('gard', GUIDE).concepts;
    expect(gard?.alternatives.at(-1)?.filters).toEqual({ site: ['nimes', 'uzes'] });
  });

  it('are taken whole, and leave the words around them', () => {
    expect(concepts('la Roche sur Yon médecins')).toEqual(['roche yon', 'medecins']);
  });
});

describe('CRs and dates', () => {
  it.each(['CR 46', 'CR n° 46', '46e', '46ème conférence', 'compte-rendu 46', 'la 46e conférence'])(
    '%s names a CR',
    (typed) => {
      const query = prepareQuery(typed, GUIDE);
      expect(query.route).toBe('46');
      expect(query.concepts).toEqual([]);
    },
  );

  it.each(['CR 12', '2e bilan', '46 enfants'])('%s does not', (typed) => {
    expect(prepareQuery(typed, GUIDE).route).toBeNull();
  });

  it.each(['19/01/2026', '19-01-2026', '2026-01-19', '19 janvier 2026', '19 janv. 2026'])(
    '%s is a day, and its conference',
    (typed) => {
      const [day] = prepareQuery(typed, GUIDE).concepts;
      expect(day?.alternatives).toEqual([
        { term: '"19 janvier 2026"', weight: 1 },
        { term: null, filters: { cr: ['50'] }, weight: 0.5 },
        { term: '"19 janvier"', filters: { annee: ['2026'] }, weight: 0.7 },
      ]);
    },
  );

  it('reads months and years', () => {
    expect(terms('mai 2025')).toEqual(['"mai 2025"', null, 'mai']);
    expect(terms('2025')).toEqual(['2025', null]);
    expect(terms('6/03')).toEqual(['"6 mars"']);
    expect(terms('45/03')).toEqual(['45', '03']);
  });
});
