import { describe, expect, it } from 'vitest';
import { averagePace, paceOf } from '../../../src/insights/pace.ts';
import { nationalSeries } from '../../../src/insights/series.ts';
import { inventedMinutes as cr } from './minutes.ts';

const series = (...figures: [date: string, count: number | null, asOf?: string | null][]) =>
  nationalSeries(
    figures.map(([date, count, asOf = date], index) =>
      cr({ number: index + 1, date, inclusions: count === null ? null : { count, asOf } }),
    ),
  );

describe('paceOf', () => {
  it('measures children a month between stated figures, falls too', () => {
    const paces = paceOf(
      series(['2030-01-01', 100], ['2030-03-02', 120], ['2030-04-01', null], ['2030-05-01', 110]),
    );
    expect(paces.map(({ change, days }) => [change, days])).toEqual([
      [20, 60],
      [-10, 60],
    ]);
    expect(paces[0]?.perMonth).toBeCloseTo(10.1, 1);
    expect(paces[1]?.perMonth).toBeCloseTo(-5.1, 1);
    expect(paces[1]?.silent.map(({ number }) => number)).toEqual([3]);
  });

  it('makes no pace of two figures of one day or week', () => {
    const paces = paceOf(
      series(['2030-01-01', 100], ['2030-01-01', 104], ['2030-01-08', 105], ['2030-02-01', 110]),
    );
    expect(paces.map(({ change, days }) => [change, days])).toEqual([[10, 31]]);
    expect(paceOf(series(['2030-01-01', 1], ['2030-01-01', 2]))).toEqual([]);
  });

  it('passes over a figure whose day is unknown where others’ days are known', () => {
    const paces = paceOf(series(['2030-01-01', 10], ['2030-02-20', 30, null], ['2030-03-01', 20]));
    expect(paces.map(({ change, days }) => [change, days])).toEqual([[10, 59]]);
    const unknown = paceOf(series(['2030-01-01', 10, null], ['2030-03-02', 30, null]));
    expect(unknown.map(({ change, days }) => [change, days])).toEqual([[20, 60]]);
  });

  it('carries what lacks between the two, over figures passed over', () => {
    const points = nationalSeries([
      cr({ number: 1, date: '2030-01-01', inclusions: { count: 1, asOf: '2030-01-01' } }),
      cr({ number: 3, date: '2030-01-05', inclusions: { count: 2, asOf: '2030-01-05' } }),
      cr({ number: 5, date: '2030-03-01', inclusions: { count: 3, asOf: '2030-03-01' } }),
    ]);
    expect(paceOf(points).map(({ missing }) => missing)).toEqual([[2, 4]]);
  });

  it('has no average of one figure, or of one day', () => {
    expect(averagePace(series(['2030-01-01', 5]))).toBeNull();
    expect(averagePace(series(['2030-01-01', 5], ['2030-01-01', 9]))).toBeNull();
    expect(averagePace(series(['2030-01-01', 5], ['2030-03-02', 25]))).toBeCloseTo(10.1, 1);
  });
});
