import type { SiteFigures } from '../../minutes/minutes.ts';
import type { Stated } from './figures/choose.ts';
import { readFollowed } from './figures/followed.ts';
import { readFte } from './figures/fte.ts';
import { readInclusions } from './figures/inclusions.ts';
import { passagesOf } from './figures/passages.ts';
import { readWaiting } from './figures/waiting.ts';

/** The figures of a site, each with the sentence that states it and its offset in the text. */
export type StatedFigures = { [Key in keyof SiteFigures]: Stated | null };

/**
 * Reads a site's stocks from its news: included since the beginning, followed now, waiting, staff.
 * Flows ("18 inclusions ont été réalisées"), approximations, parts, earlier figures, aims and other
 * cohorts are no stocks.
 */
export function readFigures(text: string): StatedFigures {
  const passages = passagesOf(text);
  return {
    inclusions: readInclusions(passages),
    followed: readFollowed(passages),
    waiting: readWaiting(passages),
    fte: readFte(passages),
  };
}
