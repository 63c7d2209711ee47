/** Lower case without accents or ligatures, apostrophes straight: for comparing, never for showing. */
export function fold(text: string): string {
  return text.replace(BEYOND_ASCII, bareCharacter).toLowerCase();
}

const BEYOND_ASCII = /[^\0-\x7f]/gu;
/** Characters met so far; a language has few. */
const bare = new Map<string, string>();

/** One character without its accents. Marks go with their letters, so each folds by itself. */
function bareCharacter(char: string): string {
  const known = bare.get(char);
  if (known !== undefined) return known;
  const folded = char
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae');
  bare.set(char, folded);
  return folded;
}

/** One NFC line: spaces of any kind become one, soft hyphens and zero-width characters go. */
export function oneLine(text: string): string {
  const seen = isUsual(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '');
  return (/[^\S ]|  /.test(seen) ? seen.replace(/\s+/g, ' ') : seen).trim();
}

/** Whether a text is in NFC, and free of characters that nobody sees, for certain. */
export const isUsual = (text: string): boolean => !UNUSUAL.test(text);

/** What normalising could change: all but Latin letters, typographic signs, spaces and the euro sign. */
const UNUSUAL = /[\u00ad\u0300-\u2001\u200b-\u200f\u202a-\u202e\u2060-\u20ab\u20ad-\uffff]/;

/** The words of a text, for counting: runs of letters and digits, folded. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** An ASCII id for an anchor or a file: `Point formation` → `point-formation`; never empty. */
export function slug(text: string): string {
  const ascii = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? 'section' : ascii;
}
