import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../src/exports/dataset.ts';
import { type Dataset, datasetJsonSchema } from '../../../src/exports/dataset-schema.ts';
import {
  attendanceTable,
  inclusionsTable,
  newsTable,
  questionsTable,
} from '../../../src/exports/tables.ts';
import { readLibrary } from '../../../src/library/library.ts';
import { inventedMinutes, inventedNews } from '../insights/minutes.ts';

const library = readLibrary('.', {});
const address = (route: string, anchor: string | null): string =>
  `https://portail.example/cdp/comptes-rendus/${route}/${anchor === null ? '' : `#${anchor}`}`;
const source = {
  minutes: library.minutes,
  sites: library.sites,
  programme: 'ESSAI',
  schema: 'https://portail.example/schema.json',
  address,
};

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(datasetJsonSchema(source.schema));
/** What a reader's program finds wrong with the file, as it was written. */
function faults(data: unknown): string[] {
  validate(JSON.parse(JSON.stringify(data)));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}
const damaged = (change: (minutes: Record<string, unknown>) => void): Dataset => {
  const data = structuredClone(datasetOf(source));
  change(data.minutes[0] as unknown as Record<string, unknown>);
  return data;
};

describe('the data as JSON', () => {
  it('holds every CR, and is what its JSON Schema says', () => {
    const data = datasetOf(source);
    expect(faults(data)).toEqual([]);
    expect(data.minutes).toHaveLength(library.minutes.length);
    expect(data.minutes.flatMap(({ news }) => news).length).toBeGreaterThan(10);
  });

  it('has a schema that refuses what is not', () => {
    expect(faults(damaged((one) => (one['date'] = '15/09/2025')))).not.toEqual([]);
    expect(faults(damaged((one) => delete one['news']))).toEqual(['/minutes/0 required']);
    expect(faults(damaged((one) => (one['extra'] = 1)))).toEqual([
      '/minutes/0 additionalProperties',
    ]);
    expect(faults({ ...datasetOf(source), version: 2 })).toEqual(['/version const']);
  });

  it('leads back to the pages', () => {
    const last = datasetOf(source).minutes.at(-1);
    expect(last?.url).toBe(address(library.minutes.at(-1)?.route ?? '', null));
  });
});

describe('the tables', () => {
  const site = library.sites.sites[0]?.slug ?? '';
  const name = library.sites.nameOf(site);
  const evidence = { inclusions: 'preuve', followed: null, waiting: null, fte: null };
  const minutes = [
    inventedMinutes({
      number: 7,
      date: '2030-01-10',
      inclusions: { count: 120, asOf: '2030-01-02' },
      inclusionsAnchor: 'national',
      news: [
        inventedNews(site, { inclusions: 5, fte: 1.8, evidence }),
        inventedNews(site, { anchor: 'silence' }),
      ],
      questions: [{ anchor: 'q', status: 'open', question: 'Qui ?', answer: null }],
      participants: [{ name: 'A. Lune', site, role: 'pédiatre' }],
      excused: [{ name: 'Bo MARS', site: null }],
    }),
  ];
  const people = { ...library.people, canonical: (given: string) => given.replace('A.', 'Ada') };

  it('give each stated figure with its sentence', () => {
    expect(inclusionsTable(minutes, library.sites, address).rows).toEqual([
      [
        7,
        '2030-01-10',
        '',
        'national',
        '2030-01-02',
        120,
        null,
        null,
        null,
        address('7', 'national'),
      ],
      [7, '2030-01-10', site, name, null, 5, null, null, 1.8, address('7', 'preuve')],
    ]);
  });

  it('give all news, questions and people, each row as long as its head', () => {
    const tables = [
      inclusionsTable(minutes, library.sites, address),
      newsTable(minutes, library.sites, address),
      questionsTable(minutes, address),
      attendanceTable(minutes, people, library.sites, address),
    ];
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 2, 1, 2]);
    for (const { columns, rows } of tables) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(tables[3]?.rows[0]).toEqual([
      ...[
        7,
        '2030-01-10',
        site,
        name,
        'Ada Lune',
        'A. Lune',
        'pédiatre',
        'présent',
        address('7', null),
      ],
    ]);
  });
});
