import { describe, expect, it } from 'vitest';
import { visitAt, writeVisits } from '../../../src/components/dashboard/visits.ts';

const MINUTE = 60_000;

describe('visits', () => {
  it('know none before the first', () => {
    expect(visitAt(99 * MINUTE, null)).toEqual({ seen: 99 * MINUTE, before: null });
    expect(visitAt(99 * MINUTE, 'what')).toEqual({ seen: 99 * MINUTE, before: null });
  });

  it('go on while pages follow one another', () => {
    const first = writeVisits({ seen: 100 * MINUTE, before: 5 });
    expect(visitAt(129 * MINUTE, first)).toEqual({ seen: 129 * MINUTE, before: 5 });
  });

  it('end after a pause, and the next one looks back to it', () => {
    const first = writeVisits({ seen: 100 * MINUTE, before: null });
    expect(visitAt(131 * MINUTE, first)).toEqual({ seen: 131 * MINUTE, before: 100 * MINUTE });
  });

  it('are not of the future: a clock was set back', () => {
    expect(visitAt(1, writeVisits({ seen: 2, before: null }))).toEqual({ seen: 1, before: null });
  });
});
