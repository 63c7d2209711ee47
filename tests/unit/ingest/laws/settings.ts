import type { ImportSettings } from '../../../../src/ingest/import.ts';
import { sites } from '../../sites.fixture.ts';

export const settings: ImportSettings = {
  sites,
  redact: ['password', 'nir', 'iban'],
  importedAt: '2026-01-01T00:00:00Z',
};

/** The same files at each `npm test`; `npm run import:fuzz` tries others. */
export const SEED = 20_261_122;
