import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/ingest/blocks/block.ts';
import { readNational } from '../../../src/ingest/recognise/national.ts';
import type { Zone } from '../../../src/ingest/recognise/outline.ts';

type Line = [Zone['topic'], string];

const toBlock = (text: string, index: number): Block => ({
  kind: 'paragraph',
  text,
  children: [],
  emphasis: { bold: false, italic: false },
  depth: 0,
  ordered: false,
  number: null,
  joined: false,
  node: null,
  place: { line: index + 1, column: 1 },
});

/** The figure of a CR of these lines, each a zone of its own, held on 18 May 2026. */
function national(...lines: Line[]): { count: number; asOf: string | null } | null {
  const zones = lines.map(([topic], index) => ({
    topic,
    headed: false,
    level: 2,
    from: index,
    to: index + 1,
  }));
  const blocks = lines.map(([, text], index) => toBlock(text, index));
  return readNational(blocks, zones, '2026-05-18')?.value ?? null;
}

describe('readNational', () => {
  it.each<[Zone['topic'], string, number, string | null]>([
    ['head', '1151 inclusions au 5 mai', 1151, '2026-05-05'],
    ['head', '1 151 inclusions au 5 mai 2026 (1 128 au 7 avril)', 1151, '2026-05-05'],
    ['head', 'Inclusions : 1 151 au 05/05', 1151, '2026-05-05'],
    ['head', 'Inclusions au 5 mai : 1 151', 1151, '2026-05-05'],
    ['head', 'Nombre d’inclusions au 5 mai 2026 : 1 151 (+23)', 1151, '2026-05-05'],
    ['head', 'Nombre total d’enfants inclus : 1 151 (données du 05/05/2026)', 1151, '2026-05-05'],
    ['head', 'Nombre d’inclusions | 1 151 | au 5 mai', 1151, '2026-05-05'],
    ['head', 'Inclusions nationales | 1 151 au 05/05 (1 128 au 07/04)', 1151, '2026-05-05'],
    ['head', '1.151 inclusions à ce jour', 1151, null],
    ['head', 'mille cent cinquante et un enfants inclus au 5 mai', 1151, '2026-05-05'],
    ['head', '1 151 bébés inclus – chiffres arrêtés au 5 mai', 1151, '2026-05-05'],
    ['section', 'Au 5 mai, PEGASE compte 1 151 enfants inclus.', 1151, '2026-05-05'],
    ['section', 'Le programme compte désormais 1 151 enfants (au 5 mai).', 1151, '2026-05-05'],
    [
      'section',
      'À la date du 5 mai, la base nationale recensait 1 151 enfants.',
      1151,
      '2026-05-05',
    ],
    [
      'section',
      'Le compteur national affiche 1 151 inclusions au 5 mai, contre 1 128 au 7 avril.',
      1151,
      '2026-05-05',
    ],
    ['section', 'Rappel : nous en sommes à 1 151 inclusions, tous sites confondus.', 1151, null],
    ['section', 'Le cap des 1 150 inclusions est franchi : 1 151 au 5 mai !', 1151, '2026-05-05'],
    ['section', 'Cap des 1 150 franchi ! 1 151 enfants inclus au 5 mai.', 1151, '2026-05-05'],
    ['head', 'Inclusions : 1 151 – ESPER : 229', 1151, null],
    ['head', 'ESPER : 229 inclusions – PEGASE : 1 151 inclusions au 5 mai', 1151, '2026-05-05'],
    [
      'section',
      'De 1 128 inclusions au 7 avril, nous sommes passés à 1 151 au 5 mai.',
      1151,
      '2026-05-05',
    ],
    ['section', '1 151 enfants bénéficient du programme (chiffre du 05/05).', 1151, '2026-05-05'],
    [
      'section',
      '1 151 enfants sont entrés dans le programme depuis son lancement (situation au 5 mai 2026).',
      1151,
      '2026-05-05',
    ],
    ['section', 'Au niveau national : 1 151 inclusions au 05/05/26.', 1151, '2026-05-05'],
    ['section', 'Le nombre total d’inclusions s’élève à 1 151 au mardi 5 mai.', 1151, '2026-05-05'],
    ['section', 'Point sur les inclusions : au 31 décembre, 1 151.', 1151, '2025-12-31'],
  ])('reads in the %s: %s', (topic, text, count, asOf) => {
    expect(national(['head', '54e conférence'], [topic, text])).toEqual({ count, asOf });
  });

  it.each([
    'Nous visons 3 000 enfants à l’horizon 2028.',
    'L’objectif national est de 1 500 inclusions fin 2026.',
    'Le programme devrait compter 1 200 enfants à l’été.',
    'La cohorte ESPER compte 214 enfants au 5 mai.',
    'La réunion aura lieu le 12 juin 2026 et rassemblera 45 enfants.',
    'Environ 1 150 enfants inclus au national.',
    'En 2026 le programme change.',
    'Un webinaire a réuni 120 professionnels, 35 enfants du programme en ont bénéficié.',
    'Quatre sites ont inclus 12 enfants en avril.',
    'La file active nationale est de 950 enfants.',
    'Le programme a franchi la barre des 1 100 enfants.',
  ])('reads none in %j', (text) => {
    expect(national(['head', '54e conférence'], ['section', text])).toBeNull();
  });

  it('takes the day from the heading', () => {
    expect(national(['section', 'Chiffres au 5 mai'], ['section', '1 151 inclusions'])).toEqual({
      count: 1151,
      asOf: '2026-05-05',
    });
  });

  it('takes a highlight where nothing else states the figure', () => {
    const highlight: Line = ['highlights', '1 151 inclusions au 5 mai'];
    expect(national(highlight)?.count).toBe(1151);
    expect(
      national(highlight, ['section', 'Le programme compte 1 152 inclusions au 5 mai.'])?.count,
    ).toBe(1152);
  });

  it('takes no site’s figure, and none below the largest site’s', () => {
    const news: Line = ['news', 'Marseille : 191 inclusions au 5 mai'];
    expect(national(news)).toBeNull();
    expect(national(['section', 'Nous comptons 120 inclusions au 5 mai.'], news)).toBeNull();
    expect(national(['section', 'Nous comptons 1 120 inclusions au 5 mai.'], news)?.count).toBe(
      1120,
    );
  });

  it('reads a row of a table, and cites it', () => {
    const row = toBlock('Inclusions nationales | 1 174 au 02/05 (1 151 au 07/04)', 0);
    const zone: Zone = { topic: 'head', headed: false, level: 0, from: 0, to: 1 };
    expect(readNational([{ ...row, kind: 'whole' }], [zone], '2026-05-18')).toMatchObject({
      value: { count: 1174, asOf: '2026-05-02' },
      place: { line: 1, column: 1 },
    });
  });

  it('leaves out the blocks of sites’ news that it is told of', () => {
    const block = toBlock('Le programme compte 191 enfants inclus au 5 mai.', 0);
    const zone: Zone = { topic: 'section', headed: false, level: 0, from: 0, to: 1 };
    expect(readNational([block], [zone], '2026-05-18', () => true)).toBeNull();
    expect(readNational([block], [zone], '2026-05-18', () => false)?.value.count).toBe(191);
  });
});
