/** Words of a sequence: two texts that share one share a phrase. */
const GRAM = 4;

/** Folded words of a text: NFC, lower case, no apostrophes or marks. */
export function foldedWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      // Soft hyphens and zero-width characters stand inside words and are not seen.
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Dates and hours stand on public pages, too: a sequence of nothing else is no content. */
const CALENDAR = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre le la les l du de d des à au aux et en h er e pour sur'.split(
    ' ',
  ),
);
const isCalendar = (word: string): boolean => CALENDAR.has(word) || /^\d+$/.test(word);

/** Every sequence of {@link GRAM} words of a text that says more than a date. */
export function* grams(words: readonly string[]): Generator<string> {
  for (let start = 0; start + GRAM <= words.length; start += 1) {
    const sequence = words.slice(start, start + GRAM);
    if (!sequence.every(isCalendar)) yield sequence.join(' ');
  }
}

/** Named references of HTML that French text uses, besides `&eacute;` and its like. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  oelig: 'œ',
  aelig: 'æ',
  shy: '\u00ad',
};
const MARKS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
};

/** The character of a named reference: `eacute` → é; `null` where it is none of French text. */
function entity(name: string): string | null {
  const [, letter, mark] = /^([aceiouy])(acute|grave|circ|uml|cedil)$/i.exec(name) ?? [];
  const combining = MARKS[mark ?? ''];
  if (letter !== undefined && combining !== undefined) return (letter + combining).normalize('NFC');
  return ENTITIES[name.toLowerCase()] ?? null;
}

/** A text with HTML references, JS and URL escapes read as the characters they stand for. */
export function unescaped(text: string): string {
  return (
    text
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => character(parseInt(code, 16)))
      .replace(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
      .replace(/&([a-z]+);/gi, (match, name: string) => entity(name) ?? match)
      .replace(/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/gi, (_, four?: string, braced?: string) =>
        character(parseInt(four ?? braced ?? '', 16)),
      )
      .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => character(parseInt(code, 16)))
      .replace(/\\[nrt]/g, ' ')
      // CSS, after the others: a letter's code, and the space that ends it.
      .replace(/\\([0-9a-f]{2,6})\s?/gi, (_, code: string) => character(parseInt(code, 16)))
      .replace(/(?:%[0-9a-f]{2})+/gi, (match) => {
        try {
          return decodeURIComponent(match);
        } catch {
          return match; // not UTF-8: no text
        }
      })
  );
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

/** An HTML text without its tags. */
export function withoutTags(html: string): string {
  return html.replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
}
