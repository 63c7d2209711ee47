import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../../src/minutes/glossary.ts';

const glossary = glossaryOf([
  { term: 'PMI', meaning: 'protection maternelle et infantile', also: ['P.M.I.'] },
  { term: 'CL' },
  { term: 'ECNP-R', note: 'Une équipe.' },
  { term: 'ECNP' },
]);

describe('a glossary', () => {
  it('finds whole words, other spellings and the longest term', () => {
    const text = 'La PMI (P.M.I.), l’ECNP-R et l’ECNP : CLE, cl, PMIs.';
    expect(glossary.usesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'PMI',
      'P.M.I.',
      'ECNP-R',
      'ECNP',
    ]);
  });

  it('sorts its entries and says what is unknown', () => {
    expect(glossary.entries.map(({ term }) => term)).toEqual(['CL', 'ECNP', 'ECNP-R', 'PMI']);
    expect(glossary.find('CL')?.meaning).toBeNull();
    expect(glossary.find('cl')).toBeNull();
  });

  it('refuses a spelling that two entries share', () => {
    expect(() => glossaryOf([{ term: 'CL' }, { term: 'Cl', also: ['CL'] }])).toThrow(/"CL"/);
  });

  it('finds nothing where it is empty', () => {
    expect(glossaryOf([]).usesIn('La PMI')).toEqual([]);
  });
});
