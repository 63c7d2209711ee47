import type { Block } from '../blocks/block.ts';
import { findDates, lastUpTo, iso, type WrittenDate, weekday } from './dates.ts';
import { sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import { findHours } from './hours.ts';
import { isMoved } from './moved.ts';

const MEETING =
  /\b(?:(?:visio)?conferences?|visio\w*|reunions?|rencontres?|seances?|ccl|cdp|reunies?|reunis|comptes?[- ]rendus?)\b/;
/** What else a date of the head may be the date of. */
const OTHER =
  /\b(?:prochaine?s?|suivante|agendas?|inclus\w*|inclusions?|enfants?|decompte|chiffres?|compte(?![\s-]?rendu|s[\s-]rendus)|comptait|comptions|arretee?s?|a noter|webinaires?|formations?|avant le|jusqu'au|au plus tard|versions?|valide|approuve|redige|relu|mise? a jour|diffuse|imprime|precedente?|rappel|cohorte)\b/;
const MAIL_LINE =
  /^(?:de|from|a|to|cc|cci|objet|subject|envoye|sent|date|pieces? jointes?|importance|repondre a)\s*:/;

/** The conference's date, its block, and its year as written or inferred. */
export interface Dated {
  block: Block;
  date: WrittenDate;
  year: number;
}

/**
 * The date of the conference among those of a CR's head: one whose sentence speaks of the meeting, or
 * that stands on a line of its own, rather than the next conference's, the count's or the mail's.
 */
export function conferenceDate(
  head: readonly Block[],
  titled: Block | null,
  all: readonly Block[],
): Dated | null {
  const mail = mailLines(head);
  const sent = mail.flatMap((block) => findDates(block.text)).find((date) => date.year !== null);
  const candidates = head
    .filter((block, index) => !mail.includes(block) && !isUnderOther(head, index))
    .flatMap((block, index) =>
      datesOf(block).map((dated) => ({
        ...dated,
        score: score(dated, block === titled) - index * 0.2,
      })),
    )
    .sort((a, b) => b.score - a.score);
  for (const { block, date } of candidates) {
    const year = date.year ?? inferredYear(date, sent, all);
    if (year !== null) return { block, date, year };
  }
  return null;
}

/** Whether a line stands in a list whose heading announces other dates: « Prochaines réunions ». */
function isUnderOther(head: readonly Block[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = head[at];
    if (line === undefined || line.text.length > 80) return false;
    if (findDates(line.text).length === 0) return HEADS_OTHER.test(foldKeepingLength(line.text));
  }
  return false;
}

const HEADS_OTHER =
  /\bprochaine?s?\b|\bagendas?\b|\bdates? (?:a|des)\b|\ba venir\b|\bcalendrier\b|\bwebinaires?\b/;

interface Candidate {
  block: Block;
  date: WrittenDate;
  sentence: string;
}

/** The dates of a block but those of something else. */
function datesOf(block: Block): Candidate[] {
  if (block.kind === 'whole') return [];
  return sentences(block.text).flatMap(({ text, start }) => {
    const folded = foldKeepingLength(text);
    return findDates(text).flatMap((date) => {
      const before = folded.slice(0, date.start);
      const clause = clauseOf(folded, date);
      if (isMoved(folded, date) || OTHER.test(clause)) return [];
      // « annoncée le 3, décalée au 10 » speaks of one conference; « reportée au » of another.
      if (/\b(?:decalee?|reportee?|avancee?)\b/.test(before)) return [];
      return [
        {
          block,
          sentence: folded,
          date: { ...date, start: date.start + start, end: date.end + start },
        },
      ];
    });
  });
}

/** The words around a date up to the stops or semicolons on both sides. */
function clauseOf(folded: string, date: WrittenDate): string {
  const from = Math.max(
    folded.lastIndexOf(';', date.start),
    folded.lastIndexOf('.\u0020', date.start),
    0,
  );
  const stop = folded.slice(date.end).search(/;|\.\s|\n/);
  const end = stop < 0 ? folded.length : date.end + stop;
  const clause = folded.slice(from, end);
  // What a title or a parenthesis says behind the date is not about the date.
  return clause.slice(0, date.end - from) + clause.slice(date.end - from).replace(/[–(,].*$/, '');
}

function score({ block, date, sentence }: Candidate, isTitle: boolean): number {
  const rest = block.text.slice(date.end, date.end + 40);
  const bare = foldKeepingLength(block.text)
    .slice(0, date.start)
    .replace(/\b(?:date|le|du|seance|jour|tenue?)\b|[\s:–,-]/g, '');
  return (
    (isTitle ? 4 : 0) +
    (MEETING.test(sentence) ? 3 : 0) +
    (bare === '' ? 4 : 0) +
    (/^(?:date|seance)\b/.test(foldKeepingLength(block.text)) ? 3 : 0) +
    (date.year === null ? 0 : 3) +
    (date.weekday === null ? 0 : 1) +
    (findHours(rest) === null ? 0 : 2)
  );
}

/** The header lines of the mail a CR came in: « De : », « Envoyé : », « Objet : ». */
function mailLines(head: readonly Block[]): Block[] {
  const lines = head.filter((block) => MAIL_LINE.test(foldKeepingLength(block.text)));
  const isMail = lines.some((block) =>
    /\S@\S|^(?:envoye|sent|de|from)\s*:/.test(foldKeepingLength(block.text)),
  );
  return isMail
    ? lines.filter((block) => !/^objet|^subject/.test(foldKeepingLength(block.text)))
    : [];
}

/**
 * The year of a date that states none: the latest such date up to the mail's own, else that of the
 * nearest full date of the document that agrees with the weekday.
 */
function inferredYear(
  date: WrittenDate,
  sent: WrittenDate | undefined,
  all: readonly Block[],
): number | null {
  if (sent !== undefined && sent.year !== null)
    return Number(lastUpTo(date, iso(sent.year, sent.month, sent.day)).slice(0, 4));
  const years = all.flatMap((block) =>
    findDates(block.text).flatMap(({ year }) => (year === null ? [] : [year])),
  );
  const near = [...new Set(years)].flatMap((year) => [year, year - 1, year + 1]);
  const fits = (year: number): boolean =>
    date.weekday === null || weekday(iso(year, date.month, date.day)) === date.weekday;
  return near.find(fits) ?? null;
}
