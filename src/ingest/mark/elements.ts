import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** Attributes of a component; `null` ones are left out. */
export type Attributes = Record<string, string | number | null>;

/** A block component around blocks. */
export function element(
  name: string,
  attributes: Attributes,
  children: RootContent[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: toAttributes(attributes),
    children: children as BlockContent[],
  };
}

/** An inline component around text. */
export function inline(
  name: string,
  children: PhrasingContent[],
  attributes: Attributes = {},
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: toAttributes(attributes), children };
}

function toAttributes(attributes: Attributes): MdxJsxAttribute[] {
  return Object.entries(attributes).flatMap(([name, value]): MdxJsxAttribute[] => {
    if (value === null) return [];
    if (typeof value === 'string') return [{ type: 'mdxJsxAttribute', name, value }];
    const expression = { type: 'mdxJsxAttributeValueExpression' as const, value: String(value) };
    return [{ type: 'mdxJsxAttribute', name, value: expression }];
  });
}
