import { describe, expect, it } from 'vitest';
import { outline, read } from './fixture.ts';

const body = (text: string, head = '') =>
  String.raw`{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\deff0\deflang1036{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}{\f3\fbidi \froman\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}${head}` +
  text +
  '}';
const lines = async (text: string, head?: string) =>
  outline((await read('cr.rtf', body(text, head))).root);

it('reads Rich Text', async () => {
  const { root, notes } = await read(
    'cr.rtf',
    String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\*\generator Un;}
\pard\outlinelevel0 Titre\par
\pard {\b \'c9pi}{\b nal} : l\rquote \u233?t\'e9\line 54{\v cach\'e9}{\deleted vieux}\par
{\listtext\'b7\tab}un\par
{\listtext\'b7\tab}deux\par
{\field{\*\fldinst{HYPERLINK "https://exemple.fr"}}{\fldrslt{ici}}} et l\'e0{\footnote Note.}\par
\trowd\intbl a\cell b\par c\cell\row
\pard fin\par}`,
  );
  expect(outline(root)).toEqual([
    'h1 Titre',
    'p **Épinal** : l’été\\54',
    '- un',
    '- deux',
    'p [ici](https://exemple.fr) et là',
    '| a | b\\c |',
    'p fin',
    'h1 Notes',
    'p Note.',
  ]);
  expect(notes).toHaveLength(1);
});

describe('Rich Text as Word writes it', () => {
  it('finds titles by their style', async () => {
    const sheet = String.raw`{\stylesheet{\ql \li0\ri0 \snext0 Normal;}{\s1\ql \keepn\outlinelevel0 \f0\fs32 \sbasedon0 \snext0 heading 1;}{\s15\ql \fs56 \sbasedon0 \snext0 Title;}}`;
    expect(
      await lines(
        String.raw`\pard\plain \ltrpar\s15\ql \rtlch\fcs1 \af0 \ltrch\fcs0 \fs56 {\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid1 36}{\super e}{ conf\'e9rence}{\par }\pard\plain \s0 suite\par`,
        sheet,
      ),
    ).toEqual(['h1 36e conférence', 'p suite']);
  });

  it('counts lists on, and takes their marks out of the text', async () => {
    const { root } = await read(
      'cr.rtf',
      body(
        String.raw`{\listtext\pard\plain\ltrpar \rtlch\fcs1 \af0 \ltrch\fcs0 \b 1.\tab}\pard\plain \fi-360\li720\ls1 Un ?\par\pard\plain R\'e9ponse\par{\listtext\pard\plain 2.\tab}\pard \fi-360\ls1 Deux ?\par`,
      ),
    );
    expect(outline(root)).toEqual(['- Un ?', 'p Réponse', '- Deux ?']);
    expect(root.children[2]).toMatchObject({ type: 'list', ordered: true, start: 2 });
  });

  it('reads boxes, tables in tables, and the second way of writing neither', async () => {
    expect(
      await lines(
        String.raw`\pard avant{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard encadr\'e9\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext\pard encadr\'e9\par}}}} apr\'e8s\par
\trowd\cellx100\cellx200\pard\intbl a\cell \pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx150\cellx200\nestrow}{\nonesttables\par}\pard\intbl\itap1 \cell\row\pard fin\par`,
      ),
    ).toEqual(['p avant après', 'p encadré', '| a | x\\y |', 'p fin']);
  });

  it('leaves out what was moved, comments and objects, and says so', async () => {
    const { root, notes } = await read(
      'cr.rtf',
      body(
        String.raw`\pard gard\'e9{\mvf d\'e9plac\'e9}{\*\atnid LB}{\*\atnauthor Lise}\chatn{\*\annotation \pard\plain comment\'e9\par}{\nonshppict{\pict\wmetafile8 0100}}{\object\objemb{\*\objdata 01}{\result \pard tableau\par}}\par`,
      ),
    );
    expect(outline(root)).toEqual(['p gardé']);
    expect(notes.join()).toMatch(/commentaires.*document inséré/s);
  });

  it('reads headers and footers where they say what the body does not', async () => {
    expect(
      await lines(
        String.raw`{\headerr \pard Conf\'e9rence\par}{\footerr \pard Document de travail\par \pard Page {\field{\*\fldinst PAGE}{\fldrslt 2}} sur 4\par}\pard Conf\'e9rence\par`,
      ),
    ).toEqual(['p Conférence', 'h1 En-tête et pied de page', 'p Document de travail']);
  });

  it('skips as many fallback characters as it is told to, and keeps data out', async () => {
    expect(
      await lines(
        String.raw`\pard {\uc2 \u-10179??\u-8704\'3f\'3f} \u8217\'92 {\uc0\u233}{\pict\bin4 a}{\}fin\par`,
      ),
    ).toEqual(['p 😀 ’ éfin']);
  });
});

it('reads columns typed with tabs as a table', async () => {
  expect(
    await lines(
      String.raw`\pard Claire LELEU\tab Dainville\par Yann PICAUD\tab Nantes\par Zo\'e9 RABILLER\tab Marseille\par`,
    ),
  ).toEqual([
    '| Claire LELEU | Dainville |',
    '| Yann PICAUD | Nantes |',
    '| Zoé RABILLER | Marseille |',
  ]);
});

it('refuses a file that stops before its end', async () => {
  await expect(read('cr.rtf', String.raw`{\rtf1 {\b Bonjour`)).rejects.toThrow(/incomplet/);
});
