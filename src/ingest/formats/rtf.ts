import type { RootContent } from 'mdast';
import { words } from '../../minutes/text.ts';
import { latin1 } from './latin1.ts';
import { MOST_TEXT } from './limits.ts';
import { appendix, nodeText, numbered, paragraphOf, textNode } from './nodes.ts';
import { notesFor } from './notes.ts';
import { refuseDamaged, refuseMisnamed } from './refusals.ts';
import { RtfBuilder } from './rtf-builder.ts';
import {
  CHARACTERS,
  codePageName,
  type Destination,
  DESTINATIONS,
  PASSED,
  type RtfState,
  SKIPPED,
  START,
  switchMark,
} from './rtf-state.ts';
import { rtfTokens, type Token } from './rtf-tokens.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/** What pictures stand in; elsewhere they are a list's bullets or a page's logo. */
const SHOWING = new Set<Destination>(['body', 'note', 'box']);
/** Deeper groups than any word processor writes. */
const DEEPEST = 5000;

/**
 * Reads Rich Text: paragraphs, lists, tables, bold, italic, underline, links, notes, text boxes and
 * pictures;
 * hidden and deleted text and comments left out, headers and footers where they say what
 * the body does not.
 * @throws {ImportError} for a file that is no RTF or stops before its end.
 */
export async function readRtf(file: SourceFile): Promise<SourceDocument> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024));
  if (!start.trimStart().startsWith('{\\rtf')) throw refuseMisnamed(file.name, 'RTF');
  const source = latin1(file.bytes);
  const builder = new RtfBuilder();
  if (!readTokens(source, builder)) throw refuseDamaged(file.name);
  const { blocks, notes, margins, pictures, hidden } = builder.finish();
  return Promise.resolve({
    root: numbered([
      ...blocks,
      ...appendix('Notes', notes),
      ...appendix('En-tête et pied de page', sayingMore(margins, [...blocks, ...notes])),
    ]),
    notes: notesFor({
      hidden,
      comments: source.includes('{\\*\\annotation'),
      embedded: source.includes('{\\object'),
    }),
    pictures,
  });
}

/** Lines of headers and footers that say a word the body does not; each once. */
function sayingMore(margins: readonly RootContent[], body: readonly RootContent[]): RootContent[] {
  const known = new Set(body.flatMap((block) => words(nodeText(block))));
  const lines = margins
    .map((block) => nodeText(block).replace(/\s+/g, ' ').trim())
    .filter((line) => !/^page\b[\s\d/]*(?:sur|de)?[\s\d]*$/i.test(line))
    .filter((line) => words(line).some((word) => /\p{L}{2}/u.test(word) && !known.has(word)));
  return [...new Set(lines)].map((line) => paragraphOf([textNode(line)]));
}

/** Feeds the builder; returns whether every group was closed. */
function readTokens(source: string, builder: RtfBuilder): boolean {
  const headings = headingStyles(source);
  const stack: RtfState[] = [];
  let state: RtfState = { ...START };
  let skip = 0;
  let length = 0;
  for (const token of rtfTokens(source)) {
    if (token.kind === 'open') {
      if (stack.length > DEEPEST) return false;
      stack.push(state);
      // Groups within a picture tell its properties.
      const isInPicture = state.destination === 'picture';
      state = { ...state, starred: false, ...(isInPicture && { destination: 'body' as const }) };
      skip = 0;
    } else if (token.kind === 'close') {
      const outer = stack.pop();
      if (outer === undefined) return false;
      builder.leave(state, outer);
      state = outer;
      skip = 0;
      if (stack.length === 0) return true;
    } else if (token.kind === 'ignorable') {
      state.starred = !state.skipped;
      state.skipped = true;
    } else if (token.kind === 'control') {
      const level = token.word === 's' ? headings.get(token.value ?? 0) : undefined;
      if (level !== undefined && !state.skipped) builder.headingStyle(level);
      skip = control(token, state, builder, skip);
    } else if (state.destination === 'picture') {
      if (token.kind === 'text') builder.pictures.digits(token.text);
      else if (token.kind === 'data') builder.pictures.binary(token.data);
    } else if (token.kind === 'data') continue;
    else if (state.naming && token.kind === 'text') builder.property += token.text;
    else if (!state.skipped) {
      const bytes =
        token.kind === 'byte' ? [token.byte] : Array.from(token.text, (char) => char.charCodeAt(0));
      for (const byte of bytes.slice(skip)) builder.byte(byte, state);
      skip = Math.max(0, skip - bytes.length);
      length += bytes.length;
      // The file will be refused for its length: its rest would only fill the memory.
      if (length > MOST_TEXT) return true;
    }
  }
  return false;
}

/** Numbers of the styles of titles and headings, in the languages of Word's and Writer's windows. */
function headingStyles(source: string): Map<number, number> {
  const from = source.indexOf('{\\stylesheet');
  const sheet = from < 0 ? '' : source.slice(from, from + 200_000);
  const levels = new Map<number, number>();
  for (const [, number, name] of sheet.matchAll(/\{\\s(\d{1,4})\b[^{}]*?\s([^\\{};]{3,40});\}/g)) {
    const level = /^(?:heading|titre)\s?([1-6])$/i.exec(name ?? '')?.[1];
    if (level !== undefined) levels.set(Number(number), Number(level));
    else if (/^(?:title|titre)$/i.test(name ?? '')) levels.set(Number(number), 1);
  }
  return levels;
}

/** Obeys a control word; returns how many fallback characters are to be skipped behind it. */
function control(
  { word, value }: Extract<Token, { kind: 'control' }>,
  state: RtfState,
  builder: RtfBuilder,
  skip: number,
): number {
  if (word === 'u' && value !== null) {
    if (!state.skipped) builder.text(String.fromCharCode(value < 0 ? value + 65536 : value), state);
    return state.fallback;
  }
  const character = CHARACTERS[word];
  const destination = DESTINATIONS[word];
  if (character !== undefined) {
    if (skip > 0) return skip - 1;
    builder.text(character, state);
  } else if (word === 'uc') state.fallback = Math.max(value ?? 1, 0);
  else if (word === 'ansicpg') state.codePage = codePageName(value ?? 1252);
  else if (word === 'mac') state.codePage = 'macintosh';
  else if (word === 'deleted') state.skipped = value !== 0;
  else if (word === 'sn') {
    state.naming = true;
    builder.property = '';
  } else if (word === 'pict') {
    // A picture that text runs around is a property of its shape.
    const isSeen = !state.skipped || builder.property.trim() === 'pib';
    const isShown = isSeen && !state.hidden && SHOWING.has(state.destination);
    builder.property = '';
    state.skipped = true;
    if (isShown) state.destination = 'picture';
  } else if (SKIPPED.has(word)) state.skipped = true;
  else if (PASSED.has(word)) state.skipped &&= !state.starred;
  else if (destination !== undefined) {
    // What stands in a picture or a comment is theirs.
    if (state.skipped && !state.starred) return 0;
    state.skipped = false;
    state.destination = destination;
    if (destination === 'note' || destination === 'margin' || destination === 'box')
      builder.openAside(destination);
  } else {
    // What was read so far stands under the marks as they were.
    builder.control(word, value, state);
    switchMark(state, word, value);
  }
  return 0;
}
