import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { isComponent, walk } from '../../minutes/mdast.ts';
import { type Secret, secretSpans } from '../redact.ts';
import type { Picture } from './arrange.ts';

/** Empties, in place, the descriptions of pictures that tell a secret; a person writes them anew. */
export function redactAlts(
  root: Root,
  pictures: readonly Picture[],
  secrets: readonly Secret[],
): void {
  const tells = (alt: string): boolean => secretSpans(alt, secrets).length > 0;
  for (const node of walk(root)) {
    if (!isComponent(node, 'Picture')) continue;
    for (const item of node.attributes) {
      const { value } = item;
      if (item.type === 'mdxJsxAttribute' && typeof value === 'string' && tells(value))
        item.value = '';
    }
  }
  for (const picture of pictures) if (tells(picture.alt)) picture.alt = '';
}
