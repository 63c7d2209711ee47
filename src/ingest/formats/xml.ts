import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { refuseDamaged } from './refusals.ts';

/**
 * Parses an XML part of a document.
 * @throws {ImportError} when it is not well formed.
 */
export function parseXml(xml: string, name: string): Root {
  try {
    return fromXml(xml);
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
}

/** The elements among an element's children. */
export function elementsOf(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child] : []));
}

/** All elements below a node that a test takes, in document order; those inside one taken, too. */
export function findAll(node: Root | Element, test: (element: Element) => boolean): Element[] {
  return elementsOf(node).flatMap((child) => [
    ...(test(child) ? [child] : []),
    ...findAll(child, test),
  ]);
}

/** The first element of a name below a node. */
export function findFirst(node: Root | Element, name: string): Element | null {
  for (const child of elementsOf(node)) {
    const found = child.name === name ? child : findFirst(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** Writes a tree back as XML. */
export function toXml(node: Root | Element): string {
  const inner = node.children
    .map((child) => {
      if (child.type === 'element') return toXml(child);
      if (child.type === 'text' || child.type === 'cdata') return escape(child.value);
      return '';
    })
    .join('');
  if (node.type === 'root') return `<?xml version="1.0" encoding="UTF-8"?>${inner}`;
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escape(value ?? '').replaceAll('"', '&quot;')}"`)
    .join('');
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
