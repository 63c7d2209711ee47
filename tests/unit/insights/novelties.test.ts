import { describe, expect, it } from 'vitest';
import { novelties } from '../../../src/insights/novelties.ts';
import { inventedMinutes as cr, inventedNews as news } from './minutes.ts';

const source = (importedAt: string) => ({ file: 'x.md', sha256: '0'.repeat(64), importedAt });
const minutes = [
  cr({
    number: 2,
    date: '2030-02-10',
    source: source('2030-02-12T08:00:00.000Z'),
    inclusions: { count: 20, asOf: null },
    news: [
      news('lune', { inclusions: 8 }),
      news('mars', { inclusions: 1 }),
      news('venus', { inclusions: 4 }),
    ],
    questions: [
      { anchor: 'q1', status: 'open', question: 'Qui ?', answer: null },
      { anchor: 'q2', status: 'answered', question: 'Quoi ?', answer: 'Cela.' },
    ],
  }),
  cr({
    number: 1,
    date: '2030-01-10',
    source: source('2030-01-12T08:00:00.000Z'),
    news: [
      news('lune', { inclusions: 5 }),
      news('mars', { inclusions: 9 }),
      news('venus', { inclusions: 4 }),
    ],
  }),
];

describe('novelties', () => {
  const found = novelties(['lune', 'mars', 'venus'], minutes);

  it('begin with the newest CR, its figure and its questions', () => {
    expect(found.slice(0, 3)).toMatchObject([
      { kind: 'minutes', ref: { number: 2 }, at: '2030-02-12T08:00:00.000Z' },
      { kind: 'national', count: 20, change: null },
      { kind: 'questions', open: 1, total: 2, anchor: 'q1' },
    ]);
  });

  it('go on with the figures that changed, the largest change first', () => {
    expect(found.slice(3, 5)).toMatchObject([
      { kind: 'site', site: 'mars', count: 1, change: -8 },
      { kind: 'site', site: 'lune', count: 8, change: 3 },
    ]);
  });

  it('call no first figure a change', () => {
    expect(found.slice(5)).toMatchObject([{ kind: 'minutes', ref: { number: 1 } }]);
  });
});
