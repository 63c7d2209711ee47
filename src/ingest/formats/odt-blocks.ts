import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Element, ElementContent } from 'xast';
import { tableOf } from './cells.ts';
import { paragraphOf, textNode } from './nodes.ts';
import type { OdtLists } from './odt-lists.ts';
import type { TextStyle } from './odt-styles.ts';
import { PICTURE } from './source.ts';
import { elementsOf } from './xml.ts';

/** What conversion meets beside the text's flow. */
export interface OdtContext {
  styleOf: (name: string) => TextStyle;
  lists: OdtLists;
  /** Blocks of foot- and endnotes, in order. */
  notes: RootContent[];
  hidden: boolean;
  comments: boolean;
}

const UNSEEN =
  /^(?:text:tracked-changes|text:sequence-decls|text:variable-decls|text:user-field-decls|office:forms|office:annotation|office:annotation-end|text:soft-page-break|table:table-column|table:title|table:desc|svg:.*)$/;

/** The blocks of an element's children: paragraphs, headings, lists, tables. */
export function odtBlocks(parent: Element, context: OdtContext): RootContent[] {
  return elementsOf(parent).flatMap((element): RootContent[] => {
    if (UNSEEN.test(element.name)) return [];
    if (element.name === 'text:p' || element.name === 'text:h') return line(element, context);
    if (element.name === 'text:list') return list(element, context, null, 1);
    if (element.name === 'table:table') return tableOf(rows(element, context));
    if (isHidden(element)) {
      context.hidden = true;
      return [];
    }
    // Sections, frames, indexes, groups: what they hold stands in their place.
    return odtBlocks(element, context);
  });
}

const isHidden = (element: Element): boolean =>
  element.attributes['text:display'] === 'none' || element.attributes['text:is-hidden'] === 'true';

function line(element: Element, context: OdtContext): RootContent[] {
  const isHiddenHere = elementsOf(element).some(
    (child) => child.name === 'text:hidden-paragraph' && isHidden(child),
  );
  if (isHiddenHere) {
    context.hidden = true;
    return [];
  }
  const style = context.styleOf(element.attributes['text:style-name'] ?? '');
  const boxed: RootContent[] = [];
  const children = phrasing(element.children, style, context, boxed);
  const level = element.name === 'text:h' ? levelOf(element) : style.heading;
  if (children.length === 0) return boxed;
  if (level === null) return [paragraphOf(children), ...boxed];
  const depth = Math.min(Math.max(level, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
  return [{ type: 'heading', depth, children }, ...boxed];
}

const levelOf = (element: Element): number =>
  Number(element.attributes['text:outline-level'] ?? 1) || 1;

function list(
  element: Element,
  context: OdtContext,
  outer: string | null,
  level: number,
): RootContent[] {
  const style = element.attributes['text:style-name'] ?? outer;
  const items = elementsOf(element).filter((item) => /^text:list-(?:item|header)$/.test(item.name));
  const children = items.map((item): ListItem => {
    const blocks = elementsOf(item).flatMap((child) =>
      child.name === 'text:list'
        ? list(child, context, style, level + 1)
        : odtBlocks({ ...item, children: [child] }, context),
    );
    return { type: 'listItem', spread: false, children: blocks as ListItem['children'] };
  });
  const filled = children.filter((item) => item.children.length > 0);
  // A heading in a list is numbered, and no item.
  if (filled.some((item) => item.children[0]?.type === 'heading'))
    return filled.flatMap((item) => item.children);
  if (filled.length === 0) return [];
  const start = context.lists.startOf(element, style, level, filled.length);
  return start === null
    ? [{ type: 'list', ordered: false, spread: false, children: filled }]
    : [{ type: 'list', ordered: true, start, spread: false, children: filled }];
}

function rows(element: Element, context: OdtContext): RootContent[][][] {
  return elementsOf(element).flatMap((child) => {
    if (child.name !== 'table:table-row')
      return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name)
        ? rows(child, context)
        : [];
    const cells = elementsOf(child).filter((cell) =>
      /^table:(?:covered-)?table-cell$/.test(cell.name),
    );
    return [cells.map((cell) => odtBlocks(cell, context))];
  });
}

function phrasing(
  children: readonly ElementContent[],
  style: TextStyle,
  context: OdtContext,
  boxed: RootContent[],
): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'text' || child.type === 'cdata')
      return marked(child.value.replace(/[ \t\r\n]+/g, ' '), style, context);
    return child.type === 'element' ? inline(child, style, context, boxed) : [];
  });
}

function inline(
  element: Element,
  style: TextStyle,
  context: OdtContext,
  boxed: RootContent[],
): PhrasingContent[] {
  const { name, attributes } = element;
  const inner = (own: TextStyle): PhrasingContent[] =>
    phrasing(element.children, own, context, boxed);
  if (name === 'text:line-break') return [{ type: 'break' }];
  if (name === 'text:tab') return [textNode('\t')];
  if (name === 'text:s') return [textNode(' ')];
  if (name === 'text:span') return inner(merged(style, context, attributes['text:style-name']));
  if (name === 'text:a') {
    const url = attributes['xlink:href'] ?? '';
    const words = inner({ ...style, underline: false });
    return url === '' ? words : [{ type: 'link', url, children: words }];
  }
  if (name === 'text:note') {
    const body = elementsOf(element).find((child) => child.name === 'text:note-body');
    if (body !== undefined) context.notes.push(...odtBlocks(body, context));
    return [];
  }
  if (name === 'draw:frame' || name.startsWith('draw:')) {
    boxed.push(...odtBlocks(element, context));
    const image = elementsOf(element).find((child) => child.name === 'draw:image');
    const path = image?.attributes['xlink:href']?.replace(/^\.\//, '') ?? '';
    const said = elementsOf(element).find((child) => /^svg:(?:desc|title)$/.test(child.name));
    const words =
      said?.children.map((child) => ('value' in child ? child.value : '')).join('') ?? '';
    if (/^Pictures\/[^/]+$/.test(path))
      return [{ type: 'image', url: PICTURE + path, alt: words.trim() }];
    return words.trim() === '' ? [] : [textNode(`[image : ${words.trim()}]`)];
  }
  if (name === 'office:annotation') context.comments = true;
  if (isHidden(element)) {
    context.hidden = true;
    return [];
  }
  if (UNSEEN.test(name) || /^text:page-(?:number|count)$/.test(name) || name === 'text:ruby-text')
    return [];
  return inner(style);
}

function merged(style: TextStyle, context: OdtContext, name: string | null | undefined): TextStyle {
  if (name == null) return style;
  const own = context.styleOf(name);
  return {
    bold: own.bold ?? style.bold,
    italic: own.italic ?? style.italic,
    underline: own.underline ?? style.underline,
    hidden: own.hidden ?? style.hidden,
    heading: style.heading,
  };
}

function marked(value: string, style: TextStyle, context: OdtContext): PhrasingContent[] {
  if (value === '') return [];
  if (style.hidden === true) {
    context.hidden ||= /[\p{L}\p{N}]/u.test(value);
    return [];
  }
  let node: PhrasingContent = textNode(value);
  if (style.italic === true) node = { type: 'emphasis', children: [node] };
  if (style.bold === true || style.underline === true) node = { type: 'strong', children: [node] };
  return [node];
}
