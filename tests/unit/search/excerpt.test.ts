import { describe, expect, it } from 'vitest';
import { parseExcerpt, setIndexed } from '../../../src/search/excerpt.ts';

describe('parseExcerpt', () => {
  it('parts text and marked words, and draws the mark in to the word', () => {
    expect(parseExcerpt("attend l'arrêté de la <mark>généralisation.</mark> Nous")).toEqual([
      { text: 'attend l’arrêté de la ', hit: false },
      { text: 'généralisation', hit: true },
      { text: '. Nous', hit: false },
    ]);
    expect(parseExcerpt("<mark>(l'assemblée,</mark>")).toEqual([
      { text: '(l’', hit: false },
      { text: 'assemblée', hit: true },
      { text: ',', hit: false },
    ]);
  });

  it('joins marks that touch only through what they do not hold', () => {
    expect(parseExcerpt('<mark>soins</mark> <mark>précoces</mark>')).toEqual([
      { text: 'soins', hit: true },
      { text: ' ', hit: false },
      { text: 'précoces', hit: true },
    ]);
  });

  it('gives markup of the text itself back as text', () => {
    expect(parseExcerpt('&lt;img src=x onerror=alert(1)&gt; <mark>&lt;/&gt;</mark>')).toEqual([
      { text: '<img src=x onerror=alert(1)> </>', hit: false },
    ]);
  });
});

describe('setIndexed', () => {
  it('sets indexed text as French again', () => {
    expect(setIndexed("l'oeuvre du coeur, Oeuvre : « oui » ? coexister")).toBe(
      'l’œuvre du cœur, Œuvre\u00a0: «\u00a0oui\u00a0»\u202f? coexister',
    );
  });
});
