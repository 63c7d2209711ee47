import type { Nodes, Root } from 'mdast';
import { refuseDeep, refuseLong } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';
import { dropUnseenCharacters } from './unseen.ts';

/** Characters of text in a document: twenty times the longest CR known, some 200 pages. */
export const MOST_TEXT = 500_000;
/** Bytes of XML or HTML: verbose programs write twenty bytes for a character. */
const MOST_MARKUP = 3 * 1024 * 1024;
/** Levels of lists, quotes and tables in one another; Word writes nine. */
const DEEPEST = 100;
/** Open brackets or backticks in a row, from where on parsing Markdown takes minutes. */
const MOST_MARKS = 500;

/**
 * Refuses markup that would take its parser more memory than there is.
 * @throws {ImportError}
 */
export function checkMarkup(bytes: number, name: string): void {
  if (bytes > MOST_MARKUP) throw refuseLong(name);
}

/**
 * Refuses Markdown that no person writes and that takes the parser minutes: hundreds of lists in
 * one another, of unclosed brackets or of backticks.
 * @throws {ImportError}
 */
export function checkMarks(text: string, name: string): void {
  if (text.length > MOST_TEXT) throw refuseLong(name);
  const containers = new RegExp(
    `^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${DEEPEST}}`,
    'm',
  );
  if (containers.test(text) || text.includes('`'.repeat(MOST_MARKS))) throw refuseDeep(name);
  let open = 0;
  for (const [mark] of text.matchAll(/\[|\]|\n[ \t]*\n/g)) {
    if (mark === '[') open += 1;
    else open = mark === ']' ? Math.max(0, open - 1) : 0;
    if (open > MOST_MARKS) throw refuseDeep(name);
  }
}

/**
 * Reads a file without the characters that nobody sees, and refuses what came out too long or too
 * deep: every later step walks the tree.
 * @throws {ImportError}
 */
export async function readWithin(
  file: SourceFile,
  read: (file: SourceFile) => Promise<SourceDocument>,
): Promise<SourceDocument> {
  try {
    const document = await read(file);
    if (textLength(document.root, file.name) > MOST_TEXT) throw refuseLong(file.name);
    dropUnseenCharacters(document.root);
    return document;
  } catch (cause) {
    // Parsers call themselves for each level, until there is no stack left.
    if (cause instanceof RangeError) throw refuseDeep(file.name, cause);
    throw cause;
  }
}

function textLength(node: Root | Nodes, name: string, depth = 0): number {
  if (depth > DEEPEST) throw refuseDeep(name);
  if ('value' in node) return node.value.length;
  if (!('children' in node)) return 0;
  return node.children.reduce((sum, child) => sum + textLength(child, name, depth + 1), 0);
}
