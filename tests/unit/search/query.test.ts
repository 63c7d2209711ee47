import { describe, expect, it } from 'vitest';
import { prepareQuery } from '../../../src/search/query.ts';

const term = (typed: string): string => prepareQuery(typed).term;

describe('prepareQuery', () => {
  it.each([
    ['l’assemblée', 'assemblée'],
    ["l'assemblée", 'assemblée'],
    ['GÉNÉRALISATION', 'généralisation'],
    ["qu'est-ce qu'on décide", 'décide'],
    ['jusqu’à l’école', 'école'],
    ['aujourd’hui', 'aujourdhui'],
    ['cœur', 'coeur'],
    ['CŒUR', 'coeur'],
    ['La Roche-sur-Yon', 'roche yon'],
    ['compte‑rendu', 'compte rendu'],
    ['1 070 inclusions', '1070 inclusions'],
    ['1\u202f070', '1070'],
    ['en 2025 2026', '2025 2026'],
    ['les médecins de la PMI ?', 'médecins pmi'],
    ['  deux\u00a0 espaces ', 'deux espaces'],
    ['1900€ par an', '1900 an'],
  ])('%s → %s', (typed, expected) => {
    expect(term(typed)).toBe(expected);
  });

  it('keeps small words where there is nothing else', () => {
    expect(term('où en est-on')).toBe('où en est on');
  });

  it.each([
    '« arrêté de la généralisation »',
    '“arrêté de la généralisation”',
    '"Arrêté de la généralisation"',
  ])('asks for the exact phrase of %s', (typed) => {
    expect(term(typed)).toBe('"arrêté de la généralisation"');
  });

  it.each(['', '   ', 'a', '?', '’'])('looks for nothing with %j', (typed) => {
    expect(prepareQuery(typed)).toMatchObject({ term: '', words: [] });
  });

  it('gives the words folded, each once, and the text as typed on one line', () => {
    expect(prepareQuery(' Épinal,\n épinal et Nîmes ')).toEqual({
      text: 'Épinal, épinal et Nîmes',
      term: 'épinal épinal nîmes',
      words: ['epinal', 'nimes'],
    });
  });
});
