import { describe, expect, it } from 'vitest';
import { AMOUNT, NUMBER, parseAmount, parseNumber } from '../../../src/ingest/recognise/numbers.ts';

describe('parseNumber', () => {
  it.each([
    ['1 240', 1240],
    ['1\u00a0240', 1240],
    ['1\u2009240', 1240],
    ['1.151', 1151],
    ['cinquante-quatre', 54],
    ['soixante et onze', 71],
    ['quatre-vingt-quatre', 84],
    ['quatre-vingt-dix-huit', 98],
    ['vingt-quatre', 24],
    ['cent quatre', 104],
    ['deux cents', 200],
    ['mille deux cent treize', 1213],
    ['mille cent quatre-vingt-dix-sept', 1197],
    ['septante-deux', 72],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', 'une trentaine', 'centième', '12,5'])('is null for %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('NUMBER', () => {
  it.each([
    ['centieme', null],
    ['deux-centieme', 'deux'],
    ['dixieme', null],
    ['vingt et un enfants', 'vingt et un'],
    ['54 et 12', '54'],
    ['mille deux cent treize enfants', 'mille deux cent treize'],
  ])('finds in %j', (text, found) => {
    expect(new RegExp(NUMBER, 'u').exec(text)?.[0] ?? null).toBe(found);
  });
});

describe('parseAmount', () => {
  it.each([
    ['2,1', 2.1],
    ['0.75', 0.75],
    ['deux', 2],
    ['un', 1],
    ['un demi', 0.5],
    ['demi', 0.5],
    ['trois quarts', 0.75],
  ])('reads %j', (text, value) => {
    expect(new RegExp(`^${AMOUNT}$`, 'u').test(text)).toBe(true);
    expect(parseAmount(text)).toBe(value);
  });

  it('is null for what is no amount', () => {
    expect(parseAmount('plusieurs')).toBeNull();
  });
});
