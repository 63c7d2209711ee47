import { describe, expect, it } from 'vitest';
import { gapNotes, peakOf, pushedApart } from '../../../src/components/charts/annotations.ts';
import { plotPace } from '../../../src/components/charts/pace-plot.ts';
import { plot } from '../../../src/components/charts/plot.ts';
import { finding, pointInWords, remarksOn } from '../../../src/components/charts/words.ts';
import { paceOf } from '../../../src/insights/pace.ts';
import { siteSeries } from '../../../src/insights/series.ts';
import { inventedMinutes as cr, inventedNews as news } from '../insights/minutes.ts';

const size = { width: 400, height: 300, top: 20, right: 20, bottom: 40, left: 40, squares: 6, labels: 6 }; // prettier-ignore
const site = (figures: readonly (readonly [number, number, number | null])[]) =>
  siteSeries(
    'lune',
    figures.map(([number, month, inclusions]) =>
      cr({
        number,
        date: `2030-${String(month).padStart(2, '0')}-01`,
        news: [news('lune', { inclusions })],
      }),
    ),
  );
const rising = site([[1, 1, 10], [2, 2, null], [3, 3, 14], [6, 9, 12]]); // prettier-ignore
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the words of a curve', () => {
  it('read a point with its change, and the CR that this is counted from', () => {
    const line = { figure: 'inclusions', points: rising } as const;
    expect(plain(pointInWords(line, 0))).toBe('Au 1er janvier 2030, 10 inclusions');
    expect(plain(pointInWords(line, 2))).toBe(
      'Au 1er septembre 2030, 12 inclusions, 2 de moins qu’au CR n° 3',
    );
    expect(pointInWords(line, 9)).toBe('');
    const still = { figure: 'waiting', points: site([[1, 1, 3], [2, 2, 3]]) } as const; // prettier-ignore
    expect(plain(pointInWords(still, 1))).toContain('3 en attente, inchangé depuis le CR n° 1');
  });

  it('say the finding, and for a single figure no more than that', () => {
    expect(plain(finding([{ figure: 'inclusions', points: rising }]))).toBe(
      '2 enfants de plus en huit mois : 12 inclusions au 1er septembre 2030, 10 au 1er janvier 2030.',
    );
    expect(plain(finding([{ figure: 'followed', points: rising.slice(0, 1) }]))).toBe(
      '10 suivis au 1er janvier 2030.',
    );
  });

  it('name the CRs that lack and those without a figure', () => {
    const remarks = remarksOn([{ figure: 'inclusions', points: rising }]).map(plain);
    expect(remarks).toContain('En pointillé : n° 4 et 5, comptes-rendus non importés.');
    expect(remarks).toContain('En pointillé aussi : pas de chiffre au CR n° 2.');
    expect(remarks).toContain('Chaque chiffre est placé au jour de sa conférence.');
    const whole = remarksOn([{ figure: 'inclusions', points: site([[1, 1, 3], [2, 2, 4]]) }]); // prettier-ignore
    expect(whole.join(' ')).not.toContain('pointillé');
  });
});

describe('notes on a curve', () => {
  it('name a wide gap inside the frame, and its peak', () => {
    const [line] = plot([rising], size).lines;
    if (!line) throw new Error('one line expected');
    const [note, ...others] = gapNotes(line, size, true);
    expect(others).toEqual([]);
    expect(plain(note?.text ?? '')).toBe('n° 4 et 5 à importer');
    expect(note?.x).toBeGreaterThanOrEqual(0);
    expect(note?.x).toBeLessThanOrEqual(size.width);
    expect(peakOf(line)?.point.count).toBe(14);
    // Where other lines run under it, a note that fits nowhere else is left to the caption.
    const tight = { ...size, width: 200 };
    const [narrow] = plot([rising], tight).lines;
    expect(narrow && gapNotes(narrow, tight, false)).toEqual([]);
  });

  it('are no peak on a line that only rises', () => {
    const [line] = plot([site([[1, 1, 3], [2, 2, 4], [3, 3, 4]])], size).lines; // prettier-ignore
    expect(line && peakOf(line)).toBeNull();
  });

  it('push labels apart, inside the frame, in their order', () => {
    const placed = pushedApart([{ y: 100, height: 20 }, { y: 90, height: 20 }, { y: 98, height: 20 }], 110); // prettier-ignore
    const [first = 0, second = 0, third = 0] = placed;
    expect(third - second).toBeGreaterThanOrEqual(20);
    expect(first - third).toBeGreaterThanOrEqual(20);
    expect(first).toBeLessThanOrEqual(100);
  });
});

describe('plot', () => {
  it('holds a single figure, and figures of one day', () => {
    const [line] = plot([rising.slice(0, 1)], size, {
      counts: [0, 90],
      dates: [],
      zero: true,
    }).lines;
    expect(line?.points).toHaveLength(1);
    expect(line?.segments).toEqual([]);
    const day = plot([site([[1, 1, 3], [2, 1, 5]])], size).lines[0]; // prettier-ignore
    expect(day?.points[0]?.x).toBe(day?.points[1]?.x);
    expect(day?.segments[0]?.d).not.toContain('NaN');
  });
});

describe('plotPace', () => {
  const paces = paceOf(rising);
  const { bars, zero } = plotPace(
    paces,
    rising.map(({ asOf }) => asOf),
    size,
  );

  it('draws surfaces that are children, falls under zero', () => {
    const surface = bars.map(({ left, right, end }) => (right - left) * (zero - end));
    expect((surface[0] ?? 0) / (surface[1] ?? 1)).toBeCloseTo(4 / -2, 1);
    expect(bars.map(({ falling, dotted }) => [falling, dotted])).toEqual([
      [false, true],
      [true, true],
    ]);
    for (const { end } of bars) {
      expect(end).toBeGreaterThanOrEqual(size.top);
      expect(end).toBeLessThanOrEqual(size.height - size.bottom);
    }
  });
});
