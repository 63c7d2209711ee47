import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { closingFrom } from './closing.ts';
import { foldKeepingLength } from './fold.ts';
import { announcedHeading, type Heading, headingOf } from './headings.ts';
import { readPeopleLine } from './people.ts';
import { typedNumber } from './typed-numbers.ts';
import { hintsOf, topicOf } from './vocabulary.ts';
import { isListTopic, type Zone } from './zone.ts';

export type { Zone } from './zone.ts';

/** Parts a CR into zones. Every block belongs to exactly one. */
export function outline(blocks: readonly Block[], sites: SiteTable): Zone[] {
  const closing = closingFrom(blocks);
  const zones: Zone[] = [{ topic: 'head', headed: false, level: 0, from: 0, to: 0 }];
  const open = (zone: Omit<Zone, 'to'>): void => {
    const last = zones.at(-1);
    if (last !== undefined) last.to = zone.from;
    zones.push({ ...zone, to: blocks.length });
  };
  blocks.forEach((_, index) => {
    const current = zones.at(-1);
    if (current?.topic === 'closing') return;
    if (index === closing) {
      open({ topic: 'closing', headed: false, level: 0, from: index });
      return;
    }
    const goesOn =
      isNextNumber(current, blocks, index) ||
      isNextQuestion(current, blocks[index]) ||
      isMorePeople(current, blocks[index], sites);
    const heading = goesOn
      ? null
      : (headingOf(blocks, index, sites) ?? announcedHeading(blocks, index, zones));
    if (heading !== null && !belongsTo(current, heading, blocks, index)) {
      open({ ...heading, from: index });
    } else if (current !== undefined && endsList(current, blocks, index)) {
      open({ topic: 'section', headed: false, level: 0, from: index });
    }
  });
  const last = zones.at(-1);
  if (last !== undefined) last.to = blocks.length;
  return zones.filter((zone) => zone.to > zone.from);
}

/**
 * Whether what looks like a heading belongs to the zone it stands in: the CR's title, or a line such
 * as « Votre prévisionnel pour les formations : » that introduces what its heading announced.
 */
function belongsTo(
  zone: Zone | undefined,
  heading: Heading,
  blocks: readonly Block[],
  index: number,
): boolean {
  const text = blocks[index]?.text ?? '';
  if (zone === undefined || !heading.headed) return false;
  if (
    zone.topic === heading.topic &&
    zone.headed &&
    heading.level > zone.level &&
    text.endsWith(':')
  )
    return true;
  const inHead = zone.topic === 'head' || zone.topic === 'next';
  const isTitle = /\b(?:conferences?|comptes?[- ]rendus?|ccl|cdp)\b/.test(foldKeepingLength(text));
  return (
    inHead && heading.topic === 'section' && (isTitle || (blocks[index + 1]?.text.length ?? 0) < 90)
  );
}

const isNextQuestion = (zone: Zone | undefined, block: Block | undefined): boolean =>
  zone?.topic === 'questions' && block?.text.endsWith('?') === true;

/** A short line of names goes on the list of people; fields such as « Excusés : … » do not. */
const isMorePeople = (
  zone: Zone | undefined,
  block: Block | undefined,
  sites: SiteTable,
): boolean =>
  (zone?.topic === 'participants' || zone?.topic === 'excused') &&
  block?.kind === 'paragraph' &&
  hintsOf(block.text.slice(0, 60)).length === 0 &&
  topicOf(block.text) === null &&
  readPeopleLine(block.text, sites).length > 0;

/** Whether a typed number goes on the list of the agenda (« III. Questions » behind « II. … »). */
function isNextNumber(zone: Zone | undefined, blocks: readonly Block[], index: number): boolean {
  if (zone === undefined || !isListTopic(zone.topic)) return false;
  const number = typedNumber(blocks[index]?.text ?? '');
  const before = typedNumber(blocks[index - 1]?.text ?? '') ?? 0;
  return number !== null && number === before + 1 && (before > 0 || index === zone.from + 1);
}

/** An agenda or highlights made of list items ends where the items end. */
function endsList(zone: Zone, blocks: readonly Block[], index: number): boolean {
  if (!isListTopic(zone.topic)) return false;
  const before = blocks[index - 1];
  const block = blocks[index];
  if (block === undefined || before === undefined || block.kind === 'item' || block.joined)
    return false;
  return before.kind === 'item' || (index > zone.from + 1 && block.text.length > 160);
}
