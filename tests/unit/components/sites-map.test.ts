import { describe, expect, it } from 'vitest';
import {
  department,
  MAP,
  outerRings,
  outline,
  project,
} from '../../../src/components/sites/map/france.ts';
import {
  areaOf,
  distance,
  holds,
  type Place,
  simplified,
} from '../../../src/components/sites/map/geometry.ts';
import { joined } from '../../../src/components/sites/map/joined.ts';
import { layOut } from '../../../src/components/sites/map/layout.ts';
import { radiusOf, star } from '../../../src/components/sites/map/star.ts';
import { siteSummaries } from '../../../src/insights/sites.ts';
import { readSites } from '../../../src/library/library.ts';
import { inventedMinutes as cr, inventedNews as news } from '../insights/minutes.ts';

const size = { width: 660, sides: 16, text: 17, largest: 19 };

describe('the map', () => {
  // Capes and corners as atlases give them; where the outline has them.
  it.each([
    ['Bray-Dunes, the northernmost place', '59', 2.545, 51.089, ([, y]: Place) => -y],
    ['Lauterbourg, in the north-east', '67', 8.233, 48.967, ([x]: Place) => x],
    ['the southern tip of the mainland', '66', 2.53, 42.333, ([, y]: Place) => y],
    ['the Cap Corse', '2B', 9.4, 43.01, ([, y]: Place) => -y],
    ['the mouth of the Bidassoa', '64', -1.79, 43.36, ([x]: Place) => -x],
    ['Ouessant, the westernmost isle', '29', -5.141, 48.46, ([x]: Place) => -x],
    ['the Mont Dolent', '74', 7.044, 45.923, ([x]: Place) => x],
  ])('puts %s where it is', (_name, code, longitude, latitude, reach) => {
    const [corner] = department(code)
      .flat()
      .toSorted((a, b) => reach(b) - reach(a));
    if (corner === undefined) throw new Error(`No département ${code}.`);
    expect(distance(project({ latitude, longitude }), corner)).toBeLessThan(3);
  });

  it('has every site of the portal in its own département, and in no other', () => {
    const { sites } = readSites(process.cwd(), {});
    expect(sites.length).toBeGreaterThan(0);
    const codes = [...new Set(sites.map((site) => site.department.code))];
    for (const { coordinates, department: own } of sites) {
      const at = project(coordinates);
      expect(codes.filter((code) => holds(department(code), at))).toEqual([own.code]);
    }
  });

  it('knows no shape overseas', () => {
    expect(department('974')).toEqual([]);
  });

  it('keeps of all shapes the outline alone', () => {
    const rings = outline();
    // The mainland, Corsica and the larger islands, hardly smaller than drawn.
    const area = rings.map(areaOf).reduce((sum, one) => sum + one, 0);
    expect(area).toBeGreaterThan(MAP.width * MAP.height * 0.4);
    expect(rings.flat().length).toBeLessThan(700);
    for (const [longitude, latitude, inside] of [
      [2.35, 48.86, true],
      [9.15, 42.3, true],
      [-4, 45, false],
      [7.5, 47.6, true],
    ] as const) {
      expect(holds(rings, project({ latitude, longitude }))).toBe(inside);
    }
  });

  it('drops the edge that two shapes share', () => {
    const left: Place[] = [[0, 0], [1, 0], [1, 1], [0, 1]]; // prettier-ignore
    const right: Place[] = [[1.04, 0], [2, 0], [2, 1], [1, 1.03]]; // prettier-ignore
    const [ring, ...others] = outerRings([left, right]);
    expect(others).toEqual([]);
    expect(areaOf(ring ?? [])).toBeCloseTo(2, 1);
    expect(ring).toHaveLength(6);
    expect(simplified(ring ?? [], 0.1)).toHaveLength(4);
  });
});

describe('the stars', () => {
  it.each([4, 8])('cover the area asked for with %i rays', (rays) => {
    const corners = star([50, 50], radiusOf(300, rays), rays)
      .split(' ')
      .map((corner) => corner.split(',').map(Number) as unknown as Place);
    expect(corners).toHaveLength(rays * 2);
    expect(areaOf(corners)).toBeCloseTo(300, -1);
  });

  it('are joined to one figure by the shortest lines', () => {
    const places: Place[] = [[0, 0], [10, 0], [1, 0], [5, 0]]; // prettier-ignore
    expect(joined(places)).toEqual([
      [0, 2],
      [2, 3],
      [3, 1],
    ]);
    expect(joined([])).toEqual([]);
    expect(joined([[3, 3]])).toEqual([]);
  });
});

describe('layOut', () => {
  const site = (slug: string, latitude: number, longitude: number, code = '75') => ({
    slug,
    name: slug,
    aliases: [],
    department: { code, name: code },
    coordinates: { latitude, longitude },
  });
  const minutes = [
    cr({ number: 1, date: '2030-01-01', news: [news('lille', { inclusions: 40 })] }),
    cr({
      number: 2,
      date: '2030-02-01',
      news: [news('lyon', { inclusions: 160 }), news('brest', { followed: 3 })],
    }),
  ];

  it('says by colour and shape how old a figure is, by area how large', () => {
    const sites = [
      site('lille', 50.6, 3),
      site('lyon', 45.7, 4.8),
      site('brest', 48.4, -4.4),
      site('saint-denis', -20.9, 55.4, '974'),
    ];
    const summaries = siteSummaries(
      sites.map(({ slug }) => slug),
      minutes,
    );
    const map = layOut(sites, summaries, '2', size);
    expect(map.sites.map(({ slug, standing }) => [slug, standing])).toEqual([
      ['lyon', 'latest'],
      ['lille', 'older'],
      ['brest', 'none'],
      ['saint-denis', 'none'],
    ]);
    const area = (index: number): number => {
      const { points } = map.sites[index] ?? { points: '' };
      return areaOf(points.split(' ').map((one) => one.split(',').map(Number) as unknown as Place));
    };
    expect(area(0) / area(1)).toBeCloseTo(4, 0);
    // Overseas stands in the corner of the frame, under its heading.
    expect(map.overseas).not.toBeNull();
    expect(map.sites[3]?.at[0]).toBeLessThan(50);
    expect(map.sites[3]?.at[1]).toBeGreaterThan(map.overseas?.[1] ?? Infinity);
  });

  it('draws an empty table of sites', () => {
    expect(layOut([], [], null, size)).toMatchObject({ sites: [], lines: '', overseas: null });
  });
});
