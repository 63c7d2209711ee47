import { describe, expect, it } from 'vitest';
import {
  remarkGlossary,
  type RenderedTerms,
} from '../../../src/components/minutes/remark-glossary.ts';
import { glossaryOf } from '../../../src/minutes/glossary.ts';
import { attribute, isComponent, parseMdx, walk } from '../../../src/minutes/mdast.ts';

const glossary = glossaryOf([
  { term: 'ABC', meaning: 'alphabet bien connu' },
  { term: 'XYZ', note: 'La fin de l’alphabet.' },
  { term: 'MUET' },
]);

function run(body: string) {
  const tree = parseMdx(body);
  const file = { data: { astro: { frontmatter: {} } } };
  remarkGlossary({ glossary: () => glossary })(tree, file);
  const found = [...walk(tree)].filter((node) => isComponent(node, 'Term'));
  const { terms } = file.data.astro.frontmatter as RenderedTerms;
  return { tree, found, terms: terms.map(({ term }) => term) };
}

describe('remarkGlossary', () => {
  it('marks the first use of each term that is explained', () => {
    const { found, terms } = run('Un ABC, un XYZ.\n\nEncore ABC, MUET.\n');
    expect(found.map((term) => attribute(term, 'anchor'))).toEqual(['abc', 'xyz']);
    expect(found[0] && attribute(found[0], 'meaning')).toBe('alphabet bien connu');
    expect(found[1] && attribute(found[1], 'note')).toBe('La fin de l’alphabet.');
    expect(terms).toEqual(['ABC', 'XYZ']);
  });

  it('keeps what touches a term with it, and every word', () => {
    const { tree, found } = run('L’un (ABC), l’XYZ et 2 ABC.\n');
    const [abc, xyz] = found;
    expect(abc && [attribute(abc, 'lead'), attribute(abc, 'trail')]).toEqual(['(', '),']);
    expect(xyz && attribute(xyz, 'lead')).toBe('l’');
    const text = [...walk(tree)].map((node) => {
      if (isComponent(node, 'Term')) return attribute(node, 'lead') ?? '';
      return node.type === 'text' ? node.value : '';
    });
    expect(text.join('').replaceAll('\u00a0', ' ')).toBe('L’un (ABC l’XYZ et 2 ABC.');
  });

  it.each([
    ['a link', '[ABC](https://example.org)'],
    ['a heading', '## ABC'],
    ['code', '`ABC`'],
    ['a label', 'Ici <Label>ABC :</Label> rien'],
    ['the folded head', '<Preamble>\n  ABC\n</Preamble>'],
    ['the folded foot', '<Boilerplate>\n  ABC\n</Boilerplate>'],
    ['another word', 'ABCD ou abc'],
  ])('marks nothing in %s, and the next use instead', (_, body) => {
    const { found } = run(`${body}\n\nEnfin ABC.\n`);
    expect(found).toHaveLength(1);
    expect(run(`${body}\n`).found).toEqual([]);
  });

  it('marks within emphasis, lists, evidence and answers', () => {
    const { found } = run(
      '- **ABC**\n\n<Answer>\n  <Evidence of="fte">1,8 XYZ</Evidence>\n</Answer>\n',
    );
    expect(found).toHaveLength(2);
  });
});
