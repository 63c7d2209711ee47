import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements that hold nothing a reader sees. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'meta',
  'link',
  'title',
]);

/** Takes out of a page what no reader sees. Returns whether words or comments were hidden in it. */
export function dropUnseen(node: Root | Element): { hidden: boolean; comments: boolean } {
  const met = { hidden: false, comments: false };
  node.children = (node.children as RootContent[]).filter((child) => {
    if (child.type === 'comment' || child.type === 'doctype') return false;
    if (child.type !== 'element') return true;
    if (UNSEEN.has(child.tagName)) return false;
    if (isComment(child)) {
      met.comments = true;
      return false;
    }
    if (isHidden(child)) {
      met.hidden ||= /[\p{L}\p{N}]/u.test(textOf(child));
      return false;
    }
    const inner = dropUnseen(child);
    met.hidden ||= inner.hidden;
    met.comments ||= inner.comments;
    return !isNoteMark(child);
  });
  return met;
}

/** Review comments as Word writes them, and the marks that lead to them. */
const isComment = (element: Element): boolean =>
  styleOf(element).includes('mso-element:comment') ||
  classesOf(element).some((name) => /^mso(?:comanchor|comoff|commentreference)$/i.test(name));

/** Marks of foot- and endnotes in the text, and the links that lead back from the notes. */
function isNoteMark(element: Element): boolean {
  if (element.tagName !== 'a') return false;
  const { href, role } = element.properties;
  const leadsToNote =
    /^doc-(?:noteref|backlink)$/.test(typeof role === 'string' ? role : '') ||
    /^#_?(?:ftn|edn|fn|en|footnote|endnote|note)-?(?:ref)?-?\d+$/i.test(
      typeof href === 'string' ? href : '',
    );
  return leadsToNote && /^\s*(?:\[?[\divx*]{1,4}\]?|[↩↑^]\ufe0e?)\s*$/i.test(textOf(element));
}

const classesOf = (element: Element): string[] => {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
};

const styleOf = (element: Element): string => {
  const { style } = element.properties;
  return typeof style === 'string' ? style.toLowerCase().replace(/\s+/g, '') : '';
};

const isHidden = (element: Element): boolean =>
  element.properties['hidden'] != null ||
  /display:none|visibility:hidden|mso-hide:all/.test(styleOf(element));

/** The text of a tree, a break being a space. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/**
 * Brings the habits of word processors and mail programs to plain HTML: paragraphs that are list
 * items by their style alone, two breaks for a paragraph's end, bold and underline by style.
 */
export function plainHtml(node: Root | Element): void {
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child];
    plainHtml(child);
    if (child.tagName === 'caption') return [{ ...child, tagName: 'p' }];
    if (child.tagName === 'menu') return [{ ...child, tagName: 'ul' }];
    if (child.tagName === 'span' || child.tagName === 'font') return [styledSpan(child)];
    if (CONTAINERS.has(child.tagName)) child.children = paragraphed(child);
    if (child.tagName !== 'p' && child.tagName !== 'div') return [child];
    const item = wordListItem(child);
    return item === null ? splitAtDoubleBreaks(child) : [item];
  });
}

/** Elements whose own text may be parted into paragraphs by breaks alone. */
const CONTAINERS = new Set([
  'body',
  'td',
  'th',
  'li',
  'blockquote',
  'center',
  'section',
  'article',
  'main',
]);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The children of a container, runs of its own text that two breaks part being paragraphs. */
function paragraphed(container: Element): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    const parts = splitAtDoubleBreaks({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: run,
    });
    result.push(...(parts.length > 1 ? parts : run));
    run = [];
  };
  for (const child of container.children) {
    if (child.type === 'text' || (child.type === 'element' && INLINE.has(child.tagName)))
      run.push(child);
    else {
      flush();
      result.push(child);
    }
  }
  flush();
  return result;
}

function styledSpan(span: Element): Element {
  const style = styleOf(span);
  const wrap = (tagName: string, children: ElementContent[]): ElementContent[] => [
    { type: 'element', tagName, properties: {}, children },
  ];
  let { children } = span;
  if (style.includes('font-style:italic')) children = wrap('em', children);
  if (/font-weight:(?:bold|[6-9]00)/.test(style)) children = wrap('strong', children);
  else if (/text-decoration:[^;]*underline/.test(style)) children = wrap('u', children);
  return { ...span, children };
}

/** Word writes list items as paragraphs whose bullet is a span marked `mso-list:Ignore`. */
function wordListItem(paragraph: Element): Element | null {
  if (!/mso-list:(?!none)/.test(styleOf(paragraph))) return null;
  const mark = takeMark(paragraph);
  if (mark === null) return null;
  const item: Element = { ...paragraph, tagName: 'li' };
  const tagName = /^\s*(?:\d+|[a-z])\s*[.)]/i.test(mark) ? 'ol' : 'ul';
  const number = /^\s*(\d{1,3})\s*[.)]/.exec(mark)?.[1];
  const properties = number === undefined ? {} : { start: Number(number) };
  const list: Element = { type: 'element', tagName, properties, children: [item] };
  if (paragraph.position !== undefined) list.position = paragraph.position;
  return list;
}

function takeMark(node: Element): string | null {
  for (const [index, child] of node.children.entries()) {
    if (child.type !== 'element') continue;
    if (styleOf(child).includes('mso-list:ignore')) {
      node.children.splice(index, 1);
      return textOf(child);
    }
    const inner = takeMark(child);
    if (inner !== null) return inner;
  }
  return null;
}

const isBreak = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && node.tagName === 'br';

const isSpace = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && /^[ \t\r\n]*$/.test(node.value);

function splitAtDoubleBreaks(block: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of block.children) {
    if (isBreak(child)) breaks.push(child);
    else if (!isSpace(child) || breaks.length === 0) {
      if (breaks.length > 1) parts.push([]);
      else parts.at(-1)?.push(...breaks);
      breaks = [];
      parts.at(-1)?.push(child);
    }
  }
  if (parts.length === 1) return [block];
  return parts.map((children) => {
    const own = children.find((child) => child.position !== undefined)?.position;
    return { ...block, children, ...(own === undefined ? {} : { position: own }) };
  });
}
