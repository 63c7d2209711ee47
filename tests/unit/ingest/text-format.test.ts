import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/formats/index.ts';

const read = async (text: string) => {
  const { root } = await readDocument({ name: 'cr.txt', bytes: new TextEncoder().encode(text) });
  return root.children.map((node) => [node.type, toString(node)]);
};

describe('plain text', () => {
  it('parts paragraphs at empty lines and reads bullets as one list', async () => {
    expect(await read('Bonjour.\n\n- un\n– deux\n\n1. trois')).toEqual([
      ['paragraph', 'Bonjour.'],
      ['list', 'undeux'],
      ['list', 'trois'],
    ]);
  });

  it('rejoins lines wrapped at one width, and keeps those an author ended', async () => {
    const wide = 'une ligne qui va presque jusqu’au bord de la page telle qu’elle est';
    expect(await read(`${wide}\nfin de phrase.\nÉpinal : 54`)).toEqual([
      ['paragraph', `${wide} fin de phrase.`],
      ['paragraph', 'Épinal : 54'],
    ]);
  });

  it('takes each line for a paragraph where lines are long', async () => {
    expect(await read(`${'mot '.repeat(40)}\nsuite`)).toHaveLength(2);
  });

  it('reads Windows-1252 and UTF-16', async () => {
    const { root: cp1252 } = await readDocument({
      name: 'a.txt',
      bytes: new Uint8Array([0x63, 0x9c, 0x75, 0x72, 0xe9]),
    });
    expect(toString(cp1252)).toBe('cœuré');
    const { root: utf16 } = await readDocument({
      name: 'a.txt',
      bytes: new Uint8Array([0xff, 0xfe, 0xe9, 0]),
    });
    expect(toString(utf16)).toBe('é');
  });
});

describe('plain text as people set it', () => {
  it('rejoins addresses and words that a line’s end cut', async () => {
    const wide = 'Le formulaire du webinaire de rentrée se trouve à cette adresse, il faut';
    expect(
      await read(
        `${wide}\nhttps://exemple.fr/inscription/webinaire-de-rentree/formulaire-\ncomplet?id=3 et la consul-\ntation aussi.`,
      ),
    ).toEqual([
      [
        'paragraph',
        `${wide} https://exemple.fr/inscription/webinaire-de-rentree/formulaire-complet?id=3 et la consultation aussi.`,
      ],
    ]);
  });

  it('gives lines under an item’s text to the item, and keeps its number', async () => {
    const { root } = await readDocument({
      name: 'cr.txt',
      bytes: new TextEncoder().encode('3. une question\n   sur deux lignes\n4. une autre'),
    });
    expect(root.children).toMatchObject([{ type: 'list', ordered: true, start: 3 }]);
    expect(toString(root)).toBe('une question sur deux lignesune autre');
  });

  it('reads underlined lines as headings, and drops other rules', async () => {
    expect(
      await read('Compte rendu\n============\nPoints\n------\nTexte.\n----------\nFin.'),
    ).toEqual([
      ['heading', 'Compte rendu'],
      ['heading', 'Points'],
      ['paragraph', 'Texte.'],
      ['paragraph', 'Fin.'],
    ]);
  });

  it('rejoins the wrapped part of a text whose other lines are long', async () => {
    const long = 'Une phrase que personne n’a coupée. '.repeat(5).trim();
    const wrapped = [
      'Les documents de la conférence sont à la disposition de tous les sites qui les',
      'demandent, et les vidéos de la journée suivront dès que les familles auront dit',
      'oui. Nous avons aussi parlé du livret, que chaque équipe peut adapter comme elle',
      'l’entend, et du tableau de bord : il sera ouvert aux coordinatrices au cours de',
      'la semaine prochaine. Un webinaire est prévu pour les foyers le mardi 6',
      'octobre à 14h.',
    ];
    const asked = 'Les bilans de juillet saisis avant la bascule sont-ils conservés, ou non ?';
    const source = `${long}\nRAS.\n${long}\n\n${wrapped.join('\n')}\n\n${asked}\nOui, tous.`;
    expect((await read(source)).map(([, text]) => text)).toEqual([
      long,
      'RAS.',
      long,
      wrapped.join(' '),
      asked,
      'Oui, tous.',
    ]);
  });

  it('takes a number that a full line goes on with for no item', async () => {
    const wide = 'Faut-il relire le protocole avant chaque inclusion, et surtout la p.';
    expect(await read(`${wide}\n12) ? Oui, et la suite.\n\n1. un\n2. deux`)).toEqual([
      ['paragraph', `${wide} 12) ? Oui, et la suite.`],
      ['list', 'undeux'],
    ]);
  });

  it.each([
    ['bars', '| Site | Nouvelles |\n|---|---|\n| Épinal | RAS |'],
    [
      'a drawn grid',
      '+------+-----+\n| Site | Nouvelles |\n+======+=====+\n| Épi- | RAS |\n|      |     |\n+------+-----+',
    ],
    [
      'spaces',
      'Site       Nouvelles\n--------   ---------\nÉpinal     RAS\nNîmes      54 inclusions\n',
    ],
    ['tabs', 'Site\tNouvelles\nÉpinal\tRAS\nNîmes\t54'],
  ])('reads a table set with %s', async (_, source) => {
    const [first] = await read(`Avant.\n\n${source}\n\nAprès.`).then((blocks) => blocks.slice(1));
    expect(first?.[0]).toBe('table');
  });

  it('takes sentences with two spaces between them for no table', async () => {
    const line = 'Un mot.  Deux mots ici.  Trois mots.';
    expect((await read(`${line}\n${line}\n${line}`)).map(([type]) => type)).not.toContain('table');
  });

  it('reads through the quoting of a mail', async () => {
    expect(await read('> De : Zoé\n> Objet : CR\n>\n> > Bonjour')).toEqual([
      ['paragraph', 'De : Zoé'],
      ['paragraph', 'Objet : CR'],
      ['paragraph', 'Bonjour'],
    ]);
  });

  it.each([
    ['MacRoman', [0x8e, 0x74, 0x8e], 'été'],
    [
      'UTF-16 without a mark',
      Array.from('bonjour à tous', (letter) => [letter.charCodeAt(0), 0]).flat(),
      'bonjour à tous',
    ],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
  ])('reads %s', async (_, bytes, text) => {
    const { root } = await readDocument({ name: 'a.txt', bytes: new Uint8Array(bytes) });
    expect(toString(root)).toBe(text);
  });
});
