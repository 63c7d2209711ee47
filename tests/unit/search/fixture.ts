import type { Guide } from '../../../src/search/guide.ts';
import type { SearchRecord } from '../../../src/search/record.ts';

/** An invented section of the CR `route`, whose conference was on `date`. */
export function section(
  route: string,
  date: string,
  anchor: string,
  title: string,
  text: string,
  more: Partial<SearchRecord> = {},
): SearchRecord {
  const url = `/cdp/comptes-rendus/${route}/#${anchor}`;
  return { url, title, text, kind: 'programme', sites: [], date, route, ...more };
}

/** What an invented portal knows. */
export const GUIDE: Guide = {
  minutes: [
    { route: '50', number: 50, date: '2026-01-19' },
    { route: '46', number: 46, date: '2025-09-15' },
    { route: '2025-05-19', number: null, date: '2025-05-19' },
  ],
  same: [
    { forms: ['La Roche-sur-Yon', 'La Roche', 'Vendée'], site: 'la-roche-sur-yon' },
    { forms: ['Nîmes', 'Gard'], site: 'nimes' },
    { forms: ['Uzès', 'Gard'], site: 'uzes' },
    { forms: ['PMI', 'protection maternelle et infantile'], anchor: 'pmi' },
    { forms: ['ASE', 'aide sociale à l’enfance'], anchor: 'ase' },
    { forms: ['CR', 'compte-rendu'], anchor: 'cr' },
  ],
};
