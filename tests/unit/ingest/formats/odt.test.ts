import { expect, it } from 'vitest';
import { odt, outline, read } from './fixture.ts';

const STYLES =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>' +
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>';

it('reads OpenDocument texts', async () => {
  const { root, notes } = await read(
    'cr.odt',
    odt(
      '<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>' +
        '<text:h text:outline-level="1">Titre</text:h><text:p text:style-name="P1">Partie</text:p>' +
        '<text:p><text:span text:style-name="T1">Épi</text:span><text:span text:style-name="T1">nal</text:span> :<text:s text:c="3"/>54<text:line-break/>fin<text:span text:style-name="T2">caché</text:span></text:p>' +
        '<text:list text:style-name="L1"><text:list-item><text:p>un</text:p></text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>' +
        '<text:p>Voir <text:a xlink:href="https://exemple.fr">ici</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note></text:p>' +
        '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>',
      STYLES,
    ),
  );
  expect(outline(root)).toEqual([
    'h1 Titre',
    'h2 Partie',
    'p **Épinal** : 54\\fin',
    '- un',
    '- deux',
    'p Voir [ici](https://exemple.fr)',
    '| a | b\\c |',
    'h1 Notes',
    'p Note.',
  ]);
  expect(root.children[3]).toMatchObject({ type: 'list', ordered: true });
  expect(notes).toHaveLength(1);
});

const lines = async (text: string, styles = '', margins = '') =>
  outline((await read('cr.odt', odt(text, styles, margins))).root);

it('reads headers and footers where they say what the body does not', async () => {
  expect(
    await lines(
      '<text:p>Conférence</text:p>',
      '',
      '<style:header><text:p>Conférence</text:p></style:header><style:footer><text:p>Document de travail</text:p><text:p>Page <text:page-number>2</text:page-number> sur <text:page-count>4</text:page-count></text:p></style:footer>',
    ),
  ).toEqual(['p Conférence', 'h1 En-tête et pied de page', 'p Document de travail']);
});

it('counts lists on where they say so, level by level', async () => {
  const list = (attributes: string, inner: string) =>
    `<text:list text:style-name="L2" ${attributes}><text:list-item>${inner}</text:list-item></text:list>`;
  const styles =
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
  const { root } = await read(
    'cr.odt',
    odt(
      list('', `<text:p>Un ?</text:p>${list('', '<text:p>puce</text:p>')}`) +
        '<text:p>Réponse</text:p>' +
        list('text:continue-numbering="true"', '<text:p>Deux ?</text:p>'),
      styles,
    ),
  );
  expect(root.children).toMatchObject([
    { ordered: true, start: 1, children: [{ children: [{}, { ordered: false }] }] },
    { type: 'paragraph' },
    { ordered: true, start: 2 },
  ]);
});

it('leaves hidden paragraphs, hidden text and comments out, and says so', async () => {
  const { root, notes } = await read(
    'cr.odt',
    odt(
      '<text:p><text:hidden-paragraph text:is-hidden="true"/>caché</text:p>' +
        '<text:section text:display="none"><text:p>caché</text:p></text:section>' +
        '<text:p>vu<office:annotation><text:p>à revoir</text:p></office:annotation></text:p>',
    ),
  );
  expect(outline(root)).toEqual(['p vu']);
  expect(notes.join()).toMatch(/masqué.*commentaires/s);
});

it('reads text boxes behind their paragraph, spans of cells, and columns typed with tabs', async () => {
  expect(
    await lines(
      '<text:p>avant<draw:frame><draw:text-box><text:p>encadré</text:p></draw:text-box></draw:frame></text:p>' +
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>tous</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>' +
        ['Zoé LELEU<text:tab/>Nantes', 'Ève ROY<text:tab/>Nîmes', 'Léo PIC<text:tab/>Uzès']
          .map((line) => `<text:p>${line}</text:p>`)
          .join(''),
    ),
  ).toEqual([
    'p avant',
    'p encadré',
    '| tous |  |',
    '| a | b |',
    '| Zoé LELEU | Nantes |',
    '| Ève ROY | Nîmes |',
    '| Léo PIC | Uzès |',
  ]);
});

it('reads marks of character styles that are not its own', async () => {
  const styles =
    '<style:style style:name="T9" style:family="text" style:parent-style-name="T8"/><style:style style:name="T8" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>';
  expect(
    await lines('<text:p><text:span text:style-name="T9">Question ?</text:span></text:p>', styles),
  ).toEqual(['p _Question ?_']);
});
