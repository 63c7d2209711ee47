import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/ingest/recognise/figures.ts';

describe('readFigures: several at once', () => {
  it.each<[string, (number | null)[]]>([
    [
      'Le total des enfants inclus s’établit désormais à 191, dont 152 enfants suivis.',
      [191, 152, null, null],
    ],
    ['Inclus : 54 / Suivis : 46 / En attente : 3', [54, 46, 3, null]],
    ['Inclus : 54 – Suivis : 46 – En attente : 3 – ETP : 1,8', [54, 46, 3, 1.8]],
    ['[54 inclusions – 46 suivis]', [54, 46, null, null]],
    ['66 enfants inclus au total, dont 57 suivis.', [66, 57, null, null]],
    [
      'Au total, 66 enfants ont été inclus, 57 le sont encore et 57 sont suivis.',
      [66, 57, null, null],
    ],
    ['54 incl. / 46 suivis / 0 en attente', [54, 46, 0, null]],
    ['Sur les 54 enfants inclus, 46 sont suivis.', [54, 46, null, null]],
    ['46 enfants suivis sur 54 inclus.', [54, 46, null, null]],
    [
      'Il y a aujourd’hui 97 inclusions, et 6 enfants sont en attente d’inclusion.',
      [97, null, 6, null],
    ],
    ['Le cap des cinquante inclusions est passé : 51 inclusions, 40 suivis.', [51, 40, null, null]],
    [
      'Effectif inclus : 54 enfants. File active : 46 enfants. Liste d’attente : 3 enfants.',
      [54, 46, 3, null],
    ],
    [
      'Inclusions (cumul) : 54 ; suivis (à ce jour) : 46 ; en attente (signature) : 3',
      [54, 46, 3, null],
    ],
    ['nb inclus 54, nb suivis 46', [54, 46, null, null]],
    [
      'Le site comptait 83 inclusions à la fin du mois de septembre, parmi lesquelles 61 enfants suivis.',
      [83, 61, null, null],
    ],
    [
      '83 dossiers inclus, 70 enfants suivis effectivement, 4 dossiers en cours.',
      [83, 70, null, null],
    ],
    ['On arrive à 83 inclusions et 70 suivis.', [83, 70, null, null]],
    ['83 inclus dont 70 toujours suivis et 13 sortis.', [83, 70, null, null]],
    ['70 enfants sont suivis à ce jour, 2 sont en attente d’inclusion', [null, 70, 2, null]],
    ['Nous avons 83 inclusions, 70 enfants dans la file active.', [83, 70, null, null]],
    ['Toujours 1,4 ETP pour 105 inclusions.', [105, null, null, 1.4]],
    [
      'Sylvie nous apprend que le département a signé la convention. Elle rappelle que 112 enfants ont déjà bénéficié du programme, 95 en bénéficient encore.',
      [112, 95, null, null],
    ],
    ['Le site affiche 112 inclusions pour 95 suivis réels.', [112, 95, null, null]],
    ['112 inclus (+2), 95 suivis (-1), 4 en attente', [112, 95, 4, null]],
    ['112 inclusions (dont 2 nouvelles), 95 enfants suivis, 17 sorties', [112, 95, null, null]],
    ['Sur 112 inclusions, 17 sorties, soit 95 enfants encore suivis.', [112, 95, null, null]],
    ['L’équipe, 1,5 ETP pour 112 inclusions, s’essouffle.', [112, null, null, 1.5]],
    ['Toujours 88 enfants inclus et 70 suivis, pas d’attente.', [88, 70, null, null]],
    ['88 inclusions + 3 en attente', [88, null, 3, null]],
    ['Inclusions 88 / Suivis 70 / Attente 3', [88, 70, 3, null]],
    ['Inclusions 88, suivis 70, en attente 3, ETP 1,8', [88, 70, 3, 1.8]],
    [
      'Quatre-vingt-huit enfants ont été inclus depuis 2020, dont soixante-dix sont toujours suivis.',
      [88, 70, null, null],
    ],
    ['Nos 88 petits inclus vont bien, 70 d’entre eux sont suivis sur place.', [88, 70, null, null]],
  ])('%s', (text, expected) => {
    const read = readFigures(text);
    const figures = [read.inclusions, read.followed, read.waiting, read.fte];
    expect(figures.map((figure) => figure?.value ?? null)).toEqual(expected);
  });
});
