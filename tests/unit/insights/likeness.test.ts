import { describe, expect, it } from 'vitest';
import { asksTheSame, subjectOf, weightsOf } from '../../../src/insights/likeness.ts';

/** Questions of other kinds, so that words have weights as among real ones. */
const OTHERS = [
  'Qui prévient la mairie quand un pont est fermé ?',
  'Combien de bateaux le port peut-il accueillir ?',
  'Un capitaine peut-il refuser un passager ?',
  'Où range-t-on les cordes du port après la tempête ?',
  'Le phare doit-il rester allumé le dimanche ?',
];

function same(a: string, b: string): boolean {
  const subjects = [a, b, ...OTHERS].map(subjectOf);
  const [first = new Set(), second = new Set()] = subjects;
  const weight = weightsOf(subjects);
  const there = asksTheSame(first, second, weight);
  expect(asksTheSame(second, first, weight)).toBe(there);
  return there;
}

describe('asksTheSame', () => {
  it.each([
    ['Le permis doit-il être signé de nouveau ?', 'Faut-il refaire signer le permis ?'],
    [
      'Peut-on facturer la traversée d’un passager absent ?',
      'Est-ce qu’on peut facturer les traversées des passagers absents ?',
    ],
    [
      'Comment déclarer un changement de capitaine ?',
      'Comment déclarer le changement de capitaine en cours de mois ?',
    ],
    [
      'Quid du carnet de bord lorsque le voyage est interrompu ?',
      'Que devient le carnet de bord si le voyage est interrompu ?',
    ],
  ])('brings together « %s » and « %s »', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    // One word replaced by another.
    [
      'Peut-on facturer la visite du navire faite par un mécanicien du port ?',
      'Peut-on facturer la visite du navire faite par une infirmière du port ?',
    ],
    ['Qui paie les cordes du bateau ?', 'Qui paie les voiles du bateau ?'],
    ['Peut-on embarquer un passager malade ?', 'Peut-on embarquer un passager mineur ?'],
    // A number, a negation.
    [
      'Peut-on facturer la visite des 24 mois en retard ?',
      'Peut-on facturer la visite des 36 mois en retard ?',
    ],
    [
      'Peut-on facturer une traversée avec un passager inscrit ?',
      'Peut-on facturer une traversée sans un passager inscrit ?',
    ],
    // A general question and one of its cases.
    ['Peut-on embarquer un passager ?', 'Peut-on embarquer un passager étranger ?'],
    // Only the form of asking in common.
    ['Est-il possible de partir ?', 'Est-il possible de rester ?'],
    ['Est-ce que c’est possible ?', 'Est-ce que ça peut se faire ?'],
  ])('tells apart « %s » and « %s »', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
