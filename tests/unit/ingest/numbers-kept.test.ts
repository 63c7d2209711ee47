import { expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { sites } from '../sites.fixture.ts';

it('keeps the numbers of lists that text parts, and of lists that begin anew', async () => {
  const text =
    '7e conférence des coordinations locales\n\n1. un\n2. deux\n\nEntre les deux.\n\n3. trois\n\n1. encore un';
  const { mdx } = await importMinutes(
    { name: 'cr.txt', bytes: new TextEncoder().encode(text) },
    { sites, redact: [], importedAt: '2026-01-01T00:00:00Z' },
  );
  const numbers = [...mdx.matchAll(/^ *(\d)[.)] (.+)$/gm)].map(([, number, item]) => [
    number,
    item,
  ]);
  expect(numbers).toEqual([
    ['1', 'un'],
    ['2', 'deux'],
    ['3', 'trois'],
    ['1', 'encore un'],
  ]);
});
