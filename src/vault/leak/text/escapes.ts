/** Named references of HTML that French text uses, besides `&eacute;` and its like. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  oelig: 'œ',
  aelig: 'æ',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
};
const MARKS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
};

/** The character of a named reference: `eacute` → é; `null` where it is none of French text. */
function entity(name: string): string | null {
  const [, letter, mark] = /^([aceinouy])(acute|grave|circ|uml|tilde|cedil)$/i.exec(name) ?? [];
  const combining = MARKS[mark ?? ''];
  if (letter !== undefined && combining !== undefined) return (letter + combining).normalize('NFC');
  return ENTITIES[name.toLowerCase()] ?? null;
}

/** A text with HTML references, JS and URL escapes read as the characters they stand for. */
export function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => character(parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code: string) => character(Number(code)))
    .replace(/&([a-z]+);/gi, (match, name: string) => entity(name) ?? match)
    .replace(/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/gi, (_, four?: string, braced?: string) =>
      character(parseInt(four ?? braced ?? '', 16)),
    )
    .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => character(parseInt(code, 16)))
    .replace(/\\\r?\n/g, '')
    .replace(/\\[nrt]/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, addressed);
}

/** A CSS text with its escapes read: a letter's code, and the space that ends it. */
export function cssUnescaped(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => character(parseInt(code, 16)));
}

/** Quoted-printable (RFC 2045), as calendars and contacts of old programs have it. */
export function mailUnescaped(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (match) => addressed(match.replaceAll('=', '%')));
}

function addressed(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return unescape(escapes); // not UTF-8: Latin-1
  }
}

function unescape(escapes: string): string {
  return escapes.replace(/%([0-9a-f]{2})/gi, (_, code: string) => character(parseInt(code, 16)));
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
