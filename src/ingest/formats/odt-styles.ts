import type { Element, Root } from 'xast';
import { elementsOf, findAll } from './xml.ts';

/** What a style says of its text; `null` where it says nothing and its parent's word holds. */
export interface TextStyle {
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  hidden: boolean | null;
  /** Level of a heading style, "Title" being 1. */
  heading: number | null;
}

const PLAIN: TextStyle = {
  bold: null,
  italic: null,
  underline: null,
  hidden: null,
  heading: null,
};

/**
 * The styles of an OpenDocument text by their names, parents resolved (OpenDocument 1.3, part 3,
 * 16.2). Marks are read from automatic styles and from styles of characters ("Strong Emphasis"): the
 * bold of a heading style is no emphasis.
 */
export function readStyles(content: Root, styles: Root | null): (name: string) => TextStyle {
  const automatic = namedStyles(content, 'office:automatic-styles');
  const common =
    styles === null ? new Map<string, Element>() : namedStyles(styles, 'office:styles');
  const known = new Map<string, TextStyle>();
  const resolve = (name: string, depth: number): TextStyle => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const element = automatic.get(name) ?? common.get(name);
    if (element === undefined || depth > 12) return { ...PLAIN, heading: headingOf(name, null) };
    const parentName = element.attributes['style:parent-style-name'] ?? '';
    const parent = parentName === '' ? PLAIN : resolve(parentName, depth + 1);
    const isOfText = element.attributes['style:family'] === 'text';
    const own =
      automatic.has(name) || isOfText
        ? marksOf(element)
        : { ...PLAIN, hidden: marksOf(element).hidden };
    const style: TextStyle = {
      bold: own.bold ?? parent.bold,
      italic: own.italic ?? parent.italic,
      underline: own.underline ?? parent.underline,
      hidden: own.hidden ?? parent.hidden,
      heading: headingOf(name, element) ?? parent.heading,
    };
    known.set(name, style);
    return style;
  };
  return (name) => resolve(name, 0);
}

function namedStyles(root: Root, group: string): Map<string, Element> {
  const groups = findAll(root, (element) => element.name === group);
  return new Map(
    groups
      .flatMap((element) => elementsOf(element))
      .map((style) => [style.attributes['style:name'] ?? '', style]),
  );
}

function marksOf(style: Element): TextStyle {
  const text = elementsOf(style).find((child) => child.name === 'style:text-properties');
  const value = (name: string): string | null => text?.attributes[name] ?? null;
  const weight = value('fo:font-weight');
  const slant = value('fo:font-style');
  const line = value('style:text-underline-style');
  const display = value('text:display');
  return {
    bold: weight === null ? null : weight === 'bold' || Number(weight) >= 600,
    italic: slant === null ? null : slant !== 'normal',
    underline: line === null ? null : line !== 'none',
    hidden: display === null ? null : display === 'none',
    heading: null,
  };
}

/** Writer's own names, whatever the language of its window: "Heading_20_1", "Title". */
function headingOf(name: string, element: Element | null): number | null {
  const shown = element?.attributes['style:display-name'] ?? name.replaceAll('_20_', ' ');
  const level = /^(?:heading|titre) ?([1-6])$/i.exec(shown)?.[1];
  if (level !== undefined) return Number(level);
  return /^(?:title|titre|titre principal)$/i.test(shown) ? 1 : null;
}
