import fc from 'fast-check';
import { corpusDocuments } from './corpus.ts';
import { type Document, mapLines } from './document.ts';
import { generatedDocument } from './generate.ts';
import { mutate, type MutationName, MUTATIONS } from './mutate.ts';
import { type Format, FORMATS, render } from './render/index.ts';

/** One file to import, and what it was written from. */
export interface ImportCase {
  document: Document;
  format: Format;
  mutations: readonly MutationName[];
  file: { name: string; bytes: Uint8Array };
}

/** What a transport or a careless hand does to a file. */
export const DAMAGES = ['cut', 'flipped', 'renamed', 'stuffed'] as const;
export interface DamagedCase {
  format: Format;
  damage: (typeof DAMAGES)[number];
  file: { name: string; bytes: Uint8Array };
}

const corpus = corpusDocuments();
/** A CR of the corpus, or a part of one: what a counterexample shrinks to. */
const corpusDocument = fc
  .tuple(fc.nat(corpus.length - 1), fc.nat(200), fc.integer({ min: 1, max: 200 }))
  .map(([index, from, count]): Document => {
    const blocks = corpus[index]?.blocks ?? [];
    const first = from % Math.max(blocks.length, 1);
    return { blocks: blocks.slice(first, first + count) };
  });
const anyDocument = fc.oneof(
  { weight: 3, arbitrary: generatedDocument },
  { weight: 1, arbitrary: corpusDocument },
);
const someMutations = fc.subarray(Object.keys(MUTATIONS) as MutationName[], { maxLength: 4 });

/** Whether a document says anything once it is written in a format. */
const says = ({ blocks }: Document): boolean => /[\p{L}\p{N}]/u.test(JSON.stringify(blocks));

/** What a format cannot say is left out: our PDF has no directions, no marks beyond the plane. */
function sayable(document: Document, format: Format): Document {
  if (format !== 'pdf') return document;
  return mapLines(document, (line) =>
    line.map((each) => ({
      ...each,
      text: each.text.replace(
        /[^\p{Script=Latin}\p{Script=Common}\u0300-\u036f]|[\u{10000}-\u{10ffff}\p{Cf}]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/gu,
        '',
      ),
    })),
  );
}

/** Sound CRs in a format, as their authors and programs may write them. */
export const soundCase = (formats: readonly [Format, ...Format[]]): fc.Arbitrary<ImportCase> =>
  fc
    .record({
      document: anyDocument,
      mutations: someMutations,
      seed: fc.nat(),
      format: fc.constantFrom(...formats),
    })
    .map(({ document, mutations, seed, format }) => {
      const mutated = sayable(mutate(document, mutations, seed), format);
      return { document: mutated, format, mutations, file: render(mutated, format) };
    })
    .filter(({ document }) => says(document));

/** Files that were sound CRs once. */
export const damagedCase = (
  formats: readonly [Format, ...Format[]],
  damages: readonly DamagedCase['damage'][] = DAMAGES,
): fc.Arbitrary<DamagedCase> =>
  fc
    .record({
      document: anyDocument,
      format: fc.constantFrom(...formats),
      damage: fc.constantFrom(...damages),
      places: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      other: fc.constantFrom(...FORMATS),
    })
    .map(({ document, format, damage, places, other }) => {
      const { name, bytes } = render(document, format);
      if (damage === 'renamed') return { format, damage, file: { name: `cr.${other}`, bytes } };
      return { format, damage, file: { name, bytes: damaged(bytes, damage, places) } };
    });

function damaged(
  bytes: Uint8Array,
  damage: 'cut' | 'flipped' | 'stuffed',
  places: readonly number[],
): Uint8Array {
  const at = (places[0] ?? 0) % (bytes.length + 1);
  if (damage === 'cut') return bytes.slice(0, at);
  if (damage === 'stuffed') {
    const noise = Uint8Array.from(places, (place) => place % 256);
    return Uint8Array.from([...bytes.subarray(0, at), ...noise, ...bytes.subarray(at)]);
  }
  const copy = bytes.slice();
  for (const place of places) {
    const index = place % copy.length;
    copy[index] = (copy[index] ?? 0) ^ (1 << (place % 8));
  }
  return copy;
}
