import { readSites } from '../../src/library/library.ts';

/** The project's own table of sites. */
export const sites = readSites('.', {});
