import type { MinutesJson } from '../json.ts';
import type { Entry } from './entry.ts';

/**
 * An entry about a value of the JSON, with its place and sentence.
 * @param pointer JSON Pointer of the value: `/siteUpdates/2/followed`; of several, the first that has evidence.
 */
export function cite(
  json: MinutesJson,
  pointer: string | readonly string[],
  entry: Pick<Entry, 'field' | 'what' | 'why'>,
): Entry {
  const pointers = typeof pointer === 'string' ? [pointer] : pointer;
  const found = pointers.map((one) => json.evidence[one]).find((one) => one !== undefined);
  return { ...entry, line: found?.line ?? null, sentence: found?.sentence ?? null };
}

/** An entry that no place in the CR stands for: what it does not say. */
export function absent(entry: Pick<Entry, 'field' | 'what' | 'why'>): Entry {
  return { ...entry, line: null, sentence: null };
}
