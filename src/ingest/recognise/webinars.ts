import type { Webinar } from '../../minutes/minutes.ts';
import type { Block } from '../blocks/block.ts';
import { findDates, firstAfter } from './dates.ts';
import { sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { urlsOf } from './links.ts';
import type { Zone } from './outline.ts';

export interface WebinarEntries {
  webinars: Webinar[];
  /** Ranges of blocks that speak of them, `to` exclusive. */
  ranges: { from: number; to: number }[];
}

/**
 * Reads the webinars a CR announces: dates in sentences that speak of a webinar, and the links of
 * its section or of such sentences, joined even where they stand apart.
 */
export function readWebinars(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string | null,
): WebinarEntries {
  const dates = new Set<string>();
  const urls = new Set<string>();
  const ranges: { from: number; to: number }[] = [];
  for (const zone of zones) {
    if (zone.topic === 'next' || zone.topic === 'participants' || zone.topic === 'excused')
      continue;
    const mixed = /\bformations?\b/.test(foldKeepingLength(blocks[zone.from]?.text ?? ''));
    const own = zone.topic === 'webinar' && zone.headed && !mixed;
    if (own) ranges.push({ from: zone.from, to: zone.to });
    for (let index = zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      if (block === undefined || !(own || speaks(block.text))) continue;
      for (const date of datesOf(block, own, day)) dates.add(date);
      if (zone.topic !== 'closing') for (const url of urlsOf(block)) urls.add(url);
      if (
        !own &&
        (zone.topic === 'section' || (zone.topic === 'webinar' && mixed)) &&
        (datesOf(block, own, day).length > 0 || urlsOf(block).length > 0)
      ) {
        ranges.push({ from: index, to: index + 1 });
      }
    }
  }
  return { webinars: join([...dates].sort(), [...urls]), ranges };
}

const speaks = (text: string): boolean => /\bwebinaires?\b/.test(foldKeepingLength(text));

function datesOf(block: Block, own: boolean, day: string | null): string[] {
  if (day === null) return [];
  return sentences(block.text)
    .filter((sentence) => own || speaks(sentence.text))
    .flatMap((sentence) => findDates(sentence.text))
    .map((date) => firstAfter(date, day))
    .filter((date) => date > day);
}

/** One link serves all dates; as many links as dates go in order; what is left stands alone. */
function join(dates: string[], urls: string[]): Webinar[] {
  if (dates.length === 0) return urls.map((registration) => ({ date: null, registration }));
  const only = urls.length === 1 ? urls[0] : undefined;
  return dates.map((date, index) => ({ date, registration: only ?? urls[index] ?? null }));
}
