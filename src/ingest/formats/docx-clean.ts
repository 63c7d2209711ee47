import type { Element, ElementContent } from 'xast';
import { markNumbers, type Numberings } from './docx-numbers.ts';
import { elementsOf, findAll, findFirst, parseXml, toXml } from './xml.ts';

/** What cleaning met in a part that its reader has to hear of. */
export interface Cleaned {
  xml: string;
  hidden: boolean;
  formulas: boolean;
}

/** Ids of the styles whose text is hidden; empty where nothing in the document is. */
export type HiddenStyles = ReadonlySet<string>;

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');

const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsOf(element).find((item) => item.name === name);

/** Whether a part holds what mammoth leaves out, or reads otherwise than Word shows it. */
export const needsCleaning = (xml: string): boolean =>
  /<(?:w:(?:vanish|specVanish|moveTo|moveFrom|fldSimple|numPr|dir|bdo|ruby|cr|ptab|sym)|m:oMath|wps:txbx)\b/.test(
    xml,
  );

/** Ids of the styles whose text is hidden, by their own word or by that of the style they are based on. */
export function hiddenStyles(xml: string, name: string): Set<string> {
  if (!xml.includes('<w:vanish')) return new Set();
  const styles = new Map(
    findAll(parseXml(xml, name), (element) => element.name === 'w:style').map((style) => [
      style.attributes['w:styleId'] ?? '',
      style,
    ]),
  );
  const isHidden = (id: string, depth: number): boolean => {
    const style = styles.get(id);
    const own = child(child(style, 'w:rPr'), 'w:vanish');
    if (own !== undefined) return isOn(own);
    const base = child(style, 'w:basedOn')?.attributes['w:val'];
    return base != null && depth < 20 && isHidden(base, depth + 1);
  };
  return new Set([...styles.keys()].filter((id) => isHidden(id, 0)));
}

/**
 * A part of a Word file as its readers see it, in words that mammoth knows (WordprocessingML,
 * ECMA-376 part 1): hidden text (17.3.2.41) out, tracked moves (17.13.5) carried out, simple fields
 * (17.16.19), text of set direction and formulas as plain text, text boxes of DrawingML as boxes of VML.
 */
export function cleanPart(
  xml: string,
  styles: HiddenStyles,
  numberings: Numberings,
  name: string,
): Cleaned {
  const root = parseXml(xml, name);
  const cleaned = { hidden: false, formulas: false };
  const visit = (node: Element, inHidden: boolean): Element[] => {
    if (node.name === 'w:moveFrom') return [];
    if (node.name === 'w:r' && hides(node, styles, inHidden)) {
      cleaned.hidden ||= findAll(node, (inner) => inner.name === 'w:t').some(hasText);
      return [];
    }
    if (/^m:oMath(?:Para)?$/.test(node.name)) {
      cleaned.formulas = true;
      return [formula(node)];
    }
    const paragraphStyle = child(child(node, 'w:pPr'), 'w:pStyle')?.attributes['w:val'];
    const below = paragraphStyle == null ? inHidden : styles.has(paragraphStyle);
    node.children = node.children.flatMap((inner): ElementContent[] =>
      inner.type === 'element' ? visit(inner, below) : [inner],
    );
    return rewritten(node);
  };
  elementsOf(root).forEach((node) => visit(node, false));
  markNumbers(root, numberings);
  return { xml: toXml(root), ...cleaned };
}

function hides(run: Element, styles: HiddenStyles, inHidden: boolean): boolean {
  const properties = child(run, 'w:rPr');
  const own = child(properties, 'w:vanish') ?? child(properties, 'w:specVanish');
  if (own !== undefined) return isOn(own);
  const style = child(properties, 'w:rStyle')?.attributes['w:val'];
  return inHidden || (style != null && styles.has(style));
}

const hasText = (element: Element): boolean =>
  element.children.some((inner) => inner.type === 'text' && /[\p{L}\p{N}]/u.test(inner.value));

const create = (name: string, children: ElementContent[] = []): Element => ({
  type: 'element',
  name,
  attributes: {},
  children,
});

const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** An element in words that mammoth knows, its children being so already. */
function rewritten(node: Element): Element[] {
  switch (node.name) {
    case 'w:fldSimple':
      return PAGE_FIELD.test(node.attributes['w:instr'] ?? '') ? [] : elementsOf(node);
    case 'w:moveTo':
    case 'w:dir':
    case 'w:bdo':
      return elementsOf(node);
    case 'w:ruby':
      return elementsOf(child(node, 'w:rubyBase') ?? create(''));
    case 'w:cr':
      return [create('w:br')];
    case 'w:ptab':
      return [create('w:tab')];
    case 'w:sym':
      return [letter(node)];
    case 'mc:AlternateContent':
      return alternate(node);
    case 'w:drawing':
      return findFirst(node, 'w:txbxContent') === null ? [node] : [node, ...boxes(node)];
    default:
      return [node];
  }
}

/** A letter that was inserted as a symbol of an ordinary font. */
function letter(symbol: Element): Element {
  const code = parseInt(symbol.attributes['w:char'] ?? '', 16);
  const isPrivate = Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) || code < 0x20;
  const isDingbat = /symbol|wingdings|webdings|dingbats/i.test(symbol.attributes['w:font'] ?? '');
  return isPrivate || isDingbat
    ? symbol
    : create('w:t', [{ type: 'text', value: String.fromCodePoint(code) }]);
}

/** mammoth reads the fallback of a drawing; one without text is no match for a box that has some. */
function alternate(node: Element): Element[] {
  const fallback = child(node, 'mc:Fallback');
  const choice = child(node, 'mc:Choice');
  const isEnough =
    choice === undefined ||
    findFirst(choice, 'w:txbxContent') === null ||
    (fallback !== undefined && findFirst(fallback, 'w:txbxContent') !== null);
  return isEnough ? [node] : elementsOf(choice);
}

const VML = 'urn:schemas-microsoft-com:vml';

const boxes = (drawing: Element): Element[] =>
  findAll(drawing, (element) => element.name === 'w:txbxContent').map((content) =>
    create('w:pict', [
      { ...create('v:shape', [create('v:textbox', [content])]), attributes: { 'xmlns:v': VML } },
    ]),
  );

/** A formula as the text of its letters, in a run of its own. */
function formula(node: Element): Element {
  const letters = findAll(node, (element) => element.name === 'm:t').flatMap(
    (element) => element.children,
  );
  const run = create('w:r', [create('w:t', letters)]);
  return node.name === 'm:oMathPara' ? create('w:smartTag', [run]) : run;
}
