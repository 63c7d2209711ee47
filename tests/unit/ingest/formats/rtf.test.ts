import { expect, it } from 'vitest';
import { outline, read } from './fixture.ts';

it('reads Rich Text', async () => {
  const { root, notes } = await read(
    'cr.rtf',
    String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\*\generator Un;}{\header en-tete}
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

it('refuses a file that stops before its end', async () => {
  await expect(read('cr.rtf', String.raw`{\rtf1 {\b Bonjour`)).rejects.toThrow(/incomplet/);
});
