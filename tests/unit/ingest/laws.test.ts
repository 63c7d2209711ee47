import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { readMinutes } from '../../../src/minutes/read.ts';
import { fold, oneLine, words } from '../../../src/minutes/text.ts';
import { sites } from '../sites.fixture.ts';

const settings = {
  sites,
  redact: ['password', 'nir', 'iban'] as const,
  importedAt: '2026-01-01T00:00:00Z',
};
const run = (text: string, name = 'cr.txt') =>
  importMinutes({ name, bytes: new TextEncoder().encode(text) }, settings);
const TITLE = '7e conférence des coordinations locales du lundi 15 janvier 2024 de 13h30 à 15h';

const codeLike = fc.constantFrom(
  '{process.exit()}',
  '<script>alert(1)</script>',
  "import x from 'y'",
  'export const a = {b}',
  '<SiteNews site="epinal">',
  '</Preamble>',
  '<Redacted kind="nir" />',
  '{/* */}',
  '<!-- rien -->',
  '<a href="javascript:x">',
  '`${a}`',
  '---',
  '***',
  '| a | b |',
  '[a](b) ![c](d)',
  '&lt;b&gt; &amp;',
  '1. import',
  '\\{ \\<',
);
const word = fc.constantFrom(
  'Épinal',
  'Marseille :',
  'Vendée,',
  'inclusions',
  '54',
  'où ?',
  'Est-ce que',
  'œuvre',
  'e\u0301te\u0301',
  'l’ECNP',
  '«',
  '»',
  'Ordre du jour :',
  '*gras*',
  '_a_b_',
  'R :',
  '-',
  '#',
  '1\u202f070',
);
const line = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: word },
      codeLike,
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(' '));
const text = fc
  .array(line, { minLength: 1, maxLength: 14 })
  .map((lines) => [TITLE, ...lines].join('\n\n'));

/** Words of a text file as its reader cannot but see them: control characters and list marks aside. */
const visible = (source: string): string[] =>
  source
    .split('\n')
    .flatMap((each) =>
      words(oneLine(each.replace(/^\s*(?:[-–—•●▪◦‣*·]|\d{1,2}[.)])\s+(?=\S)/u, ''))),
    );

