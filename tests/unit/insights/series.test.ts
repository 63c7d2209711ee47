import { describe, expect, it } from 'vitest';
import { growthOf, missingIn, nationalSeries, siteSeries } from '../../../src/insights/series.ts';
import { inventedMinutes as cr, inventedNews as news } from './minutes.ts';

const minutes = [
  cr({ number: 14, date: '2030-05-10', inclusions: { count: 30, asOf: null } }),
  cr({ number: 10, date: '2030-01-10', inclusions: { count: 20, asOf: '2030-01-02' } }),
  cr({ number: 11, date: '2030-02-10' }),
];

describe('nationalSeries', () => {
  it('orders figures by conference and says what lies between', () => {
    const points = nationalSeries(minutes);
    expect(points.map(({ number, count }) => [number, count])).toEqual([
      [10, 20],
      [14, 30],
    ]);
    expect(points[0]).toMatchObject({ asOf: '2030-01-02', asOfStated: true, change: null });
    expect(points[1]).toMatchObject({
      asOf: '2030-05-10',
      asOfStated: false,
      change: 10,
      missing: [12, 13],
      silent: [{ number: 11, date: '2030-02-10', route: '11' }],
    });
    expect(missingIn(points)).toEqual([12, 13]);
  });

  it('knows no gap where a CR has no number', () => {
    const points = nationalSeries([
      cr({ number: 1, date: '2030-01-01', inclusions: { count: 1, asOf: null } }),
      cr({ date: '2030-06-01', inclusions: { count: 2, asOf: null } }),
    ]);
    expect(points[1]).toMatchObject({ missing: [], silent: [], number: null });
  });
});

describe('siteSeries', () => {
  it('takes the last figure that a CR states for the site', () => {
    const points = siteSeries('lune', [
      cr({
        number: 2,
        date: '2030-02-01',
        news: [
          news('lune', { inclusions: 7 }),
          news('mars', { inclusions: 99 }),
          news('lune', { inclusions: 8, anchor: 'lune-2' }),
          news('lune'),
        ],
      }),
    ]);
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ count: 8, anchor: 'lune-2', asOf: '2030-02-01' });
  });

  it('follows the other figures of a site, each with its own sentence', () => {
    const evidence = { inclusions: 'a', followed: 'b', waiting: null, fte: null };
    const series = [
      cr({
        number: 1,
        date: '2030-01-01',
        news: [news('lune', { inclusions: 9, followed: 7, waiting: 2, evidence })],
      }),
    ];
    expect(siteSeries('lune', series, 'followed')[0]).toMatchObject({ count: 7, anchor: 'b' });
    expect(siteSeries('lune', series, 'waiting')[0]).toMatchObject({ count: 2, anchor: 'lune' });
  });

  it('keeps a figure of zero', () => {
    const zero = cr({ date: '2030-02-01', news: [news('lune', { inclusions: 0 })] });
    expect(siteSeries('lune', [zero])[0]?.count).toBe(0);
  });
});

describe('growthOf', () => {
  it('measures from the first to the last figure', () => {
    expect(growthOf(nationalSeries(minutes))).toEqual({ change: 10, months: 4 });
    expect(growthOf(nationalSeries(minutes.slice(0, 1)))).toBeNull();
  });
});
