import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { findDates } from './dates.ts';
import { foldKeepingLength } from './fold.ts';
import { readPeopleLine } from './people.ts';
import { voiceOf } from './voices.ts';
import { typedNumber } from './typed-numbers.ts';
import type { Topic } from './vocabulary.ts';

/** Whether the lines behind a heading are what its words hint at. */
export function bearsOut(topic: Topic, following: readonly Block[], sites: SiteTable): boolean {
  const [first, second] = following;
  if (first === undefined) return false;
  switch (topic) {
    case 'participants':
    case 'excused':
      return [first, second].some((block) => block !== undefined && namesPeople(block, sites));
    case 'agenda':
    case 'highlights':
      return isList(first) || (/[:：]$/.test(first.text) && second !== undefined && isList(second));
    case 'news':
      return [first, second].some((block) => block !== undefined && isVoice(block, sites));
    case 'next':
      return following.some((block) => findDates(block.text).length > 0);
    default:
      return true;
  }
}

/** Whether a line is a site's label, or begins with one and goes on with more than names. */
const isVoice = (block: Block, sites: SiteTable): boolean => voiceOf(block, sites).length > 0;

const isList = (block: Block): boolean =>
  block.kind === 'item' ||
  block.node?.type === 'table' ||
  typedNumber(block.text) !== null ||
  /^[-–—•*+>→]\s| [/;] /.test(block.text);

const namesPeople = (block: Block, sites: SiteTable): boolean =>
  block.node?.type === 'table' || readPeopleLine(block.text, sites).length > 0;

const ARE_HERE =
  /^(?:nous )?(?:etai(?:en)?t|sont|ont|avaient)\b[^.:]{0,60}?\b(?:presente?s?|connecte(?:e?s)?|participe|represente(?:e?s)?|autour|la|des notres|rejoint)\b/;
const ARE_AWAY =
  /^(?:etai(?:en)?t|sont|ont|s'etai(?:en)?t|se sont|nous avai(?:en)?t|n'(?:ont|etai(?:en)?t))\b[^.:]{0,60}?\b(?:excuse\w*|absente?s?|empeche(?:e?s)?|pas pu|pas disponibles?)\b/;

/**
 * Whether a paragraph says in a sentence who was there (« Étaient connectées pour cette séance A et
 * B (Marseille)… ») or who was not.
 */
export function peopleSentence(
  blocks: readonly Block[],
  index: number,
  sites: SiteTable,
): 'participants' | 'excused' | null {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return null;
  const folded = foldKeepingLength(block.text);
  const topic = ARE_AWAY.test(folded) ? 'excused' : ARE_HERE.test(folded) ? 'participants' : null;
  if (topic === null) return null;
  return readPeopleLine(block.text, sites).length > 0 ? topic : null;
}
