import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { findDates } from './dates.ts';
import { foldKeepingLength } from './fold.ts';
import { siteLabel } from './labels.ts';
import { type Topic, topicOf } from './vocabulary.ts';

/** A run of blocks under one heading or label. */
export interface Zone {
  topic: Topic | 'head' | 'section' | 'closing';
  /** Whether the block `from` is a heading on its own line (else its text is content, too). */
  headed: boolean;
  /** Level of the heading: 1–6 real, 7 bold line, 8 plain short line; 9 a label before content. */
  level: number;
  /** Indices of blocks; `to` is exclusive. */
  from: number;
  to: number;
}

/** Topics whose label may stand on the line of their content: "Excusées : …". */
const FIELDS: readonly Topic[] = [
  'participants',
  'excused',
  'agenda',
  'highlights',
  'next',
  'contacts',
];
const CLOSING =
  /^(?:ce|le|retrouvez ce|tous les|le diaporama.*|le support.*)\s*(?:compte[- ]rendu|cr|support|document)s?\b.*\b(?:verse|depose|disponible|en ligne|consultable|range|partage|trouve|communaute de pratique|espace)|^(?:rappel (?:de |du )?)?(?:votre |le |nouveau )?(?:mot de passe|mdp)\b|^(?:contacts?|nos adresses|pour nous (?:joindre|ecrire|contacter)|nous (?:contacter|joindre|ecrire))\b|^retrouvez\b.*\bespace|^l'(?:\S+ ){1,3}est (?:regulierement )?en teletravail/;

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
    const heading = headingOf(blocks, index, sites);
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
  heading: Pick<Zone, 'topic' | 'headed' | 'level'>,
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

/** An agenda or highlights made of list items ends where the items end. */
function endsList(zone: Zone, blocks: readonly Block[], index: number): boolean {
  if (zone.topic !== 'agenda' && zone.topic !== 'highlights') return false;
  const before = blocks[index - 1];
  const block = blocks[index];
  if (block === undefined || before === undefined || block.kind === 'item' || block.joined)
    return false;
  return before.kind === 'item' || (index > zone.from + 1 && block.text.length > 160);
}

/** Where the CR's closing lines begin: contacts, password, where the CR is kept. */
function closingFrom(blocks: readonly Block[]): number {
  const half = Math.floor(blocks.length * 0.4);
  for (let index = half; index < blocks.length; index += 1) {
    if (!isClosing(blocks[index])) continue;
    // Password lines stand in the middle of some CRs: long text behind them is no closing.
    const rest = blocks.slice(index + 1).filter((block) => !isClosing(block));
    if (rest.every((block) => block.text.length < 220 || /\S@\S/.test(block.text))) return index;
  }
  return -1;
}

const isClosing = (block: Block | undefined): boolean =>
  block !== undefined && CLOSING.test(foldKeepingLength(block.text));

function headingOf(
  blocks: readonly Block[],
  index: number,
  sites: SiteTable,
): Pick<Zone, 'topic' | 'headed' | 'level'> | null {
  const block = blocks[index];
  if (block === undefined || block.kind === 'item' || block.kind === 'whole') return null;
  if (siteLabel(block.text, sites, [':', '?', '']) !== null) return null;
  const field = fieldTopic(block.text);
  if (field !== null) return { topic: field, headed: false, level: 9 };
  const topic = topicOf(block.text.replace(/[\s:.]+$/, ''));
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

/** The topic of "Excusées : …": a known label, a colon, and content behind it. */
function fieldTopic(text: string): Topic | null {
  const colon = text.search(/\s?[:：]\s*\S/);
  const open =
    /^(Prochaines? (?:conférences?|dates?|rendez-vous|réunions?))\s+(?=\(|le\b|lundi|mardi|mercredi|jeudi|vendredi)/iu.exec(
      text,
    );
  if (open !== null) return 'next';
  if (colon <= 0 || colon > 60) return null;
  const topic = topicOf(text.slice(0, colon));
  return topic !== null && FIELDS.includes(topic) ? topic : null;
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
  if (isLabelled && block.text.length > 60) return false;
  const isSentence = next.text.length >= 45 && /[.…:?]$/.test(next.text);
  const isText = next.kind === 'paragraph' && (next.text.length >= 90 || isSentence);
  return isText || next.kind === 'item';
}
