import type { MinutesRef } from '../insights/order.ts';
import type { SiteTable } from '../minutes/sites.ts';

/** A text for the terminal: no control characters. */
export function visible(text: string): string {
  return text.replace(/\p{C}/gu, '');
}

/** An argument as a shell takes it, safe to copy whatever it holds. */
export function argument(text: string): string {
  const shown = visible(text);
  return /^[\p{L}\p{M}\p{N} \u2010\u2011.,’'()-]+$/u.test(shown)
    ? `"${shown}"`
    : `'${shown.replaceAll("'", "'\\''")}'`;
}

/** `1 personne`, `2 personnes`: a count with its noun, the plural in -s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}

/** `CR 36, 37`; a CR without a number by its date. */
export function minutesList(refs: readonly MinutesRef[]): string {
  return `CR ${refs.map(({ number, date }) => String(number ?? date)).join(', ')}`;
}

/** The names of sites: `Marseille, sans site`. */
export function siteNames(slugs: readonly (string | null)[], sites: SiteTable): string {
  return slugs.map((slug) => (slug === null ? 'sans site' : sites.nameOf(slug))).join(', ');
}
