import { describe, expect, it } from 'vitest';
import { docx, outline, par, read, run, wordPart } from './fixture.ts';

const lines = async (body: string, parts?: Record<string, string>) =>
  outline((await read('cr.docx', docx(body, parts))).root);
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('Word files', () => {
  it('reads French and English heading styles', async () => {
    expect(
      await lines(
        par(run('Titre'), style('Titre')) +
          par(run('Un'), style('Titre1')) +
          par(run('Deux'), style('Heading2')),
      ),
    ).toEqual(['h1 Titre', 'h1 Un', 'h2 Deux']);
  });

  it('keeps ordinals, split runs and hyphens whole', async () => {
    const sup = '<w:vertAlign w:val="superscript"/>';
    expect(
      await lines(
        par(run('51') + run('ème', sup) + run(' con') + run('férence')) +
          par(run('Épi', '<w:b/>') + run('nal', '<w:b/>') + run(' : 54')) +
          par('<w:r><w:t>La Roche</w:t><w:noBreakHyphen/><w:t>sur</w:t></w:r>'),
      ),
    ).toEqual(['p 51ème conférence', 'p **Épinal** : 54', 'p La Roche\u2011sur']);
  });

  it('reads underline as emphasis of its own and breaks as breaks', async () => {
    expect(
      await lines(par(run('Nîmes', '<w:u w:val="single"/>') + '<w:r><w:br/></w:r>' + run('RAS'))),
    ).toEqual(['p **Nîmes**\\RAS']);
  });

  it('reads tracked changes as accepted, moves included', async () => {
    expect(
      await lines(
        par(
          '<w:del><w:r><w:delText>70</w:delText></w:r></w:del>' +
            `<w:ins>${run('71')}</w:ins>` +
            `<w:moveFrom>${run(' ici')}</w:moveFrom>`,
        ) + par(`<w:moveTo>${run('là')}</w:moveTo>`),
      ),
    ).toEqual(['p 71', 'p là']);
  });

  it('leaves hidden text out, by run or by style, and says so', async () => {
    const styles = wordPart(
      'styles',
      '<w:style w:type="character" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const { root, notes } = await read(
      'cr.docx',
      docx(
        par(
          run('vu') +
            run('secret', '<w:vanish/>') +
            run(' montré', '<w:vanish w:val="0"/>') +
            run('tu', '<w:rStyle w:val="Cache"/>'),
        ),
        { 'word/styles.xml': styles },
      ),
    );
    expect(outline(root)).toEqual(['p vu montré']);
    expect(notes.join()).toContain('texte masqué');
  });

  it('reads headers and footers only where they say what the body does not', async () => {
    const body = par(run('Conférence des coordinations'));
    expect(
      await lines(body, {
        'word/header1.xml': wordPart('hdr', par(run('Conférence des coordinations'))),
        'word/footer1.xml': wordPart('ftr', par(run('Document de travail'))),
      }),
    ).toEqual([
      'p Conférence des coordinations',
      'h1 En-tête et pied de page',
      'p Document de travail',
    ]);
  });

  it('reads cells of several paragraphs, and unfolds a table that only lays out', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    expect(
      await lines(
        `<w:tbl>${row(par(run('a')), par(run('b')) + par(run('c')))}${row(par(run('d')), par(''))}</w:tbl>` +
          `<w:tbl>${row(par(run('seul')))}</w:tbl>`,
      ),
    ).toEqual(['| a | b\\c |', '| d |  |', 'p seul']);
  });

  it('makes lists of bullets typed by hand and counts paragraphs as positions', async () => {
    const { root } = await read(
      'cr.docx',
      docx(par(run('Menu')) + par(run('- un')) + par(run('-  deux'))),
    );
    expect(outline(root)).toEqual(['p Menu', '- un', '- deux']);
    expect(root.children.map((node) => node.position?.start.line)).toEqual([1, 2]);
  });
});
