/** One piece of RTF: a group's bracket, a control word, characters of text, one byte, data, `\*`. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'control'; word: string; value: number | null }
  | { kind: 'text'; text: string }
  | { kind: 'byte'; byte: number }
  | { kind: 'data'; data: string }
  | { kind: 'ignorable' };

const CONTROL = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const TEXT = /[^\\{}\r\n]+/y;

/**
 * Parts RTF (specification 1.9.1, "Conventions of an RTF Reader") into tokens; `source` is the file
 * read as Latin-1, one character a byte. Line ends are no text; data behind
 * `\bin` are one piece.
 */
export function* rtfTokens(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '{' || char === '}') {
      yield { kind: char === '{' ? 'open' : 'close' };
      at += 1;
    } else if (char === '\r' || char === '\n') at += 1;
    else if (char !== '\\') {
      TEXT.lastIndex = at;
      const text = TEXT.exec(source)?.[0] ?? char;
      yield { kind: 'text', text };
      at += text.length;
    } else {
      CONTROL.lastIndex = at;
      const match = CONTROL.exec(source);
      if (match !== null) {
        const value = match[2] === undefined ? null : Number(match[2]);
        at += match[0].length;
        if (match[1] === 'bin') {
          const end = at + Math.max(value ?? 0, 0);
          yield { kind: 'data', data: source.slice(at, end) };
          at = end;
        } else yield { kind: 'control', word: match[1] ?? '', value };
      } else if (source.charAt(at + 1) === "'") {
        const byte = parseInt(source.slice(at + 2, at + 4), 16);
        if (!Number.isNaN(byte)) yield { kind: 'byte', byte };
        at += 4;
      } else {
        const symbol = source.charAt(at + 1);
        if (symbol === '*') yield { kind: 'ignorable' };
        else if (symbol === '\n' || symbol === '\r')
          yield { kind: 'control', word: 'par', value: null };
        else yield { kind: 'control', word: symbol, value: null };
        at += 2;
      }
    }
  }
}
