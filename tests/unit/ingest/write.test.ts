import type { PhrasingContent, Root } from 'mdast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBody } from '../../../src/ingest/write.ts';
import { parseMdx, plainText } from '../../../src/minutes/mdast.ts';

type Style = 'text' | 'strong' | 'emphasis';
type Run = readonly [Style, string];

const styled = ([style, value]: Run): PhrasingContent =>
  style === 'text' ? { type: 'text', value } : { type: style, children: [{ type: 'text', value }] };

const paragraphOf = (runs: readonly Run[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: runs.map(styled) }],
});

/** What a reader of the written body sees. */
const seen = (runs: readonly Run[]): string => plainText(parseMdx(writeBody(paragraphOf(runs))));

describe('addresses in the text of a body', () => {
  it.each<Run[]>([
    [
      ['strong', 'HTTPS://FORMS.EXAMPL'],
      ['text', 'E.ORG/WEBINAIRE'],
    ],
    [
      ['strong', 'https://forms.exampl'],
      ['text', 'e.org/webinaire'],
    ],
    [
      ['text', 'Http://exemple.fr'],
      ['emphasis', '/page'],
    ],
    [
      ['text', 'voir www.'],
      ['strong', 'exemple.fr'],
    ],
    [['text', 'voir www.<exemple.fr>']],
    [
      ['strong', 'Nadège'],
      ['emphasis', '@exemple.fr'],
      ['text', 'suite'],
    ],
  ])('leaves emphasis that begins or ends in one alone: %j …', (...runs) => {
    expect(seen(runs)).toBe(runs.map(([, value]) => value).join(''));
  });

  it('reads back as it was, wherever emphasis cuts it', () => {
    const pieces =
      'HTTPS:// https:// Http:// www. WWW. FORMS.EXAMPLE .org @ m@e.org mailto: /x ?s=1 & ( ) < > é - _ * . : ! 12';
    const run = fc.tuple(
      fc.constantFrom<Style>('text', 'strong', 'emphasis'),
      fc
        .array(fc.constantFrom(...pieces.split(' ')), { minLength: 1, maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    const runs = fc
      .array(run, { minLength: 1, maxLength: 4 })
      .filter((all) => all.every(([style], index) => style !== all[index - 1]?.[0]));
    fc.assert(
      fc.property(runs, (all) => {
        expect(seen(all)).toBe(all.map(([, value]) => value).join(''));
      }),
      { numRuns: 500 },
    );
  });
});
