import { memoised } from '../../minutes/memo.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { findDates } from './dates.ts';
import { bearsOut, peopleSentence } from './hints.ts';
import { emphasisedLabel, siteLabel } from './labels.ts';
import { readPeopleLine } from './people.ts';
import { headingWords, hintsOf, type Topic, topicOf } from './vocabulary.ts';
import { isListTopic, type Zone } from './zone.ts';

/** What a heading says of the zone it opens. */
export type Heading = Pick<Zone, 'topic' | 'headed' | 'level'>;

/** Topics whose label may stand on the line of their content: "Excusées : …". */
const FIELDS: readonly Topic[] = [
  'participants',
  'excused',
  'agenda',
  'highlights',
  'next',
  'contacts',
];

/** The heading or field's label that a line is; `null` for content. */
export function headingOf(
  blocks: readonly Block[],
  index: number,
  sites: SiteTable,
): Heading | null {
  const block = blocks[index];
  if (block === undefined || block.kind === 'whole') return null;
  if (block.kind === 'item' && !isNumberedTitle(block, blocks[index + 1])) return null;
  if (siteLabel(block.text, sites, [':', '?', 'lead', '']) !== null) return null;
  if (isAsked(block.text)) return null;
  if (emphasisedLabel(block, sites) !== null) return null;
  const field = fieldTopic(blocks, index, sites) ?? peopleSentence(blocks, index, sites);
  if (field !== null) return { topic: field, headed: false, level: 9 };
  const topic = topicIn(blocks, index, sites);
  if (block.kind === 'heading')
    return { topic: topic ?? 'section', headed: true, level: block.depth };
  if (!looksLikeHeading(block, topic)) return null;
  // A line that ends in a colon and names no known part introduces the link or list behind it.
  if (topic === null && block.text.endsWith(':') && !isLongText(blocks[index + 1])) return null;
  if (block.emphasis.bold) return { topic: topic ?? 'section', headed: true, level: 7 };
  if (topic !== null) return { topic, headed: true, level: 8 };
  return opensText(block, blocks[index + 1], sites)
    ? { topic: 'section', headed: true, level: 8 }
    : null;
}

/** The topic a heading names, or one its words hint at and the lines behind it bear out. */
function topicIn(blocks: readonly Block[], index: number, sites: SiteTable): Topic | null {
  const text = blocks[index]?.text.replace(/[\s:.]+$/, '') ?? '';
  const named = topicOf(text);
  if (named !== null) return named;
  if (text.endsWith('?')) return null;
  const following = blocks.slice(index + 1, index + 4);
  return hintsOf(text).find((topic) => bearsOut(topic, following, sites)) ?? null;
}

/** « **3. Offre de formation** », which formats read as an item, heads the text behind it. */
const isNumberedTitle = (block: Block, next: Block | undefined): boolean =>
  block.ordered &&
  block.emphasis.bold &&
  block.depth === 1 &&
  next !== undefined &&
  next.kind !== 'item';

/** The topic of "Excusées : …": a known label, a colon, and content behind it. */
function fieldTopic(blocks: readonly Block[], index: number, sites: SiteTable): Topic | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const { text } = block;
  const colon = text.search(/\s?[:：]\s*\S/);
  const open =
    /^(Prochaines? (?:conférences?|dates?|rendez-vous|réunions?))\s+(?=\(|le\b|lundi|mardi|mercredi|jeudi|vendredi)/iu.exec(
      text,
    );
  if (open !== null) return 'next';
  if (colon <= 0 || colon > 80) return null;
  const topic = topicOf(text.slice(0, colon));
  if (topic !== null) return FIELDS.includes(topic) ? topic : null;
  const content = { ...block, text: text.slice(colon).replace(/^[\s:：]+/, '') };
  const hinted = hintsOf(text.slice(0, colon)).find((hint) => bearsOut(hint, [content], sites));
  return hinted !== undefined && FIELDS.includes(hinted) ? hinted : null;
}

const isLongText = (block: Block | undefined): boolean =>
  block !== undefined && block.text.length >= 90 && !/^\s*https?:/.test(block.text);

/** A short line of its own that no sentence's end closes. */
function looksLikeHeading(block: Block, topic: Topic | null): boolean {
  const { text } = block;
  if (
    block.joined ||
    text.length > 100 ||
    /[.!;,…]$/.test(text) ||
    /\S@\S|https?:|www\./.test(text)
  )
    return false;
  if (/^\(.*\)$|[:=]\s*\d[\d\s.,]*$/.test(text)) return false;
  if (!/^[^\p{L}]*[\p{Lu}\p{N}]/u.test(text) || /\d\s*inclusions?\b/i.test(text)) return false;
  if (text.endsWith('?'))
    return (
      topic !== null ||
      (/\S\s*[:：]\s*\S/.test(text) && !/^q(?:uestion)?\s?\d{0,2}\s?[:：]/i.test(text))
    );
  if (findDates(text).length > 0 && topic === null) return false;
  return true;
}

/** Whether a plain short line is followed by what a heading is followed by. */
function opensText(block: Block, next: Block | undefined, sites: SiteTable): boolean {
  if (next === undefined || next.joined || block.emphasis.italic) return false;
  // "Tél : 01…" and "Dainville, une place" are content; "Logiciel : ce qui change" may be a heading.
  const isLabelled = /:\s+\S/.test(block.text) && !/^\p{L}+\s*:\s/u.test(block.text);
  if (siteLabel(block.text, sites, [',', '–']) !== null) return false;
  if (/[(:]/.test(block.text) && readPeopleLine(block.text, sites).length > 0) return false;
  if (isLabelled && block.text.length > 60) return false;
  const isSentence = next.text.length >= 45 && /[.…:?]$/.test(next.text);
  const isText = next.kind === 'paragraph' && (next.text.length >= 90 || isSentence);
  return isText || next.kind === 'item';
}

/** « Question 3 : Existe-t-il… ? » is a question, no heading. */
const isAsked = (text: string): boolean =>
  /^q(?:uestion)?\s?(?:n°\s?)?\d{0,2}\s?[:：/.)–-]/i.test(text) && text.includes('?');

/** A line that repeats an item of the agenda heads what was announced, « Un treizième site ? » too. */
export function announcedHeading(
  blocks: readonly Block[],
  index: number,
  zones: readonly Zone[],
): Heading | null {
  const block = blocks[index];
  const current = zones.at(-1);
  if (block === undefined || block.kind === 'whole' || block.joined) return null;
  if (current === undefined || isListTopic(current.topic)) return null;
  const words = headingWords(block.text);
  const announced = zones.some(
    ({ topic, from, to }) =>
      topic === 'agenda' &&
      blocks.slice(from, to).some((item) => itemsOf(item.text).includes(words)),
  );
  return announced && words !== ''
    ? { topic: 'section', headed: true, level: block.emphasis.bold ? 7 : 8 }
    : null;
}

/** The items a line of the agenda holds: itself, what follows its colon, or parts between slashes. */
const itemsOf = memoised((text): readonly string[] => {
  const content = text.replace(/^[^:：]{0,60}[:：]\s*/u, '');
  return [text, ...content.split(/ \/ |\s?; /)].map((item) => headingWords(item));
});
