import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { forbid } from '../../../src/vault/leak/forbidden.ts';
import { scanForLeaks } from '../../../src/vault/leak/scan.ts';

const forbidden = forbid({
  texts: [
    'La coordinatrice d’Épinal reprend son poste demain. Entrer dans la communauté. Lundi 16 mars 2026 à 13 h.',
  ],
  terms: ['Jeanne EXEMPLE', 'jeanne@example.org', 'Épinal', 'Accueil', 'contact@example.org'],
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
    ['entities', 'd&#8217;&#xc9;pinal reprend son'],
    ['an attribute', '<img alt="reprend son poste demain">'],
    ['an escaped string', '"reprend\\u0020son\\x20poste\\ndemain"'],
    ['an encoded address', '/?q=reprend%20son%20poste%20demain'],
    ['gzip', gzipSync('reprend son poste demain')],
    ['brotli', brotliCompressSync('reprend son poste demain')],
    ['UTF-16', Buffer.from('reprend son poste demain \u00e9', 'utf16le')],
    ['UTF-16 of plain letters', Buffer.from('reprend son poste demain', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('reprend son poste demain', 'utf16le').swap16()],
    ['named references', 'd&rsquo;&Eacute;pinal reprend son'],
    ['an escape in braces', '"d\'\\u{c9}pinal reprend son"'],
    ['a CSS escape', 'content:"d \\c9 pinal reprend son"'],
    ['soft hyphens', 'reprend son po\u00adste demain'],
    ['base64', `url(data:text/plain;base64,${btoa('reprend son poste demain')})`],
    ['latin-1', Buffer.from('pr\u00e9f\u00e9r\u00e9: reprend son poste demain', 'latin1')],
    ['a name', 'par Jeanne Exemple'],
    ['an address', 'mailto:jeanne@example.org'],
    ['a title of one word', '<title>Épinal</title>'],
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

  it('does not repeat what it found', async () => {
    expect(JSON.stringify(await scan('reprend son poste demain'))).not.toMatch(/reprend|poste/);
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
