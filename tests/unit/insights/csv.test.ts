import { expect, it } from 'vitest';
import { csv } from '../../../src/insights/csv.ts';
import { nationalSeries } from '../../../src/insights/series.ts';
import { nationalTable, sitesTable } from '../../../src/insights/tables.ts';
import { siteTable } from '../../../src/minutes/sites.ts';
import { inventedMinutes as cr, inventedNews as news } from './minutes.ts';

it('writes what French spreadsheets read, and no formula', () => {
  expect(csv([['a;b', 'dit "oui"', null], [1.5, -2, '=1+1']])).toBe(
    '\ufeff"a;b";"dit ""oui""";\r\n1,5;-2;\'=1+1\r\n',
  ); // prettier-ignore
});

it('has a row for each stated figure, and every column in each', () => {
  const minutes = [
    cr({ number: 1, date: '2030-01-09', inclusions: { count: 10, asOf: '2030-01-01' } }),
    cr({
      number: 4,
      date: '2030-04-09',
      inclusions: { count: 12, asOf: null },
      news: [news('lune', { inclusions: 5, fte: 0.5 }), news('lune')],
    }),
  ];
  expect(nationalTable(nationalSeries(minutes)).slice(1)).toEqual([
    [1, '2030-01-09', '2030-01-01', 'oui', 10, null, null],
    [4, '2030-04-09', '2030-04-09', 'non', 12, 2, '2 3'],
  ]);
  const sites = siteTable([
    {
      slug: 'lune',
      name: 'Lune',
      aliases: [],
      department: { code: '99', name: 'Ciel' },
      coordinates: { latitude: 48, longitude: 2 },
    },
  ]);
  const table = sitesTable(minutes, sites);
  expect(table.slice(1)).toEqual([[4, '2030-04-09', 'Lune', 'Ciel', 5, null, null, 0.5]]);
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([8]));
});
