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

  it('reads what mammoth leaves out: simple fields, set direction, breaks, letters as symbols', async () => {
    const math = '<m:oMath xmlns:m="m"><m:r><m:t>x+1</m:t></m:r></m:oMath>';
    const { root, notes } = await read(
      'cr.docx',
      docx(
        par(
          `<w:fldSimple w:instr=" DATE ">${run('15 mai')}</w:fldSimple>` +
            `<w:fldSimple w:instr=" PAGE ">${run('7')}</w:fldSimple>` +
            `<w:bdo w:val="ltr">${run(' à Nantes')}</w:bdo><w:r><w:cr/></w:r>` +
            '<w:r><w:sym w:font="Calibri" w:char="00C9"/></w:r>' +
            run('pinal '),
        ) + par(math),
      ),
    );
    expect(outline(root)).toEqual(['p 15 mai à Nantes\\Épinal', 'p x+1']);
    expect(notes.join()).toContain('formule');
  });

  it('reads text boxes once, content controls and smart tags', async () => {
    const box = (text: string) => `<w:txbxContent>${par(run(text))}</w:txbxContent>`;
    const drawing = `<w:drawing><wps:wsp xmlns:wps="s"><wps:txbx>${box('encadré')}</wps:txbx></wps:wsp></w:drawing>`;
    const old = `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>${box('encadré')}</v:textbox></v:shape></w:pict>`;
    const alternate = (inner: string) =>
      `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${drawing}</mc:Choice>${inner}</mc:AlternateContent></w:r>`;
    const control = `<w:sdt><w:sdtContent>${par(`<w:smartTag>${run('balisé')}</w:smartTag>`)}</w:sdtContent></w:sdt>`;
    expect(await lines(par(alternate(`<mc:Fallback>${old}</mc:Fallback>`)) + control)).toEqual([
      'p encadré',
      'p balisé',
    ]);
    expect(await lines(par(run('avant') + alternate('')))).toEqual(['p avant', 'p encadré']);
  });

  it('keeps columns in place beside cells that span rows', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${par(text === '' ? '' : run(text))}</w:tc>`;
    const rows = [
      cell('Épinal', '<w:vMerge w:val="restart"/>') + cell('54 inclusions'),
      cell('', '<w:vMerge/>') + cell('un départ'),
      cell('tous', '<w:gridSpan w:val="2"/>'),
    ];
    expect(
      await lines(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`),
    ).toEqual(['| Épinal | 54 inclusions |', '|  | un départ |', '| tous |  |']);
  });

  it('reads columns typed with tabs as a table', async () => {
    const line = (...cells: string[]) =>
      par(cells.map((cell) => run(cell)).join('<w:r><w:tab/></w:r>'));
    expect(
      await lines(line('Zoé LELEU', 'Nantes') + line('Ève ROY', 'Nîmes') + line('Léo PIC', 'Uzès')),
    ).toEqual(['| Zoé LELEU | Nantes |', '| Ève ROY | Nîmes |', '| Léo PIC | Uzès |']);
    expect(
      await lines(line('Date :', 'lundi') + line('Lieu :', 'visio') + line('Durée :', '2 h')),
    ).toEqual(['p Date :\tlundi', 'p Lieu :\tvisio', 'p Durée :\t2 h']);
  });

  it('hides what a paragraph’s style hides, its own or the one it is based on', async () => {
    const styles = wordPart(
      'styles',
      '<w:style w:type="paragraph" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Fils"><w:basedOn w:val="Cache"/></w:style>',
    );
    expect(
      await lines(par(run('tu'), style('Fils')) + par(run('vu')), { 'word/styles.xml': styles }),
    ).toEqual(['p vu']);
  });

  it('says what it left out: comments, macros, inserted documents', async () => {
    const { notes } = await read(
      'cr.docm',
      docx(par(run('Bonjour')), {
        'word/comments.xml': wordPart('comments', `<w:comment>${par(run('à revoir'))}</w:comment>`),
        'word/vbaProject.bin': 'x',
        'word/embeddings/oleObject1.bin': 'x',
      }),
    );
    expect(notes.join()).toMatch(/commentaires.*macros.*document inséré/s);
  });

  it('finds the text where the package says it is', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="/word/document2.xml"/></Relationships>`;
    expect(
      await lines('', {
        '_rels/.rels': rels,
        'word/document2.xml': wordPart('document', `<w:body>${par(run('Ici'))}</w:body>`),
      }),
    ).toEqual(['p Ici']);
  });

  it('counts lists on as Word does', async () => {
    const numbering = wordPart(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    );
    const item = (id: string, text: string) =>
      par(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const { root } = await read(
      'cr.docx',
      docx(
        item('1', 'Un ?') +
          item('1', 'Deux ?') +
          par(run('Oui.')) +
          item('1', 'Trois ?') +
          par(run('Non.')) +
          item('2', 'Autre'),
        {
          'word/numbering.xml': numbering,
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
        },
      ),
    );
    expect(outline(root)).toEqual([
      '- Un ?',
      '- Deux ?',
      'p Oui.',
      '- Trois ?',
      'p Non.',
      '- Autre',
    ]);
    const starts = root.children.flatMap((node) => (node.type === 'list' ? [node.start] : []));
    expect(starts).toEqual([1, 3, 1]);
  });
});
