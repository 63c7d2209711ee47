import type { Found } from './passages.ts';

const NBSP = '\u00a0';

/** « 6 passages dans 2 comptes-rendus, du plus récent au plus ancien » */
export function countSentence(found: Found): string {
  const passages = plural(found.passages, 'passage');
  const minutes = plural(found.hits.length, 'compte-rendu', 'comptes-rendus');
  const order = found.hits.length > 1 ? ', du plus récent au plus ancien' : '';
  const sentence = `${passages} dans ${minutes}${order}`;
  return found.complete
    ? sentence
    : `Aucun passage ne contient tous ces mots${NBSP}; les plus proches${NBSP}: ${sentence}`;
}

/** « Aucun résultat pour « zébrure » en 2025. » */
export function nothingSentence(text: string, year: string): string {
  const when = year === '' ? '' : ` en${NBSP}${year}`;
  return `Aucun résultat pour «${NBSP}${text}${NBSP}»${when}.`;
}

/** A date `2026-01-19` in words, « 19 janvier 2026 »; anything else comes back as it is. */
export function dateInWords(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
  return words
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/^1 /, '1er ')
    .replace(/ /g, NBSP);
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)}${NBSP}${count > 1 ? many : one}`;
}
