import { windows } from '../text/printable.ts';

/** A string, a hexadecimal string (no dictionary), an array's ends, a number, a name, a comment. */
const TOKEN =
  /\((?:[^\\()]|\\[^]|\((?:[^\\()]|\\[^]|\((?:[^\\()]|\\[^])*\))*\))*\)|<[0-9A-Fa-f\s]+>|[[\]]|-?\d+(?:\.\d+)?/g;

/** A gap in a line of text, in thousandths of its size: wider than kerning. */
const GAP = -180;

/**
 * The strings of PDF syntax as they are read: `(...) Tj`, `[(Bon) -20 (jour)] TJ`, `<FEFF00E9>`, `/Title (...)`.
 * Codes of a font's own are not letters here; pdf.js knows them.
 */
export function pdfStrings(syntax: string): string {
  let isArray = false;
  let result = '';
  for (const [token] of syntax.matchAll(TOKEN)) {
    if (token === '[' || token === ']') {
      isArray = token === '[';
      if (!isArray) result += ' ';
    } else if (token.startsWith('(')) {
      result += decoded(literal(token)) + (isArray ? '' : ' ');
    } else if (token.startsWith('<')) {
      result += decoded(hexadecimal(token)) + (isArray ? '' : ' ');
    } else if (isArray && Number(token) < GAP) {
      result += ' ';
    }
  }
  return result.trim();
}

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(token: string): string {
  return token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8) & 255))
    .replace(/\\\r?\n/g, '')
    .replace(/\\([^])/g, (_, letter: string) => NAMED[letter] ?? letter);
}

const hexadecimal = (token: string): string =>
  Buffer.from(token.replace(/[<>\s]/g, ''), 'hex').toString('latin1');

/** Bytes to letters: UTF-16 where a mark or zero bytes tell, UTF-8 with its mark, or Windows-1252. */
function decoded(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  if (bytes.startsWith('\xfe\xff') || /^(?:\0[^\0])+$/.test(bytes)) {
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (bytes.startsWith('\xff\xfe')) return even.toString('utf16le');
  return bytes.startsWith('\xef\xbb\xbf') ? buffer.toString('utf8') : windows(bytes);
}
