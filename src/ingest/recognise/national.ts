import type { Block } from '../blocks/block.ts';
import { findDates, lastUpTo } from './dates.ts';
import { evidence, type Finding } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { NUMBER, parseNumber } from './numbers.ts';
import type { Zone } from './outline.ts';

const COUNT = new RegExp(
  `(?<![\\p{L}\\d,.])(${NUMBER})\\s+(?:enfants? inclus|inclusions?)(?!\\p{L})`,
  'gu',
);
const NOT_TOTAL =
  /\b(?:nouvelles?|environ|autour|pres de|barre des?|cap des?|objectif|cohorte|esper|sur les)\b[^.;,]{0,12}$/;

/** The national figure and the day it was counted. */
export interface National {
  count: number;
  asOf: string | null;
}

/**
 * Reads the national figure from the lines before the CR's first section. Of two, the one outside
 * parentheses is the current one.
 */
export function readNational(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string | null,
): Finding<National> | null {
  const first = zones.findIndex((zone) => zone.topic === 'section' || zone.topic === 'news');
  const head = zones
    .slice(0, first < 0 ? 1 : first)
    .filter((zone) => zone.topic !== 'agenda' && zone.topic !== 'highlights');
  for (const zone of head) {
    for (const block of blocks.slice(zone.from, zone.to)) {
      const found = readLine(block, day);
      if (found !== null) return found;
    }
  }
  return null;
}

function readLine(block: Block, day: string | null): Finding<National> | null {
  const folded = foldKeepingLength(block.text);
  for (const match of folded.matchAll(COUNT)) {
    const before = folded.slice(0, match.index);
    if (NOT_TOTAL.test(before) || depthOf(before) > 0) continue;
    const count = parseNumber(match[1] ?? '');
    if (count === null || count < 2) continue;
    return {
      value: { count, asOf: asOf(block.text, match.index + match[0].length, day) },
      ...evidence(block, match.index),
    };
  }
  return null;
}

const depthOf = (text: string): number => text.split('(').length - text.split(')').length;

/** "au 3 septembre 2025" behind the figure, "(arrêté au 03/02)", or "Au 4 novembre, …" before it. */
function asOf(text: string, end: number, day: string | null): string | null {
  const dates = findDates(text);
  const behind = dates.find(
    (date) =>
      date.start >= end &&
      date.start - end < 40 &&
      !/\d\s*inclusions?/i.test(text.slice(end, date.start)),
  );
  const date =
    behind ??
    dates.find((item) => item.end <= end && /(?:^|\s)au\s*$/i.test(text.slice(0, item.start)));
  if (date === undefined || (date.year === null && day === null)) return null;
  return lastUpTo(date, day ?? '');
}