/** Markdown escapes and character references read once, as a reader of MDX does. */
const unescaped = (mdx: string): string =>
  mdx.replace(
    /\\([!-/:-@[-`{-~])|&(?:#x([0-9A-F]+)|(amp|lt|gt));/g,
    (match, mark?: string, hex?: string, name?: string) => {
      if (mark !== undefined) return mark;
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return { amp: '&', lt: '<', gt: '>' }[name ?? ''] ?? match;
    },
  );

describe('the three laws', () => {
  it('loses nothing and runs nothing, whatever the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const { mdx } = await run(source);
        // The portal's reader refuses code of any kind.
        readMinutes({ path: 'a.mdx', text: mdx }, sites);
        const kept = new Map<string, number>();
        for (const item of words(oneLine(unescaped(mdx))))
          kept.set(item, (kept.get(item) ?? 0) + 1);
        const lost = visible(source).filter((item) => {
          const left = kept.get(item) ?? 0;
          kept.set(item, left - 1);
          return left <= 0;
        });
        expect(lost).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing secret, wherever the secret stands', async () => {
    const secret = fc.stringMatching(/^[a-z]{4,9}[-_.!#*]?[A-Z]?[a-z]{3,8}[0-9]{2,4}$/);
    const place = fc.constantFrom(
      (value: string) => `Rappel de votre mot de passe : ${value}`,
      (value: string) => `Tout est ici (mdp : ${value}), rubrique « Conférences ».`,
      (value: string) => `Le nouveau mot de passe est ${value} (changé le 12 mai).`,
      (value: string) =>
        `le mot de passe : ${value}, reste valable jusqu’à l’été. Redisons-le : ${value}.`,
      (value: string) => `Mot de passe :\n\n${value}`,
      (value: string) => `mot de passe : « ${value} »`,
    );
    await fc.assert(
      fc.asyncProperty(secret, place, async (value, write) => {
        const result = await run(`${TITLE}\n\nBonjour à toutes.\n\n${write(value)}\n\nMerci.`);
        const everything = fold(
          `${result.mdx}${JSON.stringify(result.json)}${JSON.stringify(result.reading)}`,
        ).replaceAll('\\', '');
        expect(everything).not.toContain(fold(value));
        expect(result.mdx).toContain('<Redacted kind="password" />');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    'Le mot de passe de la communauté a changé lui aussi : il vous a été envoyé séparément.',
    'Le mot de passe est inchangé.',
    'Votre mot de passe : voir le mail du 3 mai.',
  ])('takes no sentence for a secret: %s', async (sentence) => {
    const { mdx } = await run(`${TITLE}\n\n${sentence}`);
    expect(mdx).toContain(sentence.slice(-20, -1));
    expect(mdx).not.toContain('Redacted');
  });

  it('takes out numbers of people and accounts, and leaves other numbers', async () => {
    const { mdx, json } = await run(
      `${TITLE}\n\nNIR 2 69 05 49 588 157 80, compte FR14 2004 1010 0505 0001 3M02 606. Tél : 02 59 17 02 02.`,
    );
    expect(mdx).not.toMatch(/588|2004/);
    expect(mdx).toContain('02 59 17 02 02');
    expect(json.redactions).toHaveLength(2);
    expect(json.redactions).toContainEqual({ kind: 'nir', count: 1 });
    expect(json.redactions).toContainEqual({ kind: 'iban', count: 1 });
  });

  it.each([
    ['an empty file', '', 'cr.md', /est vide/],
    ['an unknown format', 'x', 'cr.xyz', /ne se lit pas/],
    ['bytes that are no text', '\0\0\0', 'cr.txt', /n’est pas un fichier de texte/],
  ])('refuses %s in one French sentence', async (_, source, name, message) => {
    await expect(run(source, name)).rejects.toThrow(message);
  });
});

describe('passwords', () => {
  it.each([
    'Le mot de passe Pegase2024! reste valable.',
    'Rappel, mot de passe « licorne bleue »',
    'Mot de passe - licorne88',
    'Mot de passe → licorne88',
    'Le mot de passe a changé, c’est désormais licorne88',
    'Le mot de passe pour l’espace www.exemple.fr est licorne88',
    'Tapez licorne88 comme mot de passe.',
    'Accès : licorne88 (mot de passe)',
    'Mots de passe : licorne88 et poney99',
    'Mot de passe : licorne88 (ou poney99)',
    'Code d’accès : licorne88',
    'Phrase secrète : licorne bleue',
    'Mot de passe :\n\nlicorne bleue',
    '| Mot de passe | licorne88 |\n\n',
  ])('takes out %j', async (line) => {
    const { mdx, json } = await run(`${TITLE}\n\n${line}`);
    expect(mdx + JSON.stringify(json)).not.toMatch(/licorne|poney99|Pegase2024/);
  });

  it.each([
    'La 46ème conférence rappelle le mot de passe à 13h30, voir n°50 le 16/10/2025.',
    'Perdu votre mot de passe ? Écrivez à a1b2c3@example.org.',
  ])('leaves %j as it is', async (line) => {
    expect((await run(`${TITLE}\n\n${line}`)).json.redactions).toEqual([]);
  });
});

it('doubts a line that speaks of a password where nothing was taken out', async () => {
  const { json } = await run(`${TITLE}\n\nLe mot de passe est pegase\n\nMot de passe : licorne88`);
  expect(json.doubts).toMatchObject([
    { field: 'redactions', sentence: 'Le mot de passe est pegase' },
  ]);
});

describe('what a browser would follow or fetch', () => {
  it.each([
    '[clic](javascript:alert(1))',
    '[clic](data:text/html,x)',
    '[clic](vbscript:x)',
    '<javascript:alert(1)>',
    '![vue](https://evil.example/x.png)',
    '![vue](x.png)',
    '![vue][ref]\n\n[ref]: https://evil.example/x.png',
  ])('comes out of %j as words', async (line) => {
    const { mdx } = await run(`${TITLE}\n\n${line}`, 'cr.md');
    expect(mdx).not.toMatch(/\]\((?!https:|mailto:)|!\[|<javascript/);
    expect(mdx).toMatch(/clic|vue|alert/);
  });

  it('keeps links people can follow', async () => {
    const { mdx } = await run(`${TITLE}\n\n[ici](https://example.org/a) et a@example.org`, 'cr.md');
    expect(mdx).toContain('[ici](https://example.org/a)');
    expect(mdx).toContain('(mailto:a@example.org)');
  });
});
