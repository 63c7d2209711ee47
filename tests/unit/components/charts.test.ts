import { describe, expect, it } from 'vitest';
import { plot } from '../../../src/components/charts/plot.ts';
import { labelEvery, monthAxis, valueAxis } from '../../../src/components/charts/scale.ts';
import { nationalSeries } from '../../../src/insights/series.ts';
import { inventedMinutes as cr } from '../insights/minutes.ts';

const size = {
  width: 400,
  height: 300,
  top: 20,
  right: 20,
  bottom: 40,
  left: 40,
  squares: 6,
  labels: 6,
};

describe('valueAxis', () => {
  it.each([
    [[1004, 1070], 6],
    [[869, 1070], 6],
    [[5, 5], 4],
    [[0, 3], 6],
    [[12, 2345], 5],
  ])('holds %j in at most %i squares', (values, squares) => {
    const { from, to, step } = valueAxis(values, squares);
    expect(from).toBeLessThanOrEqual(Math.min(...values));
    expect(to).toBeGreaterThanOrEqual(Math.max(...values));
    expect(from).toBeGreaterThanOrEqual(0);
    expect((to - from) / step).toBeLessThanOrEqual(squares);
    expect(from % step).toBe(0);
    expect(to % step).toBe(0);
  });
});

describe('monthAxis', () => {
  it('holds whole months', () => {
    const { months, square } = monthAxis(['2030-01-06', '2029-11-30']);
    expect(square).toBe(1);
    expect(months.map((month) => month.toISOString().slice(0, 7))).toEqual([
      '2029-11',
      '2029-12',
      '2030-01',
      '2030-02',
    ]);
  });
  it('turns to quarters on long spans, from the first of a quarter', () => {
    const { months, square } = monthAxis(['2028-11-01', '2030-01-06']);
    expect(square).toBe(3);
    expect(months[0]?.toISOString().slice(0, 7)).toBe('2028-10');
    expect(months.at(-1)?.toISOString().slice(0, 7)).toBe('2030-04');
  });
  it('labels no more months than fit', () => {
    expect(labelEvery(5, 6, 1)).toBe(1);
    expect(labelEvery(8, 6, 1)).toBe(2);
    expect(labelEvery(6, 6, 3)).toBe(3);
    expect(labelEvery(18, 4, 3)).toBe(6);
  });
});

describe('plot', () => {
  const series = nationalSeries([
    cr({ number: 1, date: '2030-01-01', inclusions: { count: 100, asOf: null } }),
    cr({ number: 2, date: '2030-02-01', inclusions: { count: 120, asOf: null } }),
    cr({ number: 4, date: '2030-04-01', inclusions: { count: 110, asOf: null } }),
  ]);
  const [drawn] = plot([series], size).lines;
  if (!drawn) throw new Error('one line expected');

  it('draws higher counts higher and later days further right, inside its frame', () => {
    const [first, second, third] = drawn.points;
    if (!first || !second || !third) throw new Error('three points expected');
    expect(second.y).toBeLessThan(third.y);
    expect(third.y).toBeLessThan(first.y);
    // January is 31 days, February and March are 59: a true time axis.
    expect((third.x - second.x) / (second.x - first.x)).toBeCloseTo(59 / 31, 1);
    for (const { x, y } of drawn.points) {
      expect(x).toBeGreaterThanOrEqual(size.left);
      expect(x).toBeLessThanOrEqual(size.width - size.right);
      expect(y).toBeGreaterThanOrEqual(size.top);
      expect(y).toBeLessThanOrEqual(size.height - size.bottom);
    }
  });
  it('dots the line over a missing CR only', () => {
    expect(drawn.segments.map(({ dotted, missing }) => [dotted, missing])).toEqual([
      [false, []],
      [true, [3]],
    ]);
  });
});
