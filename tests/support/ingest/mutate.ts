import { type Block, type Document, type Line, lineText, mapLines, type Run } from './document.ts';
import { type Random, seeded } from './random.ts';

/** What writers, word processors and transports do to a text without changing what it says. */
type Mutation = (document: Document, random: Random) => Document;

const mapRuns = (document: Document, change: (text: string, each: Run) => string): Document =>
  mapLines(document, (line) => line.map((each) => ({ ...each, text: change(each.text, each) })));

const insideWords =
  (share: number, marks: readonly [string, ...string[]]): Mutation =>
  (document, random) =>
    mapRuns(document, (text) =>
      text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random.chance(share) ? random.pick(marks) : '')),
    );

const LIGATURES: Record<string, string> = { fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' };

const outside =
  (change: (block: Block, random: Random) => Block[]): Mutation =>
  (document, random) => ({ blocks: document.blocks.flatMap((block) => change(block, random)) });

/** Cuts runs at random places: what editing a document does to it. */
const cutRuns: Mutation = (document, random) =>
  mapLines(document, (line) =>
    line.flatMap((each): Run[] => {
      const letters = Array.from(each.text.matchAll(/./gsu), ([letter]) => letter);
      if (letters.length < 2 || random.chance(0.5)) return [each];
      const at = 1 + random.below(letters.length - 1);
      return [
        { ...each, text: letters.slice(0, at).join('') },
        { ...each, text: letters.slice(at).join('') },
      ];
    }),
  );

const isPlain = (line: Line): boolean => line.every((each) => each.secret !== true);

export const MUTATIONS = {
  spaces: (document, random) =>
    mapRuns(document, (text, each) =>
      each.secret === true
        ? text
        : text.replace(/ /g, () => random.pick([' ', ' ', '\u00a0', '\u202f', '\u2009', '  '])),
    ),
  tabs: (document, random) =>
    mapRuns(document, (text, each) =>
      each.secret === true ? text : text.replace(/ /g, () => (random.chance(0.1) ? '\t' : ' ')),
    ),
  decomposed: (document) => mapRuns(document, (text) => text.normalize('NFD')),
  composed: (document) => mapRuns(document, (text) => text.normalize('NFC')),
  ligatures: (document) =>
    mapRuns(document, (text, each) =>
      each.href === undefined && each.secret !== true
        ? text.replace(/ff|fi|fl/g, (letters) => LIGATURES[letters] ?? letters)
        : text,
    ),
  softHyphens: insideWords(0.1, ['\u00ad']),
  unseen: insideWords(0.1, ['\u200b', '\u200c', '\u2060', '\ufeff']),
  direction: insideWords(0.1, ['\u200e', '\u200f']),
  cutRuns,
  bold: (document, random) => {
    const cut = cutRuns(document, random);
    return mapLines(cut, (line) => line.map((each) => ({ ...each, bold: random.chance(0.3) })));
  },
  plain: (document) =>
    mapLines(document, (line) =>
      line.map(({ text, href, secret }) => ({
        text,
        ...(href !== undefined && { href }),
        ...(secret === true && { secret }),
      })),
    ),
  headingsAsBold: outside((block) =>
    block.kind === 'heading'
      ? [{ kind: 'paragraph', line: block.line.map((each) => ({ ...each, bold: true })) }]
      : [block],
  ),
  boldAsHeadings: outside((block) =>
    block.kind === 'paragraph' && block.line.length === 1 && block.line[0]?.bold === true
      ? [{ kind: 'heading', level: 2, line: block.line }]
      : [block],
  ),
  listsAsParagraphs: outside((block) =>
    block.kind === 'list'
      ? block.items.map((line): Block => ({ kind: 'paragraph', line }))
      : [block],
  ),
  paragraphsAsLists: outside((block, random) =>
    block.kind === 'paragraph' && random.chance(0.3) && isPlain(block.line)
      ? [{ kind: 'list', ordered: random.chance(0.3), items: [block.line] }]
      : [block],
  ),
  capitals: outside((block, random) =>
    block.kind === 'heading' && random.chance(0.5)
      ? [{ ...block, line: block.line.map((each) => ({ ...each, text: each.text.toUpperCase() })) }]
      : [block],
  ),
  shuffled: (document, random) => {
    const [head, ...rest] = sectionsOf(document);
    const moved = rest.map((section) => ({ section, key: random.below(1e9) }));
    moved.sort((a, b) => a.key - b.key);
    return { blocks: [...(head ?? []), ...moved.flatMap(({ section }) => section)] };
  },
  repeated: (document, random) => {
    const at = random.below(Math.max(document.blocks.length, 1));
    const { blocks } = document;
    return { blocks: [...blocks.slice(0, at + 1), ...blocks.slice(at)] };
  },
} as const satisfies Record<string, Mutation>;

export type MutationName = keyof typeof MUTATIONS;

/** The document's parts: each begins with a heading. */
function sectionsOf(document: Document): Block[][] {
  const sections: Block[][] = [[]];
  for (const block of document.blocks) {
    if (block.kind === 'heading') sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections;
}

/** Applies mutations one after the other; `seed` decides where. */
export function mutate(document: Document, names: readonly MutationName[], seed: number): Document {
  const random = seeded(seed);
  const mutated = names.reduce((before, name) => MUTATIONS[name](before, random), document);
  // A line that lost its words would be none of the document's.
  return mapLines(mutated, (line) => (lineText(line).trim() === '' ? [] : line));
}
