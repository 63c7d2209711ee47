import { describe, expect, it } from 'vitest';
import { HOSTILE_FILES } from '../../../support/ingest/hostile-files.ts';
import { measure } from '../../../support/ingest/measured.ts';

const groups = Object.entries(HOSTILE_FILES).map(
  ([group, files]) => [group, files.filter((file) => file.quick)] as const,
);

describe.each(groups)('hostile files: %s', (_, files) => {
  it('are read or refused in French, in time and in 512 MB', { timeout: 90_000 }, async () => {
    const measured = await measure(files, 30_000);
    expect(measured.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(measured).toHaveLength(files.length);
  });
});
