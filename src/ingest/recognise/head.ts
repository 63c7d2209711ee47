import type { Block } from '../blocks/block.ts';
import { findDates, findHours, iso, type WrittenDate, weekday } from './dates.ts';
import { type Doubt, evidence, type Finding } from './finding.ts';
import { foldKeepingLength } from './fold.ts';

const MEETING = '(?:conferences?|visio\\w*|reunions?|rencontres?|ccl|cdp|comptes?[- ]rendus?)';
const ORDINAL = new RegExp(
  `(?<!\\d)(\\d{1,3})\\s*(?:e|eme|ieme|me|re|er|nde?)(?![\\p{L}])\\s+${MEETING}|${MEETING}[^\\d\\n]{0,40}n\\s?[°o]\\s?(\\d{1,3})`,
  'u',
);
/** Lines that state other dates than the conference's. */
const OTHER = /\b(?:prochaine?s?|agendas?|inclusions?|envoye|date d'envoi|a noter)\b/;
const MOVED =
  /(?:initialement|prealablement|d'abord) (?:prevue?|fixee?|programmee?)s?|au lieu d|et non (?:pas )?le|\bdecalee?\b|\breportee?\b/;

/** Ordinal, title, date and hours of the conference. */
export interface Head {
  title: string | null;
  number: Finding<number> | null;
  date: Finding<string> | null;
  start: string | null;
  end: string | null;
}

/** Reads title, number, date and hours from a CR's first blocks. */
export function readHead(blocks: readonly Block[], doubts: Doubt[]): Head {
  const head = blocks.slice(0, 14);
  const titled = head.find((block) => ORDINAL.test(foldKeepingLength(block.text)));
  const match = titled && ORDINAL.exec(foldKeepingLength(titled.text));
  const number =
    titled && match
      ? { value: Number(match[1] ?? match[2]), ...evidence(titled, match.index) }
      : null;
  const dated = datedBlock(head, titled);
  const title =
    titled ??
    head.find((block) => /conference|compte[- ]rendu|reunion/.test(foldKeepingLength(block.text)));
  if (dated === null)
    return { title: title?.text ?? null, number, date: null, start: null, end: null };
  const { block, date, year } = dated;
  const value = iso(year, date.month, date.day);
  if (date.weekday !== null && weekday(value) !== date.weekday) {
    doubts.push({
      field: 'date',
      why: `le jour de la semaine écrit ne tombe pas sur le ${value}`,
      ...evidence(block, date.start),
    });
  }
  const hours = findHours(block.text.slice(date.end)) ?? hoursNear(head, block);
  return {
    title: titleText(title?.text ?? null),
    number,
    date: { value, ...evidence(block, date.start) },
    start: hours?.start ?? null,
    end: hours?.end ?? null,
  };
}

/** The title without the date and hours that may follow it on its line. */
function titleText(text: string | null): string | null {
  if (text === null) return null;
  const date = findDates(text)[0];
  const cut = date === undefined ? text : text.slice(0, date.start);
  const bare = cut
    .replace(/(?:[\s,–-]+(?:du|le|de|au|s’est tenue le|qui s’est tenue le))?[\s,–-]*$/iu, '')
    .trim();
  return bare.length >= 10 && bare.length <= 120 ? bare : text.slice(0, 120).trim();
}

function datedBlock(
  head: readonly Block[],
  titled: Block | undefined,
): { block: Block; date: WrittenDate; year: number } | null {
  const order =
    titled === undefined ? [...head] : [titled, ...head.slice(head.indexOf(titled) + 1), ...head];
  for (const block of order) {
    const folded = foldKeepingLength(block.text);
    for (const date of findDates(block.text)) {
      const before = folded.slice(0, date.start);
      if (date.year === null || MOVED.test(before)) continue;
      if (block !== titled && OTHER.test(folded)) continue;
      return { block, date, year: date.year };
    }
  }
  return null;
}

/** Hours on the line after the date's, when that line states nothing else. */
function hoursNear(
  head: readonly Block[],
  block: Block,
): { start: string; end: string | null } | null {
  const next = head[head.indexOf(block) + 1];
  if (next === undefined || OTHER.test(foldKeepingLength(next.text)) || next.text.length > 60)
    return null;
  return findHours(next.text);
}
