import { describe, expect, it } from 'vitest';
import { indexText, readText } from '../../../src/search/index-text.ts';
import { familyOf, nearest, slipsBetween, vocabularyOf } from '../../../src/search/vocabulary.ts';
import { related, wordsIn } from '../../../src/search/words.ts';
import { section } from './fixture.ts';

describe('related', () => {
  it.each([
    ['generalisation', 'generalise', true],
    ['medecins', 'medecin', true],
    ['rembourse', 'remboursements', true],
    ['hopital', 'hopitaux', true],
    ['inclu', 'inclusions', true],
    ['psychomot', 'psychomotricien', true],
    ['an', 'ans', true],
    ['an', 'annee', false],
    ['1070', '107', false],
    ['10', '1070', false],
    ['soin', 'sortie', false],
    ['generalisaton', 'generalisation', false],
    ['medecn', 'medecin', false],
  ])('%s, %s: %s', (asked, standing, expected) => {
    expect(related({ word: asked, exact: false }, standing)).toBe(expected);
  });

  it('gives names no other forms', () => {
    expect(related({ word: 'gard', exact: true }, 'garde')).toBe(false);
    expect(related({ word: 'gard', exact: true }, 'gard')).toBe(true);
  });
});

describe('wordsIn', () => {
  it('folds words and tells where they stand', () => {
    expect(wordsIn('l’Œuvre : 1\u202f070')).toEqual([
      { start: 0, end: 1, folded: 'l' },
      { start: 2, end: 7, folded: 'oeuvre' },
      { start: 10, end: 15, folded: '1070' },
    ]);
  });
});

describe('indexText', () => {
  it.each([
    ['l’été', "l'été"],
    ['so\u00adins', 'soins'],
    ['e\u0301te\u0301', 'été'],
  ])('%s → %s', (text, expected) => {
    expect(indexText(text)).toBe(expected);
  });

  it.each([
    ['un cœur', 'coeur'],
    ['1\u202f070 enfants', '1070'],
    ['Saint‑Nazaire', 'Saint Nazaire'],
    ['le 6/03', '6 mars'],
    ['le 01/02/2026', '1er février 2026'],
  ])('adds to %s what may be typed: %s', (text, added) => {
    expect(indexText(text).split('\n').slice(2)).toEqual([added]);
  });

  it('is read again as French', () => {
    expect(readText(indexText('L’œil de l’été : 1 070 ?'))).toBe(
      'L’œil de l’été\u00a0: 1\u202f070\u202f?',
    );
  });
});

describe('vocabulary', () => {
  const words = vocabularyOf([
    section('1', '2025-01-01', 'a', 'Psychomotricien', 'médecin et médecin ; vaccination, 2026'),
  ]);

  it('holds the words, the frequent first, without numbers and small ones', () => {
    expect(words).toBe('medecin psychomotricien vaccination');
  });

  it('forgives one slip, two in long words', () => {
    expect(nearest('medecn', words)).toEqual(['medecin']);
    expect(nearest('mdeecin', words)).toEqual(['medecin']);
    expect(nearest('vacinatoin', words)).toEqual(['vaccination']);
    expect(nearest('medcn', words)).toEqual([]);
    expect(nearest('2027', words)).toEqual([]);
  });

  it('knows the family of a word', () => {
    expect(familyOf('vacciner', words)).toEqual(['vaccination']);
  });

  it.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['', 'ab', 2],
  ])('counts slips: %s, %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
  });
});
