import { decodeHTML, decodeHTMLStrict } from 'entities';

/**
 * Escapes of JS and JSON, each at its place from left to right, so that an escaped backslash escapes
 * nothing in the same round: `\u00e9` · `\u{e9}` · `\xc3\xa9` · `\303\251` · a broken line · `\n` · `\/`;
 * `\s` of patterns.
 */
const ESCAPE =
  /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2})*)|([0-3]?[0-7]{1,2}(?:\\[0-3]?[0-7]{1,2})*)|(\r?\n)|[nrtbfvs]|([^\p{L}\p{N}\s]))/gu;

/** A text with HTML references, JS and URL escapes read as the characters they stand for, once. */
export function unescaped(text: string): string {
  return addressed(decodeHTMLStrict(text).replace(ESCAPE, escaped));
}

/** The same where a backslash is one: `D:\\nathalie` holds no broken line. */
export function withBackslashes(text: string): string {
  return addressed(decodeHTMLStrict(text));
}

const addressed = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => bytesRead(codes.slice(1).split('%'), 16));

function escaped(
  _: string,
  four?: string,
  braced?: string,
  hex?: string,
  octal?: string,
  line?: string,
  itself?: string,
): string {
  const code = four ?? braced;
  if (code !== undefined) return character(parseInt(code, 16));
  if (hex !== undefined) return bytesRead(hex.slice(1).split('\\x'), 16);
  if (octal !== undefined) return bytesRead(octal.split('\\'), 8);
  if (line !== undefined) return '';
  return itself ?? ' ';
}

/**
 * A text whose named references may lack their semicolon, as browsers read the older ones: `&eacutet&eacute`.
 * Where each has its own it stays as it is.
 */
export function loosely(text: string): string {
  if (!text.includes('&')) return text;
  const loose = decodeHTML(text);
  return loose === decodeHTMLStrict(text) ? text : loose;
}

/** A CSS text with its escapes read: a letter's code, and the space that ends it. */
export function cssUnescaped(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => character(parseInt(code, 16)));
}

/** Quoted-printable (RFC 2045), as calendars and contacts of old programs have it. */
export function mailUnescaped(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (codes) => bytesRead(codes.slice(1).split('='), 16));
}

const DECODER = new TextDecoder('utf-8', { fatal: true });

/** Bytes given as numbers: letters in UTF-8, and where they are none, in Latin-1. */
function bytesRead(codes: readonly string[], base: number): string {
  const bytes = Buffer.from(codes.map((code) => parseInt(code, base)));
  try {
    return DECODER.decode(bytes);
  } catch {
    return bytes.toString('latin1'); // not UTF-8
  }
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
