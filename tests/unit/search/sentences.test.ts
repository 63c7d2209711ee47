import { describe, expect, it } from 'vitest';
import type { Found, Hit } from '../../../src/search/passages.ts';
import { countSentence, dateInWords, nothingSentence } from '../../../src/search/sentences.ts';

const hit: Hit = { href: '/', title: '', number: '1', date: '', passages: [] };
const found = (passages: number, hits: number, complete = true): Found => ({
  hits: Array<Hit>(hits).fill(hit),
  passages,
  complete,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('sentences', () => {
  it('count passages and minutes', () => {
    expect(plain(countSentence(found(6, 2)))).toBe(
      '6 passages dans 2 comptes-rendus, du plus récent au plus ancien',
    );
    expect(plain(countSentence(found(1, 1)))).toBe('1 passage dans 1 compte-rendu');
    expect(plain(countSentence(found(1, 1, false)))).toBe(
      'Aucun passage ne contient tous ces mots ; les plus proches : 1 passage dans 1 compte-rendu',
    );
  });

  it('say that nothing was found', () => {
    expect(plain(nothingSentence('zébrure', '2025'))).toBe(
      'Aucun résultat pour « zébrure » en 2025.',
    );
    expect(plain(nothingSentence('zébrure', ''))).toBe('Aucun résultat pour « zébrure ».');
  });

  it('write dates in words', () => {
    expect(plain(dateInWords('2026-01-19'))).toBe('19 janvier 2026');
    expect(plain(dateInWords('2025-12-01'))).toBe('1er décembre 2025');
    expect(dateInWords('lundi 19 janvier')).toBe('lundi 19 janvier');
  });
});
