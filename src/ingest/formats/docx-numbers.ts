import type { Element as HastElement, Root as HastRoot } from 'hast';
import type { Element, Root } from 'xast';
import { elementsOf, findAll, parseXml } from './xml.ts';

/** The levels of one list as Word counts it: where each starts; bullets are not in it. */
interface Numbering {
  /** What its counters are shared by. */
  key: string;
  starts: ReadonlyMap<number, number>;
  /** Whether its first use begins anew. */
  restarts: boolean;
}

/** Lists by their `w:numId`. */
export type Numberings = ReadonlyMap<string, Numbering>;

const NAME = 'cdp-number-';

const valueOf = (element: Element | undefined, name: string): string | undefined =>
  elementsOf(element ?? { type: 'element', name: '', attributes: {}, children: [] }).find(
    (child) => child.name === name,
  )?.attributes['w:val'] ?? undefined;

/** The counting lists of a Word file's `numbering.xml` (ECMA-376 part 1, 17.9). */
export function readNumberings(xml: string | null, name: string): Numberings {
  if (xml === null) return new Map();
  const root = parseXml(xml, name);
  const abstract = new Map(
    findAll(root, (element) => element.name === 'w:abstractNum').map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      startsOf(element),
    ]),
  );
  const numbers = findAll(root, (element) => element.name === 'w:num');
  return new Map(
    numbers.map((element): [string, Numbering] => {
      const key = valueOf(element, 'w:abstractNumId') ?? '';
      const overrides = elementsOf(element).flatMap((override): [number, number][] => {
        const start = valueOf(override, 'w:startOverride');
        return start === undefined
          ? []
          : [[Number(override.attributes['w:ilvl'] ?? 0), Number(start)]];
      });
      const starts = new Map([...(abstract.get(key) ?? []), ...overrides]);
      const id = element.attributes['w:numId'] ?? '';
      return [id, { key, starts, restarts: overrides.length > 0 }];
    }),
  );
}

function startsOf(abstract: Element): Map<number, number> {
  const levels = elementsOf(abstract).filter((child) => child.name === 'w:lvl');
  return new Map(
    levels.flatMap((level): [number, number][] =>
      valueOf(level, 'w:numFmt') === 'bullet'
        ? []
        : [[Number(level.attributes['w:ilvl'] ?? 0), Number(valueOf(level, 'w:start') ?? 1)]],
    ),
  );
}

/** Writes its number into each paragraph that Word counts, as a bookmark that mammoth keeps. */
export function markNumbers(root: Root, numberings: Numberings): void {
  const counters = new Map<string, Map<number, number>>();
  const used = new Set<string>();
  for (const paragraph of findAll(root, (element) => element.name === 'w:p')) {
    const properties = elementsOf(paragraph).find((child) => child.name === 'w:pPr');
    const list = properties && elementsOf(properties).find((child) => child.name === 'w:numPr');
    const id = valueOf(list, 'w:numId') ?? '';
    const numbering = numberings.get(id);
    const level = Number(valueOf(list, 'w:ilvl') ?? 0);
    const start = numbering?.starts.get(level);
    if (numbering === undefined || start === undefined) continue;
    const counts = counters.get(numbering.key) ?? new Map<number, number>();
    counters.set(numbering.key, counts);
    if (numbering.restarts && !used.has(id)) counts.delete(level);
    used.add(id);
    const number = (counts.get(level) ?? start - 1) + 1;
    counts.set(level, number);
    for (const deeper of counts.keys()) if (deeper > level) counts.delete(deeper);
    const at = properties === undefined ? 0 : paragraph.children.indexOf(properties) + 1;
    paragraph.children.splice(at, 0, {
      type: 'element',
      name: 'w:bookmarkStart',
      attributes: { 'w:id': '0', 'w:name': `${NAME}${String(number)}` },
      children: [],
    });
  }
}

/** Takes the numbers out of mammoth's page again: each list starts where Word's does. */
export function takeNumbers(tree: HastRoot): void {
  const visit = (node: HastRoot | HastElement): void => {
    const numbers = new Map<HastElement, number>();
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      visit(child);
      const number = child.tagName === 'li' ? takeNumber(child) : null;
      if (number !== null) numbers.set(child, number);
    }
    if (node.type === 'element' && node.tagName === 'ol') {
      const first = [...numbers.values()][0];
      if (first !== undefined) node.properties['start'] = first;
    }
  };
  visit(tree);
  dropMarks(tree);
}

const isMark = (node: HastElement): boolean => {
  const { id } = node.properties;
  return node.tagName === 'a' && typeof id === 'string' && id.startsWith(NAME);
};

/** The number in an item's own text, lists within it left alone. */
function takeNumber(item: HastElement): number | null {
  for (const child of item.children) {
    if (child.type !== 'element' || /^[ou]l$/.test(child.tagName)) continue;
    if (isMark(child)) return Number(String(child.properties['id']).slice(NAME.length));
    const inner = takeNumber(child);
    if (inner !== null) return inner;
  }
  return null;
}

function dropMarks(node: HastRoot | HastElement): void {
  node.children = node.children.filter((child) => child.type !== 'element' || !isMark(child));
  for (const child of node.children) if (child.type === 'element') dropMarks(child);
}
