import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../src/ingest/formats/hyphens.ts';
import { type Span, toLines } from '../../../../src/ingest/formats/pdf-lines.ts';
import { measure, toGroups } from '../../../../src/ingest/formats/pdf-paragraphs.ts';
import { dropRunning } from '../../../../src/ingest/formats/pdf-running.ts';
import { outline, read } from './fixture.ts';
import { type MadePage, pdf, type Piece } from './pdf-file.ts';

const LETTER = 5;
const span = (text: string, y: number, x = 70, size = 12): Span => ({
  text,
  x,
  right: x + text.length * LETTER,
  y,
  size,
  bold: false,
  italic: false,
  url: null,
});
const groups = (...pages: Span[][]): string[] => {
  const lines = pages.flatMap((page, index) => toLines(page, index + 1));
  return toGroups(lines, measure(lines)).map((group) =>
    group.lines
      .map((line) => line.text.slice(group.lines[0] === line ? group.bullet : 0))
      .join(' '),
  );
};
const full = 'une ligne de texte qui va jusqu’au bord de la page';

describe('text of a PDF', () => {
  it('puts raised letters and bullets on their line', () => {
    const spans = [span('1', 700), span('er', 704, 75, 7), span('mars', 700, 95)];
    expect(toLines(spans, 1).map((line) => line.text)).toEqual(['1er mars']);
    expect(
      groups([span('●', 700), span('un', 700, 90), span('\uf0b7', 686), span('deux', 686, 90)]),
    ).toEqual(['un', 'deux']);
  });

  it('tells marks of notes from squares and ordinals', () => {
    const line = (before: string, mark: string): string | undefined =>
      toLines([span(before, 700), span(mark, 705, 70 + before.length * LETTER, 7)], 1)[0]?.text;
    expect(line('au 5 mai', '1')).toBe('au 5 mai (1)');
    expect(line('12 m', '2')).toBe('12 m2');
    expect(line('1', 'er')).toBe('1er');
  });

  it('parts paragraphs where a line was ended by hand, or a gap stands', () => {
    expect(groups([span(full, 700), span('suite.', 686), span('Autre.', 672)])).toEqual([
      `${full} suite.`,
      'Autre.',
    ]);
    expect(groups([span(full, 700), span(full, 686), span(full, 672), span('fin', 640)])).toEqual([
      `${full} ${full} ${full}`,
      'fin',
    ]);
  });

  it('goes on in lower case behind a line that is nearly full', () => {
    const nearly = full.slice(0, 46).trim();
    expect(groups([span(full, 700), span(nearly, 686), span('est (12 mai).', 672)])).toEqual([
      `${full} ${nearly} est (12 mai).`,
    ]);
    const short = full.slice(0, 30).trim();
    expect(groups([span(full, 700), span(short, 686), span('est (12 mai).', 672)])).toHaveLength(2);
  });

  it('joins a paragraph across pages, and a list item with the lines under its text', () => {
    expect(groups([span(full, 60)], [span('et sa fin.', 700)])).toEqual([`${full} et sa fin.`]);
    expect(
      groups([span(full, 714), span('•', 700), span('Un site', 700, 80), span('Deux', 686, 80)]),
    ).toEqual([full, 'Un site Deux']);
  });

  it.each([
    ['une consul-', 'tation', 'une consultation'],
    ['l’après-', 'midi', 'l’après-midi'],
    ['La Roche-', 'sur-Yon', 'La Roche-sur-Yon'],
    ['Jean-', 'Marie', 'Jean-Marie'],
    ['peut-', 'être', 'peut-être'],
    ['fin', 'suite', 'fin suite'],
    ['voir https://exemple.fr/tableau-', 'de-bord.', 'voir https://exemple.fr/tableau-de-bord.'],
    ['https://exemple.fr/form?', 'id=3', 'https://exemple.fr/form?id=3'],
    ['https://exemple.fr/page', 'pour les sites', 'https://exemple.fr/page pour les sites'],
  ])('joins « %s » and « %s »', (before, after, joined) => {
    expect(joinLines(before, after, new Set(['roche-sur-yon', 'roche-sur']))).toBe(joined);
  });
});

