import fc from 'fast-check';
import { loneSecret } from '../../../src/ingest/passwords.ts';

/** What a text would say to be run by MDX, YAML, a template engine, or a browser. */
const CODE = [
  '{process.exit()}',
  '{globalThis.__ran()}',
  '${globalThis.__ran()}',
  '{{ globalThis.__ran() }}',
  '<script>globalThis.__ran()</script>',
  '<img src=x onerror=globalThis.__ran()>',
  '<Component/>',
  '<SiteNews site="epinal" inclusions={99}>',
  '</SiteNews>',
  '</Preamble>',
  '<Redacted kind="nir" />',
  '<Label>Nîmes :</Label>',
  '<>',
  '</>',
  '<a.b.c />',
  '<!-- rien -->',
  '<![CDATA[ x ]]>',
  '<?php phpinfo(); ?>',
  '{/* commentaire */}',
  '{`${globalThis.__ran()}`}',
  'import x from "node:fs"',
  "import 'node:process'",
  'export const meta = globalThis.__ran()',
  'export default function f() {}',
  '---js',
  '---',
  '+++',
  '```js',
  '~~~',
  '`code`',
  '``',
  '\\{ \\< \\`',
  '\\',
  '&lt;b&gt; &amp;lt; &#123;x&#125; &#x7b;',
  '[ici](javascript:globalThis.__ran())',
  '[ici]({globalThis.__ran()})',
  '![vue](https://exemple.fr/x.png)',
  '[réf]: https://exemple.fr "titre"',
  '[^1]: note',
  '[^1]',
  '<https://exemple.fr/{x}>',
  'https://exemple.fr/{x}<y>',
  ':::note',
  ':directive[x]{.y}',
  '| a | b |',
  '|---|---|',
  '====',
  '    indenté',
  '> cité',
  '# titre',
  '#',
  '**gras* _mal_ fermé',
  '_____',
  '$x^2$',
  '{% include "x" %}',
  '<%= x %>',
  'title: "faux"',
  '!!js/function "globalThis.__ran()"',
  '<<<<<<< version corrigée',
  '>>>>>>> nouvel import',
  'constructor __proto__ toString',
] as const;

const fragment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CODE) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Épinal :', 'inclusions', '54', 'où ?', 'R :', '«', '»'),
  },
  {
    weight: 1,
    // What no file format can hold as text is left out: control characters, half a surrogate pair.
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 10 })
      .map((text) => text.replace(/[\p{C}\p{Z}\s]/gu, '')),
  },
);

/**
 * A line that means to be code, at its beginning or within words. One that is nothing but a token of a
 * password's shape gets a word before it: beside « Mot de passe : » it would rightly be taken for one.
 */
export const hostileLine: fc.Arbitrary<string> = fc
  .tuple(fc.array(fragment, { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', ' ', '', ' a '))
  .map(([parts, between]) => parts.join(between))
  .map((line) => (loneSecret(line) === null ? line : `lire ${line}`));
