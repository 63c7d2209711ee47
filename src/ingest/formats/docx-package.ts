import type { Element, ElementContent } from 'xast';
import { elementsOf, findAll, parseXml, toXml } from './xml.ts';

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');

const child = (element: Element, name: string): Element | undefined =>
  elementsOf(element).find((item) => item.name === name);

const hides = (properties: Element | undefined, styles: ReadonlySet<string>): boolean => {
  if (properties === undefined) return false;
  const style = child(properties, 'w:rStyle')?.attributes['w:val'];
  const own = child(properties, 'w:vanish');
  return own === undefined ? style != null && styles.has(style) : isOn(own);
};

/** Whether a part holds what mammoth reads otherwise than Word shows it. */
export const needsCleaning = (xml: string): boolean => /<w:(?:vanish|moveTo|moveFrom)\b/.test(xml);

/** Ids of the styles whose text is hidden. */
export function hiddenStyles(xml: string, name: string): Set<string> {
  if (!xml.includes('<w:vanish')) return new Set();
  const styles = findAll(parseXml(xml, name), (element) => element.name === 'w:style');
  return new Set(
    styles.flatMap((style) => {
      const properties = child(style, 'w:rPr');
      const vanish = properties && child(properties, 'w:vanish');
      const id = style.attributes['w:styleId'];
      return isOn(vanish) && id != null ? [id] : [];
    }),
  );
}

/**
 * A part of a Word file as its readers see it: runs of hidden text taken out, and tracked moves
 * carried out (WordprocessingML, ECMA-376 part 1, 17.3.2.41 and 17.13.5).
 */
export function cleanPart(
  xml: string,
  styles: ReadonlySet<string>,
  name: string,
): { xml: string; hidden: boolean } {
  const root = parseXml(xml, name);
  let hidden = false;
  const visit = (node: Element): Element[] => {
    if (node.name === 'w:moveFrom') return [];
    if (node.name === 'w:r' && hides(child(node, 'w:rPr'), styles)) {
      hidden ||= findAll(node, (inner) => inner.name === 'w:t').some(
        (text) => text.children.length > 0,
      );
      return [];
    }
    node.children = node.children.flatMap((inner): ElementContent[] =>
      inner.type === 'element' ? visit(inner) : [inner],
    );
    return node.name === 'w:moveTo' ? elementsOf(node) : [node];
  };
  elementsOf(root).forEach(visit);
  return { xml: toXml(root), hidden };
}

/** The paragraphs of a header or footer as plain text; fields such as the page number left out. */
export function partParagraphs(xml: string, name: string): string[] {
  const paragraphs = findAll(parseXml(xml, name), (element) => element.name === 'w:p');
  return paragraphs.map((paragraph) => runText(paragraph).replace(/\s+/g, ' ').trim());
}

function runText(paragraph: Element): string {
  let field = 0;
  let text = '';
  const visit = (node: Element): void => {
    const kind = node.attributes['w:fldCharType'];
    if (kind === 'begin') field += 1;
    else if (kind === 'end') field -= 1;
    if (node.name === 'w:fldSimple' || node.name === 'w:del' || node.name === 'mc:Fallback') return;
    if (node.name === 'w:tab' || node.name === 'w:br') text += ' ';
    if (node.name === 'w:t' && field === 0)
      for (const inner of node.children) if (inner.type === 'text') text += inner.value;
    elementsOf(node).forEach(visit);
  };
  elementsOf(paragraph).forEach(visit);
  return text;
}
