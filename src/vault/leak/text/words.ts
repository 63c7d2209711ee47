/** Words of a sequence: two texts that share one share a phrase. */
const GRAM = 4;

/** Folded words of a text: lower case, no apostrophes, marks or accents (file names have none). */
export function foldedWords(text: string): string[] {
  return plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function plainLetters(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return (
    text
      // Also takes apart the ligatures of PDFs, and letters that look different only.
      .normalize('NFKD')
      // Soft hyphens and zero-width characters stand inside words and are not seen.
      .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
  );
}

/** Dates and hours stand on public pages, too: a sequence of nothing else is no content. */
const CALENDAR = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre le la les l du de d des a au aux et en h er e pour sur'.split(
    ' ',
  ),
);
const isCalendar = (word: string): boolean => CALENDAR.has(word) || /^\d+$/.test(word);

/** Every sequence of {@link GRAM} words. */
export function* sequences(words: readonly string[]): Generator<string> {
  for (let start = 0; start + GRAM <= words.length; start += 1) {
    yield `${words[start] ?? ''} ${words[start + 1] ?? ''} ${words[start + 2] ?? ''} ${words[start + 3] ?? ''}`;
  }
}

/** Every sequence of {@link GRAM} words of a text that says more than a date. */
export function* grams(words: readonly string[]): Generator<string> {
  let start = 0;
  let telling = -1;
  for (const sequence of sequences(words)) {
    for (let at = Math.max(start, telling + 1); at < start + GRAM; at += 1) {
      if (!isCalendar(words[at] ?? '')) telling = at;
    }
    if (telling >= start) yield sequence;
    start += 1;
  }
}

/** Addresses are looked for as they are written, not as words. */
export const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
