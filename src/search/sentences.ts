import type { Guide } from './guide.ts';

const NBSP = '\u00a0';

/** What the count of results says of itself. */
interface Count {
  total: number;
  complete: boolean;
  isByDate: boolean;
}

/** « 6 passages, du plus récent au plus ancien » */
export function countSentence({ total, complete, isByDate }: Count): string {
  const passages = `${total}${NBSP}passage${total > 1 ? 's' : ''}`;
  const order = isByDate ? ', du plus récent au plus ancien' : ', le plus proche d’abord';
  const sentence = total > 1 ? `${passages}${order}` : passages;
  if (complete) return sentence;
  return `Aucun passage ne contient tous ces mots${NBSP}; les plus proches${NBSP}: ${sentence}`;
}

/** « Aucun résultat pour « zébrure » avec ces filtres. » */
export function nothingSentence(text: string, isFiltered: boolean): string {
  return `Aucun résultat pour ${inQuotes(text)}${isFiltered ? ' avec ces filtres' : ''}.`;
}

/** « zébrure », its spaces unbreakable. */
export function inQuotes(text: string): string {
  return `«${NBSP}${text}${NBSP}»`;
}

/** The query as it was understood: misspelt words corrected, the others as typed. */
export function correctedText(
  text: string,
  corrections: readonly { from: string; to: string }[],
  foldWord: (word: string) => string,
): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const correction = corrections.find(({ from }) => from === foldWord(word));
    return correction?.to ?? word;
  });
}

/** `n° 50`, or for a CR without a number `19 mai 2025`. */
export function minutesLabel({ number, date }: Guide['minutes'][number]): string {
  return number === null ? dateInWords(date) : `n°${NBSP}${number}`;
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
