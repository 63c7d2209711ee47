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
