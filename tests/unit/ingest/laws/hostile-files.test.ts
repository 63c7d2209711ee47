import { expect, it } from 'vitest';
import { HOSTILE_FILES } from '../../../support/ingest/hostile-files.ts';
import { measure } from '../../../support/ingest/measured.ts';

const { biggest, ...others } = HOSTILE_FILES;

// One process for many files: starting it takes longer than most of them. The biggest ones get one
// of their own, as a process's peak of memory counts what it read before.
it.each([
  ['biggest', biggest],
  [Object.keys(others).join(', '), Object.values(others).flat()],
])(
  'hostile files are read or refused in French, in time and in 512 MB: %s',
  { timeout: 90_000 },
  async (_, files) => {
    const quick = files.filter((file) => file.quick);
    const measured = await measure(quick, 30_000);
    expect(measured.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(measured).toHaveLength(quick.length);
  },
);
