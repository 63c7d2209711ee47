import type { Minutes, SiteNews } from '../minutes/minutes.ts';
import { chronological, type MinutesRef, missingBetween, refOf } from './order.ts';
import { type SeriesPoint, siteSeries } from './series.ts';

/** One stop of a site's timeline. */
export type TimelineEntry =
  | { kind: 'news'; ref: MinutesRef; news: SiteNews[]; point: SeriesPoint | null }
  | { kind: 'silent'; ref: MinutesRef }
  | { kind: 'gap'; missing: number[]; date: string };

/**
 * A site's news CR by CR, newest first: what it said, the CRs in which it says nothing, and the
 * numbers of CRs that the portal does not have (`date` is that of the CR after them).
 */
export function siteTimeline(slug: string, minutes: readonly Minutes[]): TimelineEntry[] {
  const points = siteSeries(slug, minutes);
  const entries: TimelineEntry[] = [];
  let before: Minutes | null = null;
  for (const one of chronological(minutes)) {
    const missing = before === null ? [] : missingBetween(before, one, minutes);
    if (missing.length > 0) entries.push({ kind: 'gap', missing, date: one.date });
    const ref = refOf(one);
    const news = one.news.filter(({ site }) => site === slug);
    const point = points.find(({ route }) => route === one.route) ?? null;
    entries.push(news.length === 0 ? { kind: 'silent', ref } : { kind: 'news', ref, news, point });
    before = one;
  }
  return entries.reverse();
}

/** What is last known of a site. */
export interface SiteSummary {
  slug: string;
  /** Last inclusion count with the CR that states it; `null` where none does. */
  last: SeriesPoint | null;
  /** Every stated count, oldest first. */
  points: SeriesPoint[];
  /** Last news, with its CR; `null` where the site never spoke. */
  latest: { news: SiteNews; ref: MinutesRef } | null;
}

/** The summary of each site, in the order given. */
export function siteSummaries(
  slugs: readonly string[],
  minutes: readonly Minutes[],
): SiteSummary[] {
  const newestFirst = chronological(minutes).reverse();
  return slugs.map((slug) => {
    const points = siteSeries(slug, minutes);
    const spoke = newestFirst.find(({ news }) => news.some(({ site }) => site === slug));
    const news = spoke?.news.find(({ site }) => site === slug);
    return {
      slug,
      points,
      last: points.at(-1) ?? null,
      latest: spoke && news ? { news, ref: refOf(spoke) } : null,
    };
  });
}

/** The first sentence of a text, cut at a word with an ellipsis where longer than `length`. */
export function excerpt(text: string, length: number): string {
  const line = text.replaceAll('\n', ' ');
  const sentence = /^.+?[.!?…](?=\s+\p{Lu}|\s*$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= length) return sentence;
  return `${sentence.slice(0, length).replace(/[\s,;:.(]*\S*$/, '')}…`;
}
