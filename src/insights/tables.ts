import type { Minutes } from '../minutes/minutes.ts';
import type { SiteTable } from '../minutes/sites.ts';
import type { Cell } from './csv.ts';
import { chronological } from './order.ts';
import type { SeriesPoint } from './series.ts';

/** The national count as a table, its heading first: one row for each stated figure. */
export function nationalTable(points: readonly SeriesPoint[]): Cell[][] {
  return [
    [
      'CR',
      'conférence du',
      'arrêté au',
      'arrêté indiqué',
      'inclusions',
      'écart',
      'CR absents avant',
    ],
    ...points.map((point) => [
      point.number,
      point.date,
      point.asOf,
      point.asOfStated ? 'oui' : 'non',
      point.count,
      point.change,
      point.missing.join(' ') || null,
    ]),
  ];
}

/** Every figure of every site as a table: one row for each text of news that states one. */
export function sitesTable(minutes: readonly Minutes[], sites: SiteTable): Cell[][] {
  const rows = chronological(minutes).flatMap((one) =>
    sites.sites.flatMap(({ slug, name, department }) =>
      one.news
        .filter(({ site }) => site === slug)
        .flatMap(({ inclusions, followed, waiting, fte }): Cell[][] => {
          const figures = [inclusions, followed, waiting, fte];
          if (figures.every((figure) => figure === null)) return [];
          return [[one.number, one.date, name, department.name, ...figures]];
        }),
    ),
  );
  const head = ['CR', 'conférence du', 'site', 'département'];
  return [[...head, 'inclusions', 'suivis', 'en attente', 'ETP'], ...rows];
}
