/** A day, a month or a year in a query; `start` and `end` where it stands there. */
export interface DateInQuery {
  start: number;
  end: number;
  /** `null` where the query does not say. */
  year: string | null;
  /** 1 to 12. */
  month: number | null;
  day: number | null;
}

const NAMES =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const SHORT = 'janv|fevr?|avr|juil|sept|oct|nov|dec';
const YEAR = '20\\d\\d';
const FORMS = [
  `(?<year>${YEAR})-(?<m>\\d{1,2})-(?<day>\\d{1,2})`,
  `(?<day>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<year>${YEAR}|\\d\\d)`,
  `(?<day>\\d{1,2})/(?<m>\\d{1,2})`,
  `(?:(?<day>1er|\\d{1,2}) )?(?<name>${NAMES}|(?:${SHORT})\\.?)(?: (?<year>${YEAR}))?`,
  `(?<year>${YEAR})`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}/])${form}(?![\\p{L}\\p{N}/])`, 'gu'));

/** The dates in a folded query, from left to right; a month alone is a word like others. */
export function datesIn(folded: string): DateInQuery[] {
  const found: DateInQuery[] = [];
  for (const form of FORMS) {
    for (const match of folded.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const date = read(match.groups ?? {});
      if (date === null || found.some((one) => start < one.end && one.start < end)) continue;
      found.push({ start, end, ...date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Parts = Partial<Record<string, string>>;

function read({ year, m, name, day }: Parts): Omit<DateInQuery, 'start' | 'end'> | null {
  const month = m === undefined ? (name === undefined ? null : monthOf(name)) : Number(m);
  if (month !== null && (month < 1 || month > 12)) return null;
  const date = day === undefined ? null : Number.parseInt(day, 10);
  if (date !== null && (date < 1 || date > 31)) return null;
  if (date === null && year === undefined) return null;
  return { year: year?.length === 2 ? `20${year}` : (year ?? null), month, day: date };
}

function monthOf(name: string): number {
  return NAMES.split('|').findIndex((full) => full.startsWith(name.replace('.', ''))) + 1;
}
