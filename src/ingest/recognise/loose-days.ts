import { findDates, iso, WEEKDAY, weekday, weekdayOf, type WrittenDate } from './dates.ts';
import { foldKeepingLength } from './fold.ts';

const DAY = new RegExp(
  `\\b${WEEKDAY}\\.?\\s+(?:le\\s+)?(\\d{1,2})(?:er)?(?![\\d/.:]|\\s?h\\b|\\s?h\\d)`,
  'gu',
);
const MONTH =
  /\b(?:de |d'|en |du mois de )(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/g;
const NAMES =
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`.split(' ');
/** No conference is announced farther ahead. */
const DAYS_AHEAD = 370;

/**
 * Days written without their month (« celle de janvier, le lundi 18 », « lundi 18 et jeudi 28 mai »):
 * of the month named before them in the sentence, of the next date of their list, or the first such
 * day after `day`.
 */
export function looseDays(text: string, day: string): WrittenDate[] {
  const folded = foldKeepingLength(text);
  const dates = findDates(text);
  const months = [...folded.matchAll(MONTH)];
  return [...folded.matchAll(DAY)].flatMap((match): WrittenDate[] => {
    const end = match.index + match[0].length;
    if (dates.some((date) => match.index < date.end && end > date.start)) return [];
    const number = Number(match[2]);
    const name = weekdayOf(match[1]);
    const said = months.findLast(
      (month) => month.index < match.index && !/[.;]/.test(folded.slice(month.index, match.index)),
    )?.[1];
    const following = dates.find((date) => date.start >= end);
    const listed =
      following !== undefined &&
      /^[\s,]*(?:et|ou|puis|,)?\s*(?:le\s+)?$/.test(folded.slice(end, following.start))
        ? following.month
        : null;
    const month = said === undefined ? listed : NAMES.indexOf(said) + 1;
    const found = firstSuch(number, name, month, day);
    if (found === null) return [];
    const [year, at] = [Number(found.slice(0, 4)), Number(found.slice(5, 7))];
    return [{ day: number, month: at, year, weekday: name, start: match.index, end }];
  });
}

function firstSuch(
  number: number,
  name: number | null,
  month: number | null,
  after: string,
): string | null {
  const from = Date.parse(`${after}T00:00:00Z`);
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = new Date(from + ahead * 86_400_000);
    const value = iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    const inMonth = month === null ? weekday(value) === name : date.getUTCMonth() + 1 === month;
    if (date.getUTCDate() === number && inMonth) return value;
  }
  return null;
}
