import type { WrittenDate } from './dates.ts';
import { parseNumber } from './numbers.ts';

const MONTHS =
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`.split(' ');
const TENS = '(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)';
const DAY = `(premier|trente(?:[ -]et[ -]un)?|vingt(?:[ -](?:et[ -])?${TENS})?|dix-(?:sept|huit|neuf)|dix|onze|douze|treize|quatorze|quinze|seize|${TENS})`;
const YEAR = `(?:\\s+(deux[ -]mille(?:[ -](?:vingt|trente)(?:[ -](?:et[ -])?${TENS})?)?|\\d{4}))?`;
const IN_WORDS = new RegExp(
  `(?:\\b(dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi)\\s+)?(?<![\\p{L}-])${DAY}\\s+(${MONTHS.join('|')})(?!\\p{L})${YEAR}`,
  'gu',
);

const MONTH = new RegExp(MONTHS.join('|'));

/** Dates whose day is in words: « lundi six juillet deux mille vingt-six ». The text is folded. */
export function wordDates(
  folded: string,
  weekdayOf: (name: string | undefined) => number | null,
): WrittenDate[] {
  if (!MONTH.test(folded)) return [];
  return [...folded.matchAll(IN_WORDS)].flatMap((match): WrittenDate[] => {
    const [whole, name, dayWord = '', month = '', year] = match;
    const day = dayWord === 'premier' ? 1 : parseNumber(dayWord);
    if (day === null) return [];
    return [
      {
        day,
        month: MONTHS.indexOf(month) + 1,
        year: year === undefined ? null : parseNumber(year),
        weekday: weekdayOf(name),
        start: match.index,
        end: match.index + whole.length,
      },
    ];
  });
}
