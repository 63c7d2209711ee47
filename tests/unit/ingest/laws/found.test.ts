import { expect, it } from 'vitest';
import { type Block, type Line, paragraph, run } from '../../../support/ingest/document.ts';
import { breaches } from '../../../support/ingest/laws.ts';
import { FORMATS, render } from '../../../support/ingest/render/index.ts';
import { settings } from './settings.ts';

const secret = run('Tournesol@89447$', { secret: true });
const row = (...cells: Line[]): Block => ({ kind: 'table', rows: [cells] });

/** What the long run found once, as small as it gets. */
const FOUND: Record<string, Block[]> = {
  'a password with an at sign': [paragraph(run('Mot de passe : '), secret)],
  'a mark of direction in the label': [paragraph(run('Le mot d\u200ee passe : '), secret)],
  'an unseen character in a table': [row([run('Mo\ufefft de passe')], [secret])],
  'a mark of direction in the secret': [
    paragraph(run('Mot de passe : '), run('lic\u200forne88', { secret: true })),
    paragraph(run('Mot de passe : '), run('licorne88', { secret: true })),
  ],
  'a secret in a table whose accents stand apart': [
    row([run('Mot de passe')], [run('e\u0301le\u0301phant10', { secret: true })]),
  ],
  'an unseen character with a look of its own': [
    {
      kind: 'heading',
      level: 2,
      line: ['<HTTPS://EXEMPLE.FR/JUI', '\ufeff', 'N-2025>'].map((text) =>
        run(text, { bold: true }),
      ),
    },
  ],
  'tabs within the sentences of three paragraphs': [
    paragraph(
      run('Ce texte sera versé sur votre Communauté de\tPratique, consultable sur le\tlien.'),
    ),
    paragraph(run('Rappel de votre mot de\tpasse\t: '), secret),
    paragraph(run('L’équipe\test là\t!')),
  ],
  'tabs within the label of a password': [
    paragraph(run('Mot\tde passe : '), secret),
    paragraph(run('Merci\tà tous')),
    paragraph(run('Un\tsite')),
  ],
  'two spaces in a label': [row([run('Mot de  passe :')], [secret]), paragraph(run('Merci.'))],
  'unseen characters in words of a table': [
    row([run('Site')], [run('N\ufeffouvelles')]),
    row([run('Vendée')], [run('com\u200bpte')]),
  ],
  'a table that begins as an answer does': [
    { kind: 'heading', level: 2, line: [run('Questions')] },
    paragraph(run('Q : Combien ?')),
    { kind: 'table', rows: ['R : dix', 'un', 'deux'].map((text) => [[run(text)], [run('x')]]) },
  ],
  'emphasis within a word': [paragraph(run('Nî', { bold: true }), run('mes : 54 inclusions'))],
};

it.each(Object.entries(FOUND))('holds the laws for %s', async (_, blocks) => {
  const title: Block = {
    kind: 'heading',
    level: 1,
    line: [run('Compte-rendu de la 7e conférence')],
  };
  for (const format of FORMATS) {
    const document = { blocks: [title, ...blocks] };
    // Our PDF writes code points; what draws nothing has no place on a page.
    if (format === 'pdf' && /\\u|\p{Cf}/u.test(JSON.stringify(blocks))) continue;
    expect(await breaches(render(document, format), document, settings), format).toEqual([]);
  }
});

it('reads on behind a heading that was never closed', async () => {
  const bytes = new TextEncoder().encode(
    '<h1>7e conférence</h1><h2>Points|/h2><ul><li>10 inclusions</li><li>54 dossiers</li></ul>',
  );
  const document = { blocks: ['7e conférence Points h2', '10 inclusions', '54 dossiers'] };
  const blocks = document.blocks.map((text) => paragraph(run(text)));
  expect(await breaches({ name: 'cr.html', bytes }, { blocks }, settings)).toEqual([]);
});
