import type { Webinar } from '../../minutes/minutes.ts';
import type { Evidence, Finding } from './finding.ts';

/** A date announced for a webinar: its block, its sentence there, its offset in the block. */
export interface WebinarDate {
  value: string;
  index: number;
  sentence: number;
  at: number;
  /** Whether one may still register: no link is looked for where the text says it is full. */
  open: boolean;
  evidence: Evidence;
}

export interface WebinarLink {
  url: string;
  index: number;
  sentence: number;
  at: number;
  evidence: Evidence;
}

/** How many lines below its date a link may stand. */
const REACH = 3;

/**
 * Joins dates and links: a link belongs to the open dates of its own sentence, else to the last one
 * before it, nearby; one that stands apart serves the dates that have none. Each date comes once.
 */
export function joinWebinars(
  dates: readonly WebinarDate[],
  links: readonly WebinarLink[],
): Finding<Webinar>[] {
  const urls = new Map<string, WebinarLink>();
  for (const link of links) if (!urls.has(link.url)) urls.set(link.url, link);
  if (dates.length === 0)
    return [...urls.values()].map((link) => ({
      ...link.evidence,
      value: { date: null, registration: link.url },
    }));
  const registration = new Map<WebinarDate, string>();
  const apart: WebinarLink[] = [];
  for (const link of urls.values()) {
    const own = ownDates(link, dates).filter((date) => !registration.has(date));
    for (const date of own) registration.set(date, link.url);
    if (own.length === 0) apart.push(link);
  }
  const bare = dates.filter(
    (date) => date.open && !registration.has(date) && !hasTwin(date, dates, registration),
  );
  const [only] = apart;
  bare.forEach((date, index) => {
    const link = apart.length === 1 ? only : apart[index];
    if (link !== undefined) registration.set(date, link.url);
  });
  // One link for the whole document serves every date that may be registered for.
  const [shared] = urls.size === 1 ? urls.keys() : [];
  const found = new Map<string, Finding<Webinar>>();
  for (const date of dates) {
    const url = registration.get(date) ?? (date.open ? shared : undefined) ?? null;
    const known = found.get(date.value);
    if (known !== undefined) known.value.registration ??= url;
    else
      found.set(date.value, { ...date.evidence, value: { date: date.value, registration: url } });
  }
  return [...found.values()].sort((a, b) => (a.value.date ?? '').localeCompare(b.value.date ?? ''));
}

/** The dates a link stands by. */
function ownDates(link: WebinarLink, dates: readonly WebinarDate[]): WebinarDate[] {
  const open = dates.filter((date) => date.open);
  const together = open.filter(
    (date) => date.index === link.index && date.sentence === link.sentence,
  );
  if (together.length > 0) return together;
  const before = open.filter(
    (date) =>
      date.index <= link.index &&
      link.index - date.index <= REACH &&
      (date.index < link.index || date.at < link.at),
  );
  const last = before.at(-1);
  if (last === undefined) return [];
  return before.filter((date) => date.index === last.index && date.sentence === last.sentence);
}

/** Whether the same day is announced elsewhere with its link. */
const hasTwin = (
  date: WebinarDate,
  dates: readonly WebinarDate[],
  registration: ReadonlyMap<WebinarDate, string>,
): boolean => dates.some((other) => other.value === date.value && registration.has(other));