describe('numbers at the beginning of lines of a PDF', () => {
  const wide = 'le protocole dit de relire ce que l’on trouve en cf. p.';
  it.each([
    ['12) ? Oui.', [`${wide} 12) ? Oui.`]],
    ['72. Le département', [`${wide} 72. Le département`]],
    ['1. Un item', [wide, 'Un item']],
  ])('reads « %s » under a full line as the rest of it or as an item', (line, found) => {
    expect(groups([span(wide, 700), span(line, 686)])).toEqual(found);
  });

  it('reads numbers that count on as items', () => {
    const items = [`1. ${wide.slice(3)}`, `2. ${wide.slice(3)}`, '3. trois'];
    expect(groups(items.map((item, index) => span(item, 700 - index * 14)))).toEqual(
      items.map((item) => item.slice(3)),
    );
  });

  it('keeps a number that no list has counted to, though it begins a line by itself', () => {
    const short = full.slice(0, 30).trim();
    expect(groups([span(full, 700), span(short, 686), span('51. Le stage', 672)])).toEqual([
      `${full} ${short}`,
      '51. Le stage',
    ]);
    const items = ['1. un', '1) a', '2) b', '2. deux'].map((text, at) => span(text, 672 - at * 14));
    expect(groups([span(full, 700), ...items])).toEqual([full, 'un', 'a', 'b', 'deux']);
  });

  it('reads a dash within a sentence as such', () => {
    const line = 'les équipes que nous avons vues cette année en visite';
    expect(groups([span(line, 700), span('– dont Lyon – sont là.', 686)])).toEqual([
      `${line} – dont Lyon – sont là.`,
    ]);
  });
});

describe('headers and footers of a PDF', () => {
  const kept = (pages: Span[][]) => {
    const result = dropRunning(pages.map((page, index) => toLines(page, index + 1)));
    return { lines: result.pages.flat().map((line) => line.text), running: result.running };
  };

  const texts = ['texte', 'suite', 'autre', 'fin'];
  const paged = (...lines: string[]) =>
    kept(lines.map((line, index) => [span(texts[index] ?? '', 500), span(line, 30)])).lines;

  it.each(['page # / 3', '– # –', '#', 'Page # sur 3', '#/3', 'Page | #', 'p. #', '[#]'])(
    'drops « %s » where it counts the pages',
    (number) => {
      const numbers = (from: number) => [0, 1].map((at) => number.replace('#', String(from + at)));
      expect(paged(...numbers(1))).toEqual(['texte', 'suite']);
      expect(paged(...numbers(7))).toEqual(['texte', 'suite']);
    },
  );

  it.each(['page 1 / 3', 'Page 1', '1/1'])('drops « %s » on one page', (number) => {
    expect(paged(number)).toEqual(['texte']);
  });

  it.each([['72'], ['1'], ['2/3'], ['54', '61'], ['54', '54'], ['page 12']])(
    'keeps the figures %j at the edge of pages',
    (...numbers) => {
      expect(paged(...numbers)).toEqual(numbers.flatMap((number, at) => [texts[at], number]));
    },
  );

  it('keeps what counts on with text beside or beyond it', () => {
    const page = (number: string) => [
      span(`texte ${number}`, 500),
      span(number, 40),
      span(`total ${number}`, 20),
    ];
    expect(kept([page('1'), page('2'), [span('autre', 20)]]).lines).toHaveLength(7);
    expect(paged('1', '2', 'dernière ligne')).toContain('2');
  });

  it('keeps a line of one word that two pages end with, and a sentence said twice', () => {
    expect(paged('RAS.', 'RAS.')).toEqual(['texte', 'RAS.', 'suite', 'RAS.']);
    const twice = 'Prochaine conférence : lundi 13 janvier';
    const pages = [
      [span('un', 500), span(twice, 300)],
      [span(twice, 500), span('deux', 480)],
    ];
    expect(kept(pages).lines.filter((line) => line === twice)).toHaveLength(2);
    expect(paged(twice, twice, 'autre ligne')).toHaveLength(6);
  });

  it('drops what comes back, and keeps once what no other line says', () => {
    const page = (number: number) => [
      span('Conférence – avril', 800),
      span(`mot ${'abc'.repeat(number)}`, 500),
      span(`ECNP, ${String(number)}/3`, 30),
    ];
    expect(kept([page(1), page(2), page(3)])).toEqual({
      lines: ['mot abc', 'mot abcabc', 'mot abcabcabc'],
      running: ['Conférence – avril', 'ECNP, 1/3'],
    });
  });

  it('keeps lines that come back elsewhere on the page, or with other figures', () => {
    expect(kept([[span('RAS.', 700)], [span('RAS.', 500)]]).lines).toEqual(['RAS.', 'RAS.']);
    expect(kept([[span('54 inclusions', 700)], [span('61 inclusions', 700)]]).lines).toEqual([
      '54 inclusions',
      '61 inclusions',
    ]);
  });
});

