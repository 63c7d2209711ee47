import { formatDate } from '../../typography/format.ts';
import type { KnownMinutes } from './entry.ts';

/** A CR as a sentence names it: `CR n° 46 du 15 septembre 2025`. */
export function nameOf(minutes: Pick<KnownMinutes, 'number' | 'date'>): string {
  const number = minutes.number === null ? 'CR' : `CR n°\u00a0${String(minutes.number)}`;
  return `${number} du ${formatDate(minutes.date, 'date')}`;
}

/** A word of the text in guillemets. */
export function guillemets(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}

/** `A`, `A et B`, `A, B et C`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}
