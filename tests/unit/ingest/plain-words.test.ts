import type { Nodes, Root } from 'mdast';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/ingest/plain-words.ts';
import { checkNode } from '../../../src/minutes/components.ts';

const parser = remark().use(remarkGfm).use(remarkMdx);

/** What a body holds once it is parsed, told apart from the importer's own reading. */
function parsedWords(body: string): string[] {
  const tree: Root = parser.parse(body);
  const lines: string[] = [];
  const inline = (node: Nodes): string => {
    if (node.type === 'break') return '\n';
    if (node.type === 'mdxJsxTextElement' && node.name === 'Picture') return ` ${altOf(node)} `;
    return 'children' in node
      ? node.children.map(inline).join('')
      : 'value' in node
        ? node.value
        : '';
  };
  const visit = (node: Nodes): void => {
    if (node.type !== 'root') checkNode(node, 'a body', 1);
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Picture') lines.push(altOf(node));
    if (/^(?:paragraph|heading|tableCell|code)$/.test(node.type)) lines.push(inline(node));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return wordsIn(lines.join('\n'));
}

const altOf = (node: Nodes): string => {
  const found = 'attributes' in node ? node.attributes : [];
  const alt = found.find((item) => item.type === 'mdxJsxAttribute' && item.name === 'alt');
  return typeof alt?.value === 'string' ? alt.value : '';
};

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u200b-\u200f\u00ad\u2060\ufeff]/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function lost(kept: readonly string[], all: readonly string[]): string[] {
  const left = [...all];
  return kept.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What a writer gone wrong, or an author bent on it, could set side by side. */
const PIECES = [
  ...['a', 'été', 'B12', 'e\u0301', 'mot', ' ', ' ', ' ', '\n', '\n', '\n\n', '\n\n', '  ', '    '],
  ...['*', '**', '***', '_', '__', '~', '~~', '`', '```', '\\', '\\*', '\\_', '\\[', '\\<', '\\{'],
  ...[
    '[',
    ']',
    '](https://a.fr/x)',
    '](javascript:a)',
    '](<x y>)',
    '](a',
    ')',
    '![',
    '[^1]',
    '[x] ',
  ],
  ...[']: https://a.fr', '[^1]: ', '{', '}', '{a}', '&#x20;', '&amp;', '&', '<', '>', '> ', '\n> '],
  ...['- ', '\n- ', '\n  - ', '1. ', '\n12. ', '# ', '\n## ', '---', '===', '\n---\n', '\n===\n'],
  ...[
    '| ',
    ' | ',
    '\n| - | - |\n',
    '- | -',
    ':-:',
    '\n|-|\n',
    'import ',
    'export ',
    '\nimport a\n',
  ],
  ...['<Label>', '</Label>', '<Evidence of="fte">', '</Evidence>', '<Redacted kind="password" />'],
  ...['\n<Preamble>\n', '\n</Preamble>\n', '\n<SiteNews site="uzes" inclusions={54}>\n'],
  ...[
    '\n  <Answer>\n',
    '\n  </Answer>\n',
    '\n</SiteNews>\n',
    '<Answer>',
    '</Answer>',
    '<b>',
    '</b>',
  ],
  ...['<Picture file="image-1.png" alt="un plan" />', '<!-- x -->', 'https://a.fr/b_c', 'www.a.fr'],
  ...['x@a.fr', '\u200b', '\u00ad', '\t', '!', '.', ':', '«', '»', '’', 'l’', '\\\n', '<Label />'],
] as const;

const jumble = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''));
/** Sound structure with a jumble in it: most of these are read as plain. */
const framed = fc
  .record({
    line: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }),
    before: fc.constantFrom('', 'Un mot\n', '- un point\n', '| a | b |\n| - | - |\n', '**un '),
    frame: fc.constantFrom(
      (text: string) => `<Preamble>\n  ${text}\n</Preamble>\n`,
      (text: string) =>
        `<SiteNews site="uzes">\n  <Label>Uzès :</Label> ${text}\n\n  Fin\n</SiteNews>\n`,
      (text: string) => `- <Evidence of="fte">${text}</Evidence> fin\n- autre\n`,
      (text: string) => `**<Label>${text}</Label> mot** fin**\n`,
      (text: string) => `[a <Label>${text}</Label> b](https://a.fr) c\n`,
      (text: string) => `${text}\n\n<Question status="open">\n  - ${text}\n</Question>\n`,
    ),
  })
  .map(({ line, before, frame }) => before + frame(line.join('')));

const RUNS = Number(process.env['PLAIN_RUNS'] ?? 3000);

describe('the words of a plain body', () => {
  it('are there, and nothing runs, wherever no parser was asked', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(jumble, framed), (body) => {
        const found = plainWords(body);
        if (found === null) return;
        plain += 1;
        expect(lost(found, parsedWords(body))).toEqual([]);
      }),
      { numRuns: RUNS, ...(process.env['PLAIN_RUNS'] === undefined && { seed: 20_261_122 }) },
    );
    expect(plain).toBeGreaterThan(RUNS / 20);
  });

  it.each([
    '{a}',
    'import a from "b"',
    '<b>a</b>',
    '<Label>a',
    '<Label of="x">a</Label>',
    '<Evidence of="other">a</Evidence>',
    '![a](https://a.fr)',
    '[a](javascript:b)',
    '[a]: https://a.fr',
    'a[^1]',
    '`a`',
    '> a',
    'a&amp;b',
    '**a <Label>b** c</Label>',
    '<Preamble>\n- a\n',
    'ab**c**',
    'a\u200bb',
  ])('are not told of %j', (body) => {
    expect(plainWords(body)).toBeNull();
  });

  it('are told of what the importer writes', () => {
    const body =
      '<Preamble>\n  **Étaient présents :**\\\n  A, B (Uzès)\n\n  1. un\n  2. deux\n</Preamble>\n\n## Vos actualités\n\n' +
      '<SiteNews site="uzes" inclusions={54}>\n  <Label>**Uzès :**</Label> <Evidence of="inclusions">54 inclusions</Evidence>, voir [ici](https://a.fr/b).\n</SiteNews>\n';
    expect(plainWords(body)).toEqual(
      'etaient presents a b uzes un deux vos actualites uzes 54 inclusions voir ici'.split(' '),
    );
  });
});
