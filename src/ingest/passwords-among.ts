import { foldKeepingLength } from './recognise/fold.ts';
import { looksSecret } from './secret-words.ts';
import {
  announcesPassword,
  loneSecret,
  mentionsPassword,
  passwordAcross,
  passwordOfLine,
  passwordsIn,
} from './passwords.ts';

/** What parts the cells of a row in a text. */
const CELL_EDGE = ' | ';
/** How many lines below its mention a password is looked for. */
const LINES_BELOW = 2;
/** A password is told once or twice. */
const COMMON = 4;

/**
 * The passwords a document tells, each as written. `texts` are its lines in order (of a table, rows
 * parted by line feeds and cells by " | "): a secret may stand on the line of its mention, on the
 * lines below, or in the column that a table's header names.
 */
export function passwordsAmong(texts: readonly string[]): string[] {
  const found = new Set<string>();
  texts.forEach((text, index) => {
    for (const value of passwordsAt(texts, index, text)) {
      found.add(value);
      const stem = value.replace(/[!?.]+$/, '');
      // The same word without its closing mark is no less the password.
      if (stem !== value && looksSecret(stem)) found.add(stem);
    }
  });
  return [...found].filter((value) => !isCommonWord(value, texts));
}

/** The passwords that the mention in a text tells, which may be cut by a tab or by the end of its line. */
function passwordsAt(texts: readonly string[], index: number, text: string): string[] {
  const isMention = mentionsPassword(text) || mentionsPassword(text.replaceAll(CELL_EDGE, ' '));
  if (!isMention) return acrossLines(text, texts[index + 1] ?? '');
  const own = text.includes('\n') ? inTable(text) : ownPasswords(text);
  return own.length > 0 ? own : around(texts, index);
}

/** "le nouveau mot de", and "passe est …" on the line below: the words of one sentence. */
function acrossLines(text: string, next: string): string[] {
  if (next === '' || mentionsPassword(next)) return [];
  const sentence = `${text} ${next}`;
  return mentionsPassword(sentence) ? passwordsIn(sentence) : [];
}

/** The passwords of a line or row; a tab may have cut its very mention into two cells. */
function ownPasswords(row: string): string[] {
  return passwordsIn(mentionsPassword(row) ? row : row.replaceAll(CELL_EDGE, ' '));
}

/** A word of plain letters that the document uses again and again is none of its secrets. */
function isCommonWord(value: string, texts: readonly string[]): boolean {
  if (!/^\p{L}+$/u.test(value)) return false;
  const word = new RegExp(`(?<!\\p{L})${foldKeepingLength(value)}(?!\\p{L})`, 'gu');
  const uses = texts.flatMap((text) => foldKeepingLength(text).match(word) ?? []).length;
  return uses > COMMON;
}

/** The secret on the lines next to a mention that tells none itself. */
function around(texts: readonly string[], index: number): string[] {
  const announced = announcesPassword(texts[index] ?? '');
  const below = texts.slice(index + 1, index + 1 + LINES_BELOW);
  for (const [nth, line] of below.entries()) {
    if (mentionsPassword(line)) break;
    const value =
      nth > 0
        ? loneSecret(line)
        : ((announced ? passwordOfLine(line) : loneSecret(line)) ??
          passwordAcross(texts[index] ?? '', line));
    if (value !== null) return [value];
  }
  const before = loneSecret(texts[index - 1] ?? '');
  return before === null ? [] : [before];
}

/** Rows speak for themselves; below a header that names passwords, so does each cell of its column. */
function inTable(text: string): string[] {
  const rows = text.split('\n');
  const cells = rows.map((row) => row.split(CELL_EDGE));
  return rows.flatMap((row, index) => {
    if (!mentionsPassword(row)) return ownPasswords(row);
    const own = passwordsIn(row);
    const columns = (cells[index] ?? []).flatMap((cell, column) =>
      mentionsPassword(cell) && cell.length < 40 ? [column] : [],
    );
    const below = columns.flatMap((column) =>
      cells.slice(index + 1).flatMap((line) => {
        const value = passwordOfLine(line[column] ?? '');
        return value === null ? [] : [value];
      }),
    );
    const isHeader = own.every((value) => isHeaderWord(value)) && below.length > 0;
    return isHeader ? below : own;
  });
}

const isHeaderWord = (value: string): boolean => /^\p{L}+$/u.test(foldKeepingLength(value));
