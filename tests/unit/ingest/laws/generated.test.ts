import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../../src/ingest/import.ts';
import { soundCase } from '../../../support/ingest/cases.ts';
import { paragraph, run } from '../../../support/ingest/document.ts';
import { breaches, tells } from '../../../support/ingest/laws.ts';
import { FORMATS, render } from '../../../support/ingest/render/index.ts';
import { missingWords, visibleWords, wordsOf } from '../../../support/ingest/words.ts';
import { SEED, settings } from './settings.ts';

const RUNS = 5;

describe.each(FORMATS)('generated and mutated CRs as %s', (format) => {
  it('keep every word, run nothing, tell no secret', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(soundCase([format]), async ({ file, document }) => {
        expect(await breaches(file, document, settings)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('give the same file twice', async () => {
    const [made] = fc.sample(soundCase([format]), { seed: SEED, numRuns: 1 });
    if (made === undefined) throw new Error('No case was generated.');
    const once = await importMinutes(made.file, settings);
    const again = await importMinutes(made.file, {
      ...settings,
      importedAt: '2027-02-02T02:02:02Z',
    });
    expect(again.mdx.replace('2027-02-02T02:02:02Z', settings.importedAt)).toBe(once.mdx);
  });
});

describe('what these tests look with', () => {
  const document = {
    blocks: [paragraph(run('L’œuvre e\u0301te\u0301 : '), run('clé9', { secret: true }))],
  };

  it('counts words in any Unicode form, as often as they are said', () => {
    expect(visibleWords(document)).toEqual(['l', 'oeuvre', 'ete']);
    expect(wordsOf('ﬁn de\u200b la con\u00advention')).toEqual(['fin', 'de', 'la', 'convention']);
    expect(missingWords(['a', 'b', 'a'], ['a', 'b'])).toEqual(['a']);
  });

  it.each(['clé9', 'CLE9', 'cle\u03019', 'c\u200blé9', 'cl%C3%A99', 'cl&#xe9;9'])(
    'sees a secret told as %j',
    (told) => {
      expect(tells(`le mot est ${told}.`, 'clé9')).toBe(true);
    },
  );

  it('sees words that a format does not hold', async () => {
    const { bytes } = render({ blocks: [paragraph(run('Bonjour'))] }, 'docx');
    const found = await breaches(
      { name: 'cr.docx', bytes },
      { blocks: [paragraph(run('Bonjour à tous'))] },
      settings,
    );
    expect(found).toEqual([{ law: 'lost', detail: 'a tous' }]);
  });
});
