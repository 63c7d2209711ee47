import { checkNode, isSafeAddress } from '../minutes/components.ts';
import { words } from '../minutes/text.ts';
import { type Attributes, element } from './mark/elements.ts';
import { opens, closes } from './plain-marks.ts';

const ATTRIBUTES = '(?: [a-z]+=(?:"[^"<>{}]*"|\\{\\d+(?:\\.\\d+)?\\}))*';
/** A component's tag that has its line for itself. */
const ALONE = new RegExp(`^<(/?)([A-Z][A-Za-z]*)(${ATTRIBUTES})( ?/)?>$`);
/** What a line may hold beside text: escapes, spaces in code, tags, links' ends, emphasis, signs. */
const TOKEN = new RegExp(
  `\\\\[!-/:-@[-\`{-~]|&#x20;|<(/?)([A-Z][A-Za-z]*)(${ATTRIBUTES})( ?/)?>|\\]\\(((?:[^\\s()<>\\\\&]|\\\\[()_*&~])*)\\)|\\*+|_+|[[\\]<{}&\`~|]`,
  'g',
);
/** Characters that Markdown, or our words, read in a way of their own: nothing here is sure of them. */
const UNSURE = /[\0\t\r\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
/** Where a paragraph, heading or item begins. */
const MARKER = /^(?:(?:[-*+]|#{1,6}|\d{1,9}[.)])(?: +|$))+/;
/** An address written out takes backslashes and asterisks for its own. */
const ADDRESS = /(?:https?:|www\.|@)\S*$/i;
const HARMLESS = /^\\[@.,:;\-"'#$%+/=?^]/;
const JOINED = /\0+(?<=[\p{L}\p{N}\p{M}]\0+)[\p{L}\p{N}\p{M}]/u;

/**
 * The words that a reader of MDX sees in a body, told without parsing it; `null` where it is not
 * plain enough to be sure. Plain is a body in which every sign that Markdown or MDX could read is
 * escaped, or is one of the few our writer sets in one of the few places it sets them:
 *
 * - a known component's tag with plain attributes on a line of its own, indented by its depth, or
 *   opened and closed within one line of text, emphasis and links in it closed in it;
 * - a link to a safe address, its words and its end on one line; emphasis; headings, items, tables.
 *
 * Braces, other tags, entities, code, quotes, pictures, references, footnotes and lines that begin
 * like an import are not plain. So no plain body holds code, fails to be parsed, or hides words:
 * where emphasis or a marker could be read in two ways, its text is visible in both.
 */
export function plainWords(body: string): string[] | null {
  if (UNSURE.test(body)) return null;
  const open: string[] = [];
  const visible: string[] = [];
  let isApart = true;
  for (const line of body.split('\n')) {
    const text = line.trimStart();
    const indent = line.length - text.length;
    const tag = text.startsWith('<') ? ALONE.exec(text) : null;
    if (tag === null) {
      if (text !== '') {
        const plain = indent < 2 * open.length ? null : plainLine(text);
        if (plain === null) return null;
        visible.push(plain);
      }
      isApart = text === '';
      continue;
    }
    const [, slash, name = '', attributes = '', single] = tag;
    const isEnd = slash === '/';
    if (isEnd && (open.pop() !== name || attributes !== '' || single !== undefined)) return null;
    const alt = isEnd ? '' : checked(name, attributes);
    if (alt === null) return null;
    visible.push(alt);
    if (single === undefined) {
      if (indent !== 2 * open.length || !(isEnd || isApart)) return null;
      if (!isEnd) open.push(name);
    }
    isApart = true;
  }
  return open.length === 0 ? words(visible.join('\n')) : null;
}

/** What a component's tag says (the description of a picture); `null` where it is none of ours. */
function checked(name: string, written: string): string | null {
  const attributes: Attributes = {};
  for (const [, key = '', text, number] of written.matchAll(
    / ([a-z]+)=(?:"([^"]*)"|\{([\d.]+)\})/g,
  )) {
    if (Object.hasOwn(attributes, key)) return null;
    attributes[key] = text ?? Number(number);
  }
  try {
    checkNode(element(name, attributes, []), '', 1);
  } catch {
    // The parser's own error says it with its place.
    return null;
  }
  if (name !== 'Picture') return '';
  const alt = String(attributes['alt'] ?? '');
  return alt.includes('&') ? null : alt;
}

/** One stretch of a line within one tag, or outside of all. */
interface Stretch {
  tag: string;
  /** Whether a link's words are open. */
  link: boolean;
  /** Emphasis that is open: its asterisks. */
  marks: string;
}

/** The visible text of a line of Markdown; `null` where it is not plain. */
function plainLine(line: string): string | null {
  const start = MARKER.exec(line)?.[0].length ?? 0;
  if (line[start] === '>' || /^(?:import|export)\b/.test(line)) return null;
  const stretches: Stretch[] = [{ tag: '', link: false, marks: '' }];
  let text = '';
  let from = start;
  let hasTag = false;
  let hasBar = false;
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(line); match !== null; match = TOKEN.exec(line)) {
    const [token, slash, name, attributes = '', single, address] = match;
    const inner = stretches.at(-1);
    if (inner === undefined) return null;
    text += line.slice(from, match.index);
    from = match.index + token.length;
    if (token.startsWith('\\')) {
      if (!HARMLESS.test(token) && ADDRESS.test(line.slice(0, match.index))) return null;
      text += token.slice(1);
    } else if (token === '&#x20;') text += ' ';
    else if (token === '|') {
      hasBar = true;
      text += token;
    } else if (token === ']') {
      // Nothing is open that it could end.
      if (stretches.some(({ link }) => link)) return null;
      text += token;
    } else {
      text += '\0';
      if (name !== undefined) {
        hasTag = true;
        if (slash === '/') {
          if (inner.tag !== name || inner.link || inner.marks !== '') return null;
          if (attributes !== '' || single !== undefined) return null;
          stretches.pop();
        } else {
          if (checked(name, attributes) !== '') return null;
          if (single === undefined) stretches.push({ tag: name, link: false, marks: '' });
        }
      } else if (token === '[') {
        if (inner.link || line[match.index - 1] === '!' || line[from] === '^') return null;
        inner.link = true;
      } else if (address !== undefined) {
        if (!inner.link || !isSafeAddress(address.replace(/\\/g, ''))) return null;
        inner.link = false;
      } else if (token.startsWith('*')) {
        if (inner.tag !== '' && !marks(inner, line, match.index, token)) return null;
      } else if (inner.tag !== '' || !token.startsWith('_')) return null;
    }
  }
  text += line.slice(from);
  const [outer, ...unclosed] = stretches;
  if (outer?.link !== false || unclosed.length > 0 || (hasTag && hasBar)) return null;
  return JOINED.test(text) ? null : text.replaceAll('\0', ' ');
}

/** Opens or closes emphasis within a tag; `false` where it could be read otherwise. */
function marks(inner: Stretch, line: string, at: number, token: string): boolean {
  if (ADDRESS.test(line.slice(0, at))) return false;
  if (inner.marks === '') {
    inner.marks = token;
    return token.length <= 2 && opens(line, at, token.length);
  }
  const closed = inner.marks === token && closes(line, at, token.length);
  inner.marks = '';
  return closed;
}
