import type { Element } from 'xast';
import { words } from '../../minutes/text.ts';
import { partText } from './package.ts';
import { elementsOf, findAll, parseXml } from './xml.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Where a Word file keeps its text: mostly `word/document.xml`, but its relationships say so. */
export function mainPart(parts: Parts, name: string): string {
  const xml = partText(parts, '_rels/.rels');
  const target =
    xml === null
      ? undefined
      : findAll(parseXml(xml, name), (element) =>
          (element.attributes['Type'] ?? '').endsWith('/officeDocument'),
        )[0]?.attributes['Target'];
  const path = target?.replace(/^\.?\//, '');
  return path !== undefined && parts.has(path) ? path : 'word/document.xml';
}

/** Lines of headers and footers that say a word the body does not; each once. */
export function marginTexts(parts: Parts, name: string, body: string): string[] {
  const known = new Set(words(body));
  const found = new Set<string>();
  for (const path of [...parts.keys()].sort()) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(path)) continue;
    for (const line of partParagraphs(partText(parts, path) ?? '', name)) {
      const isNew = words(line).some((word) => /\p{L}{2}/u.test(word) && !known.has(word));
      if (isNew && !/^page\s*(?:\/|sur)?\s*$/i.test(line)) found.add(line);
    }
  }
  return [...found];
}

/** The paragraphs of a header or footer as plain text; fields such as the page number left out. */
function partParagraphs(xml: string, name: string): string[] {
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
    if (/^(?:w:fldSimple|w:del|mc:Fallback|w:txbxContent|w:moveFrom)$/.test(node.name)) return;
    if (node.name === 'w:r' && elementsOf(node).some(isVanish)) return;
    if (/^w:(?:tab|ptab|br|cr)$/.test(node.name)) text += ' ';
    if (node.name === 'w:noBreakHyphen') text += '\u2011';
    if (node.name === 'w:t' && field === 0)
      for (const inner of node.children) if (inner.type === 'text') text += inner.value;
    elementsOf(node).forEach(visit);
  };
  elementsOf(paragraph).forEach(visit);
  return text;
}

const isVanish = (element: Element): boolean =>
  element.name === 'w:rPr' &&
  elementsOf(element).some(
    (inner) =>
      inner.name === 'w:vanish' && !/^(?:0|false|off)$/.test(inner.attributes['w:val'] ?? ''),
  );