const lines = async (...pages: MadePage[]) => outline((await read('cr.pdf', pdf(pages))).root);
const column = (texts: readonly string[], x: number, y: number, gap = 14): Piece[] =>
  texts.map((text, index) => ({ text, x, y: y - index * gap }));

describe('pages of a PDF', () => {
  it('reads a ruled table, its cells of several lines, and its rest on the next page', async () => {
    const grid = (top: number, rows: readonly number[]) => [
      ...[60, 160, 400].map((x) => [x, top, x, rows.at(-1) ?? 0] as const),
      ...[top, ...rows].map((y) => [60, y, 400, y] as const),
    ];
    expect(
      await lines(
        {
          rules: grid(710, [690, 650]),
          pieces: [
            { text: 'Avant.', x: 60, y: 740 },
            { text: 'Site', x: 65, y: 695, bold: true },
            { text: 'Nouvelles', x: 165, y: 695, bold: true },
            { text: 'Épinal', x: 65, y: 675 },
            { text: 'Deux familles d’accueil de plus ont rejoint le', x: 165, y: 675 },
            { text: 'réseau.', x: 165, y: 661 },
          ],
        },
        {
          rules: grid(800, [780]),
          pieces: [
            { text: 'Nîmes', x: 65, y: 785 },
            { text: 'RAS', x: 165, y: 785 },
            { text: 'Après.', x: 60, y: 700 },
          ],
        },
      ),
    ).toEqual([
      'p Avant.',
      '| **Site** | **Nouvelles** |',
      '| Épinal | Deux familles d’accueil de plus ont rejoint le réseau. |',
      '| Nîmes | RAS |',
      'p Après.',
    ]);
  });

  it('reads columns that are only aligned as a table, and labels as lines', async () => {
    expect(
      await lines({
        pieces: [
          ...column(['Présents', 'Zoé LELEU', 'Yann PICAUD', 'Ève ROY'], 60, 700),
          ...column(['Dainville', 'Nantes', 'Marseille'], 220, 686),
          ...column(['Date :', 'Lieu :', 'Heure :'], 60, 600),
          ...column(['lundi 15', 'en visio', '13h30'], 220, 600),
        ],
      }),
    ).toEqual([
      'p Présents',
      '| Zoé LELEU | Dainville |',
      '| Yann PICAUD | Nantes |',
      '| Ève ROY | Marseille |',
      'p Date : lundi 15',
      'p Lieu : en visio',
      'p Heure : 13h30',
    ]);
  });

  it('reads the columns of a page one after the other', async () => {
    const prose = (word: string) =>
      Array.from(
        { length: 9 },
        (_, index) => `${word} de texte qui remplit la colonne ${String(index)}`,
      );
    const found = await lines({
      pieces: [
        {
          text: 'Compte rendu de la conférence des coordinations locales',
          x: 60,
          y: 780,
          size: 18,
        },
        ...column(prose('gauche'), 60, 740),
        ...column(prose('droite'), 310, 735),
      ],
    });
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^h1 Compte/);
    expect(found[1]).toMatch(/^p gauche.*colonne 8 droite.*colonne 8$/);
  });

  it('puts a link behind the words it stands on, and only those', async () => {
    const text = 'Inscription par ce formulaire avant le 3 mai.';
    const width = text.length * 5;
    expect(
      await lines({
        pieces: [{ text, x: 60, y: 700, size: 11 }],
        links: [[60 + width * 0.33, 697, 60 + width * 0.6, 712, 'https://exemple.fr/f']],
      }),
    ).toEqual(['p Inscription par [ce formulaire](https://exemple.fr/f) avant le 3 mai.']);
  });

  it('keeps turned text apart, and reads bold by the name of its font', async () => {
    expect(
      await lines({
        pieces: [
          { text: 'BROUILLON', x: 30, y: 300, turned: true },
          { text: 'Épinal :', x: 60, y: 700, bold: true },
          { text: '54', x: 110, y: 700 },
        ],
      }),
    ).toEqual(['p **Épinal :** 54', 'p BROUILLON']);
  });

  it('refuses pages without text', async () => {
    await expect(read('cr.pdf', pdf([{ pieces: [] }]))).rejects.toThrow(/images de pages/);
  });
});
