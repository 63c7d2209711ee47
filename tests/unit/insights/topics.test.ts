import { describe, expect, it } from 'vitest';
import { topicsOf, wordsOfNames } from '../../../src/insights/topics.ts';
import { inventedMinutes as cr, inventedNews as news } from './minutes.ts';

/** Ten conferences of six sites; `said` is what `lune` says at each. */
const told = (said: (conference: number) => string) =>
  Array.from({ length: 10 }, (_, index) =>
    cr({
      number: index + 1,
      date: `2030-${String(index + 1).padStart(2, '0')}-01`,
      news: [
        news('lune', { text: said(index), anchor: `lune-${index}` }),
        ...['mars', 'vesta', 'ceres', 'pallas', 'junon'].map((site) =>
          news(site, { text: 'La réunion du mois est passée, les enfants vont bien.' }),
        ),
      ],
    }),
  );

describe('topicsOf', () => {
  it('finds the noun that comes back here and nowhere else, with what goes before it', () => {
    const minutes = told((at) =>
      at % 2 === 0 ? 'La réunion du centre de santé est passée.' : 'Les enfants vont bien.',
    );
    const [first, ...others] = topicsOf('lune', minutes, new Set());
    expect(first?.word).toBe('centre de santé');
    expect(first?.told.map(({ ref, anchor }) => [ref.number, anchor])).toEqual([
      [1, 'lune-0'],
      [3, 'lune-2'],
      [5, 'lune-4'],
      [7, 'lune-6'],
      [9, 'lune-8'],
    ]);
    expect(others.map(({ word }) => word)).not.toContain('réunion');
  });

  it('takes one form for singular and plural, and a compound for one word', () => {
    const minutes = told((at) =>
      at % 2 === 0 ? 'Les fusées volent.' : 'Le rez-de-chaussée et la fusée.',
    );
    expect(topicsOf('lune', minutes, new Set()).map(({ word }) => word)).toEqual([
      'fusée',
      'rez-de-chaussée',
    ]);
  });

  it('finds nothing in what all say, in names, in verbs, in few CRs or in a word said twice', () => {
    expect(
      topicsOf(
        'lune',
        told(() => 'La réunion du mois.'),
        new Set(),
      ),
    ).toEqual([]);
    const named = told(() => 'Elle a vu la Dupont.');
    expect(topicsOf('lune', named, wordsOfNames(named, ['Marie Dupont']))).toEqual([]);
    expect(
      topicsOf(
        'lune',
        told(() => 'Elle tourne.'),
        new Set(),
      ),
    ).toEqual([]);
    expect(topicsOf('lune', told(() => 'La fusée.').slice(0, 4), new Set())).toEqual([]);
    const twice = told((at) => (at < 2 ? 'La fusée.' : 'Rien.'));
    expect(topicsOf('lune', twice, new Set())).toEqual([]);
  });
});
