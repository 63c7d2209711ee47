import type { Block } from '../blocks/block.ts';
import { findDates, iso, type WrittenDate, weekday } from './dates.ts';
import { type Doubt, evidence, type Finding } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { conferenceDate } from './head-date.ts';
import { findHours, type Hours } from './hours.ts';
import { ordinalIn } from './ordinal.ts';

/** How many lines a CR's head may have; a mail has its own before it. */
const LINES = 24;
/** No line that names the conference is longer. */
const LONGEST = 400;

/** Lines whose hours are not the conference's. */
const OTHER =
  /\b(?:prochaine?s?|suivante|agendas?|inclusions?|a noter|webinaires?|formations?|envoye|tel|standard|permanence)\b/;

/** Ordinal, title, date and hours of the conference. */
export interface Head {
  title: string | null;
  number: Finding<number> | null;
  date: Finding<string> | null;
  hours: Finding<Hours> | null;
}

/** Reads title, number, date and hours from a CR's first blocks. */
export function readHead(blocks: readonly Block[], doubts: Doubt[]): Head {
  const head = blocks.slice(0, LINES);
  const numbered = firstNumbered(head);
  const title =
    numbered?.block ??
    head.find((block) => /conference|compte[- ]rendu|reunion/.test(foldKeepingLength(block.text)));
  const number =
    numbered === null ? null : { value: numbered.value, ...evidence(numbered.block, numbered.at) };
  const dated = conferenceDate(head, numbered?.block ?? null, blocks);
  if (dated === null)
    return { title: titleText(title?.text ?? null), number, date: null, hours: null };
  const { block, date, year } = dated;
  checkWeekday(block, date, year, doubts);
  return {
    title: titleText(title?.text ?? null),
    number,
    date: { value: iso(year, date.month, date.day), ...evidence(block, date.start) },
    hours: hoursOf(head, block, date),
  };
}

/** The first line that numbers the conference: a title rather than a bare « N° : 53 ». */
function firstNumbered(head: readonly Block[]): { block: Block; value: number; at: number } | null {
  for (const block of head) {
    const isLine = block.kind !== 'whole' && block.text.length < LONGEST;
    const ordinal = isLine ? ordinalIn(block.text) : null;
    if (ordinal !== null) return { block, ...ordinal };
  }
  return null;
}

function checkWeekday(block: Block, date: WrittenDate, year: number, doubts: Doubt[]): void {
  const value = iso(year, date.month, date.day);
  if (date.weekday === null || weekday(value) === date.weekday) return;
  doubts.push({
    field: 'date',
    why: `le jour de la semaine écrit ne tombe pas sur le ${value}`,
    ...evidence(block, date.start),
  });
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

/** Hours behind the date, before it, on the lines next to it, or on a line « Horaires : … ». */
function hoursOf(head: readonly Block[], block: Block, date: WrittenDate): Finding<Hours> | null {
  const behind = findHours(block.text.slice(date.end));
  if (behind !== null) return { value: behind, ...evidence(block, date.end) };
  const before = findHours(block.text.slice(0, date.start));
  if (before !== null) return { value: before, ...evidence(block) };
  const at = head.indexOf(block);
  const labelled = head.filter((line) =>
    /^(?:horaires?|heures?|creneau|de \d)/.test(foldKeepingLength(line.text)),
  );
  for (const line of [head[at + 1], head[at - 1], head[at + 2], ...labelled]) {
    if (line === undefined || OTHER.test(foldKeepingLength(line.text))) continue;
    if (line.text.length > 60 && !labelled.includes(line)) continue;
    if (findDates(line.text).length > 0) continue;
    const value = findHours(line.text);
    if (value !== null) return { value, ...evidence(line) };
  }
  return null;
}
