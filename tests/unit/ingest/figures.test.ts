import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/ingest/recognise/figures.ts';

const figures = (text: string) => {
  const read = readFigures(text);
  return [read.inclusions, read.followed, read.waiting, read.fte].map(
    (item) => item?.value ?? null,
  );
};

describe('readFigures', () => {
  it.each<[string, (number | null)[]]>([
    ['54 inclusions, médecin libéral sur site.', [54, null, null, null]],
    [
      '18 inclusions ont été réalisées. Pause, car 178 inclusions pour 1.8 ETP.',
      [178, null, null, 1.8],
    ],
    ['78 inclusions et 68 enfants suivis (10 sont sortis).', [78, 68, null, null]],
    ['18 nouveaux inclus et 2 en attente. 123 inclusions, 109 suivis.', [123, 109, 2, null]],
    ['Passage de 36 à 39 inclusions depuis la dernière fois.', [39, null, null, null]],
    ['Quatre en un mois, ce qui porte le total à 72.', [72, null, null, null]],
    ['Le total reste à 105 inclusions.', [105, null, null, null]],
    ['Inclusions : 41', [41, null, null, null]],
    ['31 nouvelles inclusions depuis juin.', [null, null, null, null]],
    ['Environ 120 dossiers, autour de 100 inclusions.', [null, null, null, null]],
    ['Une trentaine d’inclusions.', [null, null, null, null]],
    ['33 inclusions à ce jour dans la cohorte ESPER.', [null, null, null, null]],
    ['Inclusions stoppées.', [null, null, null, null]],
    ['72 inclusions et des dossiers en attente.', [72, null, null, null]],
    ['Plusieurs enfants en attente. 3 enfants en attente de suivi.', [null, null, null, null]],
    ['14 enfants de moins d’un an sont en attente d’inclusion.', [null, null, 14, null]],
    ['66 inclusions et 1 dossier en attente.', [66, null, 1, null]],
    ['L’équipe tourne avec 1,6 ETP au lieu de 2.', [null, null, null, 1.6]],
    ['Un demi-poste (0,5 ETP) a été demandé au département.', [null, null, null, null]],
    ['Quarante-deux inclusions.', [42, null, null, null]],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it('reads on where a margin broke a line', () => {
    const lines = [
      'La deux-centième inclusion a été fêtée avec un gâteau, et l’on en compte déjà',
      '203 au moment de cette conférence.',
    ];
    expect(readFigures(lines.join('\n')).inclusions).toEqual({
      value: 203,
      sentence: lines.join(' '),
      start: 0,
    });
  });

  it('takes a bare number in brackets only where nothing else is stated', () => {
    expect(figures('[76] Une reprise en douceur.')).toEqual([76, null, null, null]);
    expect(figures('[76] Le site compte 78 inclusions.')).toEqual([78, null, null, null]);
  });

  it('keeps the sentence a figure was read from', () => {
    expect(readFigures('Tout va bien. 54 inclusions à ce jour. Merci.').inclusions?.sentence).toBe(
      '54 inclusions à ce jour.',
    );
  });
});
