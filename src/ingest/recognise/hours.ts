import { foldKeepingLength } from './fold.ts';
import { parseNumber } from './numbers.ts';

/** Local times of day, `HH:MM`; `end` is `null` where only the beginning is said. */
export interface Hours {
  start: string;
  end: string | null;
}

const WORD_HOUR =
  'neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|huit|deux|trois';
const WORD_MINUTES = 'quarante-cinq|quarante|trente|quinze|vingt|dix|et demie|et quart';
const HOUR = `(?:(\\d{1,2})\\s*(?:heures?|h|:)\\s*(\\d{2})?(?!\\d)|(?<!\\p{L})(${WORD_HOUR})\\s+heures?(?:\\s+(${WORD_MINUTES})(?!\\p{L}))?)`;
const TO =
  "\\s*(?:(?:,\\s*)?(?:a|jusqu'a|et|fin(?: (?:prevue )?(?:a|vers))?)\\s|[-–/>→]+|[-=]>|,?\\s*fin\\s*(?:a|:|prevue a|vers)?)\\s*";
const RANGE = new RegExp(`(?<![\\d/])${HOUR}${TO}${HOUR}`, 'u');
const SINGLE = new RegExp(`(?<![\\d/])${HOUR}`, 'u');
/** « de 14 à 15h30 »: the first hour borrows its unit. */
const BORROWED =
  /(?<![\d/.,])(?:de |entre )?(\d{1,2})\s*(?:a|-|–|et)\s*(\d{1,2})\s*(?:heures?|h)\s*(\d{2})?(?!\d)/;

/**
 * Hours a text states: "de 13 h 30 à 15h", "13h30/15h", "début 13h30, fin 15h", "treize heures trente à
 * quinze heures"; `end` is `null` in "à partir de 13h30"; `null` without any.
 */
export function findHours(text: string): Hours | null {
  const folded = foldKeepingLength(text);
  const single = SINGLE.exec(folded);
  const range = RANGE.exec(folded);
  if (range !== null) {
    const start = hour(range.slice(1, 5));
    const end = hour(range.slice(5, 9));
    if (start !== null && end !== null && start < end) return { start, end };
  }
  const borrowed = BORROWED.exec(folded);
  if (borrowed !== null && (single === null || borrowed.index < single.index)) {
    const start = hour([borrowed[1], undefined]);
    const end = hour([borrowed[2], borrowed[3]]);
    if (start !== null && end !== null && Number(borrowed[1]) >= 8 && start < end)
      return { start, end };
  }
  const only = hour(single?.slice(1, 5) ?? []);
  return only === null ? null : { start: only, end: null };
}

/** `HH:MM` from hours and minutes in digits or, third and fourth, in words. */
function hour(parts: readonly (string | undefined)[]): string | null {
  const [digits, minutes, word, wordMinutes] = parts;
  const hours = digits === undefined ? parseNumber(word ?? '') : Number(digits);
  const past =
    wordMinutes === undefined
      ? Number(minutes ?? 0)
      : ({ 'et demie': 30, 'et quart': 15 }[wordMinutes] ?? parseNumber(wordMinutes) ?? 0);
  if (hours === null || hours > 23 || past > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(past).padStart(2, '0')}`;
}
