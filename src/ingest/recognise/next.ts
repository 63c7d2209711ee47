import type { Conference } from '../../minutes/schema.ts';
import type { Block } from '../blocks/block.ts';
import { findDates, findHours, firstAfter, weekday, type WrittenDate } from './dates.ts';
import { type Doubt, evidence, type Evidence } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';

const MOVED =
  /(?:initialement|prealablement|d'abord) (?:prevue?|fixee?|programmee?)s?\s*(?:au|le|pour le)?\s*$|(?:au lieu|a la place) du\s*$|et non (?:pas )?le\s*$/;
const SAME = /\b(?:memes? (?:horaires?|heures?)|toujours)\b/;
const UNSURE = /horaires? (?:a (?:confirmer|preciser|definir)|non fixes?)/;
const ANNOUNCES =
  /\bprochaine?s? (?:conference|rendez-vous|date|reunion|visio|rencontre)|\bconference\b.*\b(?:decalee|reportee|fixee|aura lieu)|\ba vos agendas\b|\bla suivante\b/;

interface Announced extends Evidence {
  conference: Conference;
}

/**
 * The conferences a CR announces, each once, in date order. A date without its year is the first
 * such one after the conference; hours stated once for several dates hold for all of them.
 */
export function readNext(
  blocks: readonly Block[],
  zones: readonly Zone[],
  day: string,
  doubts: Doubt[],
): Announced[] {
  const found = new Map<string, Announced>();
  for (const text of announcements(blocks, zones)) {
    for (const item of readAnnouncement(text, day, doubts)) {
      const known = found.get(item.conference.date);
      if (known === undefined) found.set(item.conference.date, item);
      else {
        known.conference.start ??= item.conference.start;
        known.conference.end ??= item.conference.end;
      }
    }
  }
  return [...found.values()].sort((a, b) => a.conference.date.localeCompare(b.conference.date));
}

/** Runs of lines that announce conferences: a zone of that topic, or a sentence of the head. */
function announcements(
  blocks: readonly Block[],
  zones: readonly Zone[],
): { block: Block; text: string }[] {
  const texts: { block: Block; text: string }[] = [];
  for (const zone of zones) {
    const inside = blocks.slice(zone.from, zone.to);
    if (zone.topic === 'next') {
      const lines: Block[] = [];
      for (const block of inside) {
        const dated = findDates(block.text).length > 0 && !/inclusions?\b/i.test(block.text);
        if (block !== inside[0] && !dated && !block.joined) break;
        if (dated || block === inside[0]) lines.push(block);
      }
      const first = lines[0];
      if (first !== undefined)
        texts.push({ block: first, text: lines.map((line) => line.text).join(' ') });
    } else if (zone.topic === 'head' || zone.topic === 'closing') {
      inside.forEach((block, index) => {
        if (!ANNOUNCES.test(foldKeepingLength(block.text))) return;
        const next = inside[index + 1];
        const goesOn = next?.joined === true && findDates(next.text).length > 0;
        texts.push({ block, text: goesOn ? `${block.text} ${next.text}` : block.text });
      });
    }
  }
  return texts;
}

function readAnnouncement(
  source: { block: Block; text: string },
  day: string,
  doubts: Doubt[],
): Announced[] {
  const { block, text } = source;
  const folded = foldKeepingLength(text);
  const dates = findDates(text).filter((date) => !MOVED.test(folded.slice(0, date.start)));
  const spans = dates.map((date, index) =>
    text.slice(date.end, dates[index + 1]?.start ?? text.length),
  );
  const hours = spans.map((span) => findHours(span));
  const unsure = spans.map((span) => UNSURE.test(foldKeepingLength(span)));
  return dates.flatMap((date, index) => {
    const value = firstAfter(date, day);
    if (value <= day) return [];
    checkWeekday(date, value, block, doubts);
    const own = hours[index] ?? null;
    const inherited = unsure[index] === true ? null : (own ?? shared(hours, spans, index));
    return [
      {
        conference: { date: value, start: inherited?.start ?? null, end: inherited?.end ?? null },
        ...evidence(block),
      },
    ];
  });
}

/** Hours of the nearest following date, or of the one before when the text says "aux mêmes horaires". */
function shared(
  hours: ReturnType<typeof findHours>[],
  spans: string[],
  index: number,
): ReturnType<typeof findHours> {
  const before = hours.slice(0, index).findLast((item) => item !== null) ?? null;
  if (SAME.test(foldKeepingLength(spans[index] ?? '')) && before !== null) return before;
  return hours.slice(index + 1).find((item) => item !== null) ?? null;
}

function checkWeekday(date: WrittenDate, value: string, block: Block, doubts: Doubt[]): void {
  if (date.weekday === null || weekday(value) === date.weekday) return;
  doubts.push({
    field: 'next',
    why: `le jour de la semaine écrit ne tombe pas sur le ${value}`,
    ...evidence(block, date.start),
  });
}
