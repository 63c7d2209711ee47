import type { ConferencesSince } from '../../insights/questions.ts';
import { spellOut } from '../../typography/format.ts';

const feminine = (count: number): string => (count === 1 ? 'une' : spellOut(count));

/**
 * How long a question has been open, and how much of that is unknown: `depuis cinq conférences, dont trois
 * sans compte-rendu importé`. '' where none has followed.
 */
export function openSince({ count, absent }: ConferencesSince): string {
  if (count === 0) return '';
  const conferences = `depuis ${feminine(count)} conférence${count > 1 ? 's' : ''}`;
  if (absent === 0) return conferences;
  const unknown = absent === count ? (count > 1 ? 'toutes' : '') : `dont ${feminine(absent)}`;
  return `${conferences},${unknown === '' ? '' : ` ${unknown}`} sans compte-rendu importé`;
}

/** At how many conferences questions were put, and how many wait: a sentence in two parts. */
export function countsInWords(
  questions: number,
  conferences: number,
  open: number,
): { asked: string; waiting: string } {
  const put = `Posée${questions > 1 ? 's' : ''} en ${feminine(conferences)}`;
  const asked = `${put} conférence${conferences > 1 ? 's' : ''}`;
  if (open === 0) return { asked, waiting: '' };
  const waits = open > 1 ? 'attendent' : 'attend';
  return { asked, waiting: `${feminine(open)} ${waits} encore une réponse` };
}
