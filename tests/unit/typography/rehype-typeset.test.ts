import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { rehypeTypeset } from '../../../src/typography/rehype-typeset.ts';

const element = (tagName: string, value: string): Root['children'][number] => ({
  type: 'element',
  tagName,
  properties: { title: "l'attribut ?" },
  children: [{ type: 'text', value }],
});

describe('rehypeTypeset', () => {
  it('sets text, also where the space before a sign follows an element', () => {
    const tree: Root = {
      type: 'root',
      children: [element('strong', "L'été"), { type: 'text', value: ' : oui ?' }],
    };
    rehypeTypeset()(tree);
    expect(tree.children).toMatchObject([
      { children: [{ value: 'L’été' }], properties: { title: "l'attribut ?" } },
      { value: '\u00a0: oui\u202f?' },
    ]);
  });
  it('leaves code as typed', () => {
    const tree: Root = {
      type: 'root',
      children: [element('code', "l'a ?"), element('pre', 'b !')],
    };
    const before = structuredClone(tree);
    rehypeTypeset()(tree);
    expect(tree).toEqual(before);
  });
});
