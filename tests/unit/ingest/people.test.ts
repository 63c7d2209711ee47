import { describe, expect, it } from 'vitest';
import { readPeople, readPeopleLine } from '../../../src/ingest/recognise/people.ts';
import { sites } from '../sites.fixture.ts';

const brief = (text: string) =>
  readPeople(text, sites).map(({ name, site }) => `${name} @${String(site)}`);

describe('readPeople', () => {
  it.each([
    [
      'Ada UN, Bea DEUX (Dainville), Cleo TROIS et Dina QUATRE (Epinal)',
      ['Ada UN @dainville', 'Bea DEUX @dainville', 'Cleo TROIS @epinal', 'Dina QUATRE @epinal'],
    ],
    [
      'Ada UN (Nîmes), Bea DEUX, Cleo TROIS, et Dina QUATRE pour l’ECNP.',
      ['Ada UN @nimes', 'Bea DEUX @ecnp', 'Cleo TROIS @ecnp', 'Dina QUATRE @ecnp'],
    ],
    ['Ada UN (Nîmes', ['Ada UN @nimes']],
    [
      'Ada UN, puéricultrice, et Bea DEUX, secrétaire (Marseille)',
      ['Ada UN @marseille', 'Bea DEUX @marseille'],
    ],
    ['Ada UN (Marseille, puéricultrice)', ['Ada UN @marseille']],
    ['Ada UN (Nîmes et Uzès)', ['Ada UN @nimes']],
    ['UN Ada (Marseille) - DEUX Bea (Arras)', ['UN Ada @marseille', 'DEUX Bea @dainville']],
    ['Ada UN – Vosges', ['Ada UN @epinal']],
    ['Ada UN et Bea DEUX – Dainville', ['Ada UN @dainville', 'Bea DEUX @dainville']],
    ['Ada UN, psychologue – Chambéry', ['Ada UN @chambery']],
    ['Ada UN-DEUX d’EXEMPLE (Angers)', ['Ada UN-DEUX d’EXEMPLE @angers']],
    ['Marie-Ève DE LA TOUR (Angers)', ['Marie-Ève DE LA TOUR @angers']],
    ['Ada UN pour l’ECNP ainsi qu’une stagiaire de Strasbourg', ['Ada UN @ecnp']],
    ['Mme Ada UN, Dr Bea DEUX (Gard)', ['Ada UN @nimes', 'Bea DEUX @nimes']],
    ['+ 2 personnes non identifiées', []],
    ['Ada UN (en congé)', ['Ada UN @null']],
    [
      'Étaient connectées pour cette séance Ada Un et Bea Deux (Marseille), ainsi que Cleo Trois pour l’ECNP.',
      ['Ada Un @marseille', 'Bea Deux @marseille', 'Cleo Trois @ecnp'],
    ],
    [
      'pour LES ARDENNES, Ada UN ; pour La Roche-sur-Yon, Bea DEUX et Cleo de TROIS ; pour l’ECNP, Dina QUATRE.',
      [
        'Ada UN @ardennes',
        'Bea DEUX @la-roche-sur-yon',
        'Cleo de TROIS @la-roche-sur-yon',
        'Dina QUATRE @ecnp',
      ],
    ],
    [
      'A. UN, B.-C. DEUX (Charleville) ; M. TROIS (St Nazaire)',
      ['A. UN @ardennes', 'B.-C. DEUX @ardennes', 'M. TROIS @nantes'],
    ],
    [
      'Angers (Ada Un), Ardennes (Bea Deux, Cleo Trois)',
      ['Ada Un @angers', 'Bea Deux @ardennes', 'Cleo Trois @ardennes'],
    ],
    ['Côté Dainville, Ada Un et Bea Deux', ['Ada Un @dainville', 'Bea Deux @dainville']],
    ['Mme Ada LE UN (Strasbourg – congé maternité)', ['Ada LE UN @strasbourg']],
    [
      'Ada Un, Coordinatrice, Bea Deux, chargée de mission (Gard)',
      ['Ada Un @nimes', 'Bea Deux @nimes'],
    ],
    ['Un représentant de Marseille, le directeur et 3 stagiaires', []],
    ['Strasbourg, Ardennes et Uzès n’ont pas pu se joindre à nous', []],
  ])('reads %j', (text, people) => {
    expect(brief(text)).toEqual(people);
  });

  it.each([
    'Perpi : Ada Un, Bea Deux',
    'Perpignan – Ada Un, Bea Deux',
    'Perpignan   Ada Un, Bea Deux',
    'P.-O. (Perpignan) : Ada Un ; Bea Deux',
    'Perpignan > Ada Un / Bea Deux',
  ])('reads the site of %j', (text) => {
    expect(readPeopleLine(text, sites).map(({ name, site }) => `${name} ${String(site)}`)).toEqual([
      'Ada Un perpignan',
      'Bea Deux perpignan',
    ]);
  });

  it('marks who is said to be excused', () => {
    expect(
      readPeople('Ada Un (excusée), Bea Deux (Nantes)', sites).map(({ away }) => away),
    ).toEqual([true, null]);
  });

  it('reads a line that begins with its site', () => {
    expect(
      readPeopleLine('Saint-Nazaire : Ada UN, Bea DEUX', sites).map((person) => person.site),
    ).toEqual(['nantes', 'nantes']);
  });
});
