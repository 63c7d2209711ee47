import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { forbid } from '../../../src/vault/leak/forbidden.ts';
import { scanForLeaks } from '../../../src/vault/leak/scan.ts';

const forbidden = forbid({
  texts: [
    'La coordinatrice d’Épinal reprend son poste demain. Entrer dans la communauté. Lundi 16 mars 2026 à 13 h.',
  ],
  terms: [
    'Jeanne EXEMPLE',
    'Jeanne MODÈLE',
    'Nadège ESSAI',
    'jeanne@example.org',
    'Épinal',
    'Cœur de métier',
    'Fiche réflexe',
    'Accueil',
    'contact@example.org',
  ],
  allowed: ['<a>Entrer dans la communauté</a> Accueil contact@example.org'],
  declared: [],
});
const scan = (content: string | Buffer, path = '/a.html') =>
  scanForLeaks([{ path, bytes: Buffer.from(content) }], forbidden, ['/cdp/']);

describe('scanForLeaks', () => {
  it.each<[string, string | Buffer]>([
    ['text', 'xx la coordinatrice d’Épinal reprend xx'],
    ['text in other case', 'COORDINATRICE D’ÉPINAL REPREND SON'],
    ['text across tags', '<p>reprend <b>son</b> poste&nbsp;demain</p>'],
    ['text in cells', '<td>reprend</td><td>son</td><td>poste</td><td>demain</td>'],
    [
      'cells, and a word cut by a tag',
      '<td>repr<b>end</b></td><td>son</td><td>poste</td><td>demain</td>',
    ],
    [
      'paragraphs of Word, and a word in two runs',
      '<w:p><w:r>repr</w:r><w:r>end</w:r></w:p><w:p>son</w:p><w:p>poste</w:p><w:p>demain</w:p>',
    ],
    ['entities', 'd&#8217;&#xc9;pinal reprend son'],
    ['decimal references', 'reprend son&#32;poste&#32;demain'],
    ['references escaped three times', 'reprend&amp;amp;nbsp;son&amp;amp;nbsp;poste demain'],
    ['text without accents', 'coordinatrice d Epinal reprend son'],
    ['ligatures', 'la ﬁche réﬂexe'],
    ['an attribute', '<img alt="reprend son poste demain">'],
    ['an escaped string', '"reprend\\u0020son\\x20poste\\ndemain"'],
    ['an encoded address', '/?q=reprend%20son%20poste%20demain'],
    ['gzip', gzipSync('reprend son poste demain')],
    ['brotli', brotliCompressSync('reprend son poste demain')],
    ['UTF-16', Buffer.from('reprend son poste demain \u00e9', 'utf16le')],
    ['UTF-16 of plain letters', Buffer.from('reprend son poste demain', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('reprend son poste demain', 'utf16le').swap16()],
    ['UTF-16 of œ, high byte first', Buffer.from('Cœur de métier', 'utf16le').swap16()],
    ['named references', 'd&rsquo;&Eacute;pinal reprend son'],
    ['a named reference of œ', 'C&oelig;ur de métier'],
    ['an escape in braces', '"d\'\\u{c9}pinal reprend son"'],
    ['a CSS escape', 'content:"d \\c9 pinal reprend son"'],
    ['soft hyphens', 'reprend son po\u00adste demain'],
    ['base64', `url(data:text/plain;base64,${btoa('reprend son poste demain')})`],
    ['latin-1', Buffer.from('pr\u00e9f\u00e9r\u00e9: reprend son poste demain', 'latin1')],
    ['a name', 'par Jeanne Exemple'],
    ['a name with the same first name', 'par Jeanne Modèle'],
    ['a folder', 'D:\\nadège essai\\x.png'],
    ['a folder in a program', 'open("D:\\\\nadège essai\\\\x.png")'],
    ['an address', 'mailto:jeanne@example.org'],
    ['an address in other case', 'mailto:Jeanne@Example.ORG'],
    ['a title of one word', '<title>Épinal</title>'],
    ['a title of one word behind a longer one', 'les Épinaliens d’Épinal'],
  ])('finds %s', async (_, content) => {
    expect(await scan(content)).toMatchObject([{ path: '/a.html' }]);
  });

  it.each([
    'Entrer dans la communauté',
    'lundi 16 mars 2026',
    'reprend son poste',
    'epinal',
    'Accueil',
    'contact@example.org',
    'Jeanne et EXEMPLE',
    '',
  ])('lets %j pass', async (content) => {
    expect(await scan(content)).toEqual([]);
  });

  it('finds a name in the name of a file or folder, not in the address of a gated page', async () => {
    expect(await scan('', '/photos/jeanne-exemple.png')).toHaveLength(1);
    expect(await scan('', '/jeanne%20exemple/a.png')).toHaveLength(1);
    expect(await scan('', '/jeanne-exemple/index.html')).toHaveLength(1);
    expect(await scan('', '/cdp/jeanne-exemple/index.html')).toEqual([]);
  });

  it.each(['Chorale le 16 mars', 'Le chorale 16 mars', 'Le 16 chorale mars', 'Le 16 mars chorale'])(
    'takes %j for more than a date',
    async (text) => {
      const dated = forbid({ texts: [text], terms: [], allowed: [], declared: [] });
      expect(
        await scanForLeaks([{ path: '/a', bytes: Buffer.from(text) }], dated, []),
      ).toHaveLength(1);
    },
  );

  it.each([
    ['Ève MARS', 'La relève mars 2026'],
    ['Lyon', 'Lyonnais'],
    ['anne@example.org', 'jeanne@example.org'],
  ])('finds %j though the program says %j', async (term, allowed) => {
    const terms = forbid({ texts: [], terms: [term], allowed: [allowed], declared: [] });
    expect(await scanForLeaks([{ path: '/a', bytes: Buffer.from(term) }], terms, [])).toHaveLength(
      1,
    );
  });

  it('does not repeat what it found', async () => {
    expect(JSON.stringify(await scan('reprend son poste demain'))).not.toMatch(/reprend|poste/);
  });
});

describe('telephone numbers', () => {
  const texts = ['Le secrétariat : 01 23 45 67 98, ou 06.12.34.56.87. Mois : 01 02 03 04 05 06.'];
  const gated = forbid({ texts, terms: [], allowed: [], declared: [] });
  const found = (content: string) =>
    scanForLeaks([{ path: '/a.html', bytes: Buffer.from(content) }], gated, []);

  it.each([
    'au 01 23 45 67 98',
    '0123456798',
    '01.23.45.67.98',
    '01-23-45-67-98',
    '01&nbsp;23&#8239;45 67&thinsp;98',
    '<b>01</b> 23 45 67 98',
    '12 01 23 45 67 98 12',
    '05 01 23 45 67 98',
    '0123 456 798',
    'tel:+33123456798',
    '+33 1 23 45 67 98',
    '+33 (0)1 23 45 67 98',
    '0033 1 23 45 67 98',
    '0612345687',
  ])('are found in %j', async (content) => {
    expect(await found(content)).toMatchObject([{ count: 1, samples: ['0… (10 characters)'] }]);
  });

  it.each([
    '01 23 45 67 99',
    '101 23 45 67 98',
    '01 23 45 67 981',
    '01 02 03 04 05 06',
    '+32 1 23 45 67 98',
    '01 23.45 67 98',
  ])('are not seen in %j', async (content) => {
    expect(await found(content)).toEqual([]);
  });

  it('may be those that the program itself says', () => {
    const texts = ['Appeler le 04 76 00 00 12'];
    const allowed = ['04.76.00.00.12'];
    const none = forbid({ texts, terms: [], allowed, declared: [] });
    expect([...none.phones]).toEqual([]);
  });

  it('are no date with its hour', () => {
    const texts = ['03.10.2026 14:30, 03-10-2026 14 h, 2026-03-10 14:30, 03/10/2026 14'];
    expect(forbid({ texts, terms: [], allowed: [], declared: [] }).phones.size).toBe(0);
  });
});

describe('public content', () => {
  const texts = [
    'Le webinaire est ouvert à tous vos partenaires du réseau. Voir https://forms.example.org/a/b/c/d/e ici. La maison ferme en août.',
  ];
  const scanPublic = (content: string) =>
    scanForLeaks(
      [{ path: '/a.html', bytes: Buffer.from(content) }],
      forbid({ texts, terms: ['Jeanne EXEMPLE'], allowed: [], declared: [content] }),
      [],
    );

  it.each(['Il est ouvert à tous vos amis', 'S’inscrire : https://forms.example.org/a/b/c/d/e'])(
    'may say %j',
    async (content) => {
      expect(await scanPublic(content)).toEqual([]);
    },
  );

  it.each([
    'ouvert à tous vos partenaires du réseau',
    'Or la maison ferme en août',
    'avec Jeanne Exemple',
  ])('may not say %j', async (content) => {
    expect(await scanPublic(content)).toHaveLength(1);
  });
});
