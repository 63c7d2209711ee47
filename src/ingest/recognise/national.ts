import type { Block } from '../blocks/block.ts';
import { asOfDay } from './figures/as-of.ts';
import type { Candidate } from './figures/choose.ts';
import { nationalTotalsIn, speaksNationally } from './figures/national-totals.ts';
import { readInclusions } from './figures/inclusions.ts';
import { passagesOf } from './figures/passages.ts';
import { type Finding, locate } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';

/** The national figure and the day it was counted. */
export interface National {
  count: number;
  asOf: string | null;
}

interface Reading extends National {
  candidate: Candidate;
  /** How surely the figure is the whole programme's: said so, dated, in the CR's head. */
  weight: number;
  finding: Pick<Finding<National>, 'place' | 'block' | 'sentence' | 'start'>;
}

/** Zones that state no figure, or the figures of sites. */
const ELSEWHERE: readonly Zone['topic'][] = ['news', 'agenda'];
/** What a total says at least to be taken for the programme's: its day, or of whom it speaks. */
const LEAST_WEIGHT = 0.4;
/** Lines among which the figure stands at the head of a CR. */
const HEAD: readonly Zone['topic'][] = ['head', 'next', 'participants', 'excused'];

/**
 * Reads the national figure, wherever outside the sites' news it stands. Of several, the one that
 * is most surely national, then the latest, then the largest.
 * @param inNews whether the block of an index belongs to a site's news; without it the zones say so.
 */
export function readNational(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string | null,
  inNews: (index: number) => boolean = inNewsZones(zones),
): Finding<National> | null {
  const largestSite = Math.max(
    0,
    ...blocks.flatMap((block, index) =>
      inNews(index) ? [readInclusions(passagesOf(block.text))?.value ?? 0] : [],
    ),
  );
  const readings = paragraphs(blocks, zones, inNews)
    .flatMap((paragraph) => readParagraph(paragraph, day))
    .filter(({ count, weight }) => weight > LEAST_WEIGHT && count > largestSite);
  const [best] = readings.sort(
    (a, b) =>
      b.weight - a.weight || (b.asOf ?? '').localeCompare(a.asOf ?? '') || b.count - a.count,
  );
  return best === undefined
    ? null
    : { value: { count: best.count, asOf: best.asOf }, ...best.finding };
}

interface Paragraph {
  /** The lines of one paragraph. */
  blocks: Block[];
  topic: Zone['topic'];
  /** Line before, folded: it may say of what day the figures are. */
  heading: string;
}

/** The paragraphs in which the figure may stand; lines that an author or a margin broke are one. */
function paragraphs(
  blocks: readonly Block[],
  zones: readonly Zone[],
  inNews: (index: number) => boolean,
): Paragraph[] {
  const found: Paragraph[] = [];
  for (const zone of zones) {
    if (ELSEWHERE.includes(zone.topic)) continue;
    for (let index = zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      if (block === undefined || inNews(index)) continue;
      const last = found.at(-1);
      const goesOn = block.joined && last?.blocks.at(-1) === blocks[index - 1];
      if (goesOn) last?.blocks.push(block);
      else {
        const heading = foldKeepingLength(blocks[index - 1]?.text ?? '');
        found.push({ blocks: [block], topic: zone.topic, heading });
      }
    }
  }
  return found;
}

function readParagraph({ blocks, topic, heading }: Paragraph, day: string | null): Reading[] {
  // A table's row reads as "label : value".
  const text = blocks.map((block) => block.text.replaceAll(' | ', ' : ')).join('\n');
  const parts = blocks.map((block) => ({ block, cut: 0 }));
  return nationalTotalsIn(passagesOf(text)).flatMap((candidate) => {
    const { passage, before, written, value } = candidate;
    const at = locate(parts, passage.start);
    if (at === null) return [];
    const from = before.length;
    const asOf = asOfDay({ ...passage, from, to: from + written.length }, heading, day);
    const nested = before.split('(').length > before.split(')').length;
    const weight =
      (speaksNationally(passage.folded) || speaksNationally(heading) ? 2 : 0) +
      (HEAD.includes(topic) ? 2 : 0) +
      (asOf === null ? 0 : 1) -
      (topic === 'highlights' || topic === 'questions' ? 0.5 : 0) -
      (nested ? 1.5 : 0) +
      (candidate.rank - 2) * 0.1;
    const { sentence, start } = { sentence: passage.text, start: at.at };
    return [
      {
        candidate,
        count: value,
        asOf,
        weight,
        finding: { place: at.block.place, block: at.block, sentence, start },
      },
    ];
  });
}

/** A news zone goes on through zones of lower headings and unheaded ones, up to a new topic. */
function inNewsZones(zones: readonly Zone[]): (index: number) => boolean {
  const ranges: { from: number; to: number }[] = [];
  zones.forEach((zone, index) => {
    if (zone.topic !== 'news') return;
    const next = zones
      .slice(index + 1)
      .find(({ topic, headed, level }) => topic !== 'section' || (headed && level <= zone.level));
    ranges.push({ from: zone.from, to: next?.from ?? Infinity });
  });
  return (index) => ranges.some(({ from, to }) => index >= from && index < to);
}
