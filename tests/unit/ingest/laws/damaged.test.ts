import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedCase, DAMAGES } from '../../../support/ingest/cases.ts';
import { run, paragraph } from '../../../support/ingest/document.ts';
import { refusalFault } from '../../../support/ingest/french.ts';
import { refusalBreaches } from '../../../support/ingest/laws.ts';
import { FORMATS, render } from '../../../support/ingest/render/index.ts';
import { SEED, settings } from './settings.ts';

describe('damaged files', () => {
  it.each(FORMATS)('are read or refused in French, whatever befell them: %s', async (format) => {
    for (const damage of DAMAGES) {
      const damaged = fc.asyncProperty(damagedCase([format], [damage]), async ({ file }) => {
        expect(await refusalBreaches(file, settings), damage).toEqual([]);
      });
      await fc.assert(damaged, { numRuns: 1, seed: SEED });
    }
  });

  it.each(FORMATS)('that stop anywhere are read or refused: %s', async (format) => {
    const { name, bytes } = render({ blocks: [paragraph(run('7e conférence : RAS.'))] }, format);
    const step = Math.max(1, Math.ceil(bytes.length / 12));
    for (let end = 0; end < bytes.length; end += step) {
      const file = { name, bytes: bytes.slice(0, end) };
      expect(await refusalBreaches(file, settings), `${end} bytes`).toEqual([]);
    }
  });
});

describe('refusalFault', () => {
  it('takes one French sentence and what to do', () => {
    expect(
      refusalFault(
        '« a.docx » est vide. Vérifiez que c’est bien le compte-rendu, puis recommencez.',
      ),
    ).toBeNull();
  });

  it.each([
    'Unexpected end of file.',
    'Le fichier est abîmé.',
    'Le fichier est abîmé. Il ne se lit pas. Ouvrez-le à nouveau.',
    'Cannot read properties of undefined. Recommencez.',
    'Le fichier est abîmé.\nRecommencez.',
    'le fichier est abîmé. Recommencez.',
  ])('refuses %j', (message) => {
    expect(refusalFault(message)).not.toBeNull();
  });
});
