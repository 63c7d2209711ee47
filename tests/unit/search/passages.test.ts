import { describe, expect, it } from 'vitest';
import { collectPassages, related } from '../../../src/search/passages.ts';
import type { PagefindFragment, PagefindPart } from '../../../src/search/pagefind-api.ts';

function page(
  number: string,
  date: string,
  content: string,
  parts: [string, number[]][],
): PagefindFragment {
  const url = `/cdp/comptes-rendus/${number}/`;
  const sub_results = parts.map(([title, locations]): PagefindPart => ({
    title,
    url: `${url}#${title.toLowerCase()}`,
    excerpt: content,
    locations,
  }));
  return { url, content, meta: { title: `${number}e conférence`, number, date }, sub_results };
}

describe('collectPassages', () => {
  it('groups by CR, newest first, in the order of the page', () => {
    const found = collectPassages(
      [
        page('46', '2025-09-15', 'le renfort arrive', [['A', [1]]]),
        page('50', '2026-01-19', 'un renfort et un renfort', [
          ['B', [1]],
          ['C', [4]],
        ]),
      ],
      ['renfort'],
    );
    expect(found.hits.map((hit) => hit.number)).toEqual(['50', '46']);
    expect(found.hits[0]?.passages.map((passage) => passage.title[0]?.text)).toEqual(['B', 'C']);
    expect(found).toMatchObject({ passages: 3, complete: true });
    expect(found.hits[0]?.passages[1]?.href).toBe('/cdp/comptes-rendus/50/#c');
  });

  it('keeps the passages that hold all the words', () => {
    const found = collectPassages(
      [
        page('50', '2026-01-19', 'Marseille va bien. 178 inclusions à Marseille. inclusions ici', [
          ['A', [0]],
          ['B', [4, 6]],
          ['C', [7]],
        ]),
      ],
      ['marseille', 'inclusion'],
    );
    expect(found.hits[0]?.passages.map((passage) => passage.title[0]?.text)).toEqual(['B']);
    expect(found.complete).toBe(true);
  });

  it('says when the passages are only the nearest', () => {
    const found = collectPassages(
      [page('50', '', 'un renfort', [['A', [1]]])],
      ['renfort', 'licorne'],
    );
    expect(found).toMatchObject({ passages: 1, complete: false });
  });

  it('drops what Pagefind finds by shortening a word', () => {
    const found = collectPassages([page('50', '', 'il y a 1 an', [['A', [3]]])], ['1070']);
    expect(found).toEqual({ hits: [], passages: 0, complete: false });
  });

  it('reads the number from the title, and does without', () => {
    const untold = page('', '2024-05-06', 'un renfort', [['A', [1]]]);
    untold.meta = { title: 'Conférence du 6 mai' };
    expect(collectPassages([untold], ['renfort']).hits[0]).toMatchObject({
      number: null,
      date: '',
    });
    untold.meta = { title: '38e conférence' };
    expect(collectPassages([untold], ['renfort']).hits[0]).toMatchObject({ number: '38' });
  });
});

describe('title and excerpt', () => {
  const passage = (title: string, excerpt: string): unknown => {
    const found = page('50', '', 'renfort', [[title, [0]]]);
    const part = found.sub_results[0];
    if (part !== undefined) part.excerpt = excerpt;
    return collectPassages([found], ['renfort']).hits[0]?.passages[0];
  };

  it('part where the excerpt begins with the title, which takes its marks', () => {
    expect(passage("Le renfort d'été", "Le <mark>renfort</mark> d'été. Il arrive")).toMatchObject({
      title: [
        { text: 'Le ', hit: false },
        { text: 'renfort', hit: true },
        { text: ' d’été', hit: false },
      ],
      excerpt: [{ text: 'Il arrive', hit: false }],
    });
    expect(passage('Du renfort ?', 'Du <mark>renfort</mark> ? Oui')).toMatchObject({
      excerpt: [{ text: 'Oui', hit: false }],
    });
  });

  it('leave no excerpt where it ends within a long title', () => {
    expect(passage('Du renfort pour qui ?', 'Du <mark>renfort</mark> pour …')).toEqual({
      href: '/cdp/comptes-rendus/50/#du renfort pour qui ?',
      title: [
        { text: 'Du ', hit: false },
        { text: 'renfort', hit: true },
        { text: ' pour', hit: false },
        { text: ' qui\u202f?', hit: false },
      ],
      excerpt: [],
      found: 1,
    });
  });

  it('stay as they are elsewhere', () => {
    expect(passage('Épinal', '… du <mark>renfort</mark> …')).toMatchObject({
      title: [{ text: 'Épinal', hit: false }],
      excerpt: [
        { text: '…du ', hit: false },
        { text: 'renfort', hit: true },
        { text: '…', hit: false },
      ],
    });
  });
});

describe('related', () => {
  it.each([
    ['generalisation', 'generalise', true],
    ['medecins', 'medecin', true],
    ['medecin', 'medecins', true],
    ['inclu', 'inclusions', true],
    ['20', '2026', true],
    ['1070', '1', false],
    ['1070', '107', false],
    ['an', 'annee', true],
    ['ans', 'a', false],
    ['ans', 'an', true],
    ['passe', 'pas', false],
    ['soin', 'sortie', false],
    ['renfort', '', false],
  ])('%s, %s: %s', (asked, standing, expected) => {
    expect(related(asked, standing)).toBe(expected);
  });
});
