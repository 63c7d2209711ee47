import portal from '../../portal.config.ts';
import { href, routes } from '../config/paths.ts';
import { type Table, writeCsv } from '../exports/csv.ts';
import { datasetOf } from '../exports/dataset.ts';
import { datasetJsonSchema } from '../exports/dataset-schema.ts';
import { attendanceTable, inclusionsTable, newsTable, questionsTable } from '../exports/tables.ts';
import type { Library } from '../library/library.ts';
import { absolute } from './event-source.ts';

/** A file of the data, under an address that stays. */
export interface DataFile {
  name: string;
  /** What it holds, for readers. */
  holds: string;
  write: (library: Library) => string;
}

const FOLDER = '/cdp/donnees/';
const SCHEMA = 'comptes-rendus.schema.json';

/** Path of a file of the data. */
export const dataPath = (name: string): string => href(`${FOLDER}${name}`);

const address = (route: string, anchor: string | null): string =>
  absolute(routes.minutes(route, anchor));
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const csv = (name: string, holds: string, table: (library: Library) => Table): DataFile => ({
  name,
  holds,
  write: (library) => writeCsv(table(library)),
});

/** Every file of the data, in the order in which they are shown. */
export const dataFiles: readonly DataFile[] = [
  csv('inclusions.csv', 'chaque chiffre annoncé, national et par site', ({ minutes, sites }) =>
    inclusionsTable(minutes, sites, address),
  ),
  csv('actualites.csv', 'ce que chaque site a dit, conférence par conférence', (library) =>
    newsTable(library.minutes, library.sites, address),
  ),
  csv('questions.csv', 'chaque question posée, et sa réponse', ({ minutes }) =>
    questionsTable(minutes, address),
  ),
  csv('presences.csv', 'qui était présent, qui était excusé', ({ minutes, people, sites }) =>
    attendanceTable(minutes, people, sites, address),
  ),
  {
    name: 'comptes-rendus.json',
    holds: 'tout, texte compris, en un seul fichier',
    write: ({ minutes, sites }) =>
      json(
        datasetOf({
          ...{ minutes, sites, address },
          programme: portal.programme.name,
          schema: absolute(dataPath(SCHEMA)),
        }),
      ),
  },
  {
    name: SCHEMA,
    holds: 'la description de ce fichier, pour les programmes (JSON Schema 2020-12)',
    write: () => json(datasetJsonSchema(absolute(dataPath(SCHEMA)))),
  },
];
