import { numbered, appendix } from './nodes.ts';
import { refuseDamaged, refuseMisnamed } from './refusals.ts';
import { RtfBuilder } from './rtf-builder.ts';
import {
  CHARACTERS,
  codePageName,
  type RtfState,
  SKIPPED,
  START,
  switchMark,
} from './rtf-state.ts';
import { rtfTokens, type Token } from './rtf-tokens.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/** Deeper groups than any word processor writes. */
const DEEPEST = 5000;

/**
 * Reads Rich Text: paragraphs, lists, tables, bold, italic, underline, links and notes; hidden and
 * deleted text, headers and footers left out.
 * @throws {ImportError} for a file that is no RTF or stops before its end.
 */
export async function readRtf(file: SourceFile): Promise<SourceDocument> {
  const source = new TextDecoder('latin1').decode(file.bytes).replace(/^\s+/, '');
  if (!source.startsWith('{\\rtf')) throw refuseMisnamed(file.name, 'RTF');
  const builder = new RtfBuilder();
  if (!readTokens(rtfBytes(file.bytes), builder)) throw refuseDamaged(file.name);
  const { blocks, notes, hidden } = builder.finish();
  return Promise.resolve({
    root: numbered([...blocks, ...appendix('Notes', notes)]),
    notes: hidden
      ? [
          'Le fichier contenait du texte masqué, que ses lecteurs ne voient pas : il a été laissé de côté.',
        ]
      : [],
  });
}

/** One character a byte: the decoder's "latin1" is Windows-1252, which is not. */
function rtfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

/** Feeds the builder; returns whether every group was closed. */
function readTokens(source: string, builder: RtfBuilder): boolean {
  const stack: RtfState[] = [];
  let state: RtfState = { ...START };
  let skip = 0;
  for (const token of rtfTokens(source)) {
    if (token.kind === 'open') {
      if (stack.length > DEEPEST) return false;
      stack.push(state);
      state = { ...state };
      skip = 0;
      continue;
    }
    if (token.kind === 'close') {
      const outer = stack.pop();
      if (outer === undefined) return false;
      builder.leave(state, outer);
      state = outer;
      skip = 0;
      if (stack.length === 0) return true;
    } else if (token.kind === 'ignorable') {
      state.skipped = true;
      continue;
    } else if (token.kind === 'byte') {
      if (skip > 0) skip -= 1;
      else builder.byte(token.byte, state);
    } else skip = control(token, state, builder, skip);
  }
  return false;
}

/** Obeys a control word; returns how many fallback characters are to be skipped behind it. */
function control(
  { word, value }: Extract<Token, { kind: 'control' }>,
  state: RtfState,
  builder: RtfBuilder,
  skip: number,
): number {
  if (word === 'u' && value !== null) {
    builder.text(String.fromCharCode(value < 0 ? value + 65536 : value), state);
    return state.fallback;
  }
  const character = CHARACTERS[word];
  if (character !== undefined) {
    if (skip > 0) return skip - 1;
    builder.text(character, state);
  } else if (word === 'uc') state.fallback = value ?? 1;
  else if (word === 'ansicpg') state.codePage = codePageName(value ?? 1252);
  else if (word === 'mac') state.codePage = 'macintosh';
  else if (word === 'deleted') state.skipped = value !== 0;
  else if (SKIPPED.has(word)) {
    if (word === 'pntext') builder.bullet();
    state.skipped = true;
  } else if (word === 'listtext') {
    state.destination = 'bullet';
  } else if (word === 'fldinst') {
    state.skipped = false;
    state.destination = 'instruction';
  } else if (word === 'footnote') {
    state.destination = 'note';
    state.skipped = false;
    builder.openNote();
  } else {
    switchMark(state, word, value);
    builder.control(word, value, state);
  }
  return 0;
}
