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
    ['Ada UN-DEUX d’EXEMPLE (Angers)', []],
    ['Marie-Ève DE LA TOUR (Angers)', ['Marie-Ève DE LA TOUR @angers']],
    ['Ada UN pour l’ECNP ainsi qu’une stagiaire de Strasbourg', ['Ada UN @ecnp']],
    ['Mme Ada UN, Dr Bea DEUX (Gard)', ['Ada UN @nimes', 'Bea DEUX @nimes']],
    ['+ 2 personnes non identifiées', []],
    ['Ada UN (en congé)', ['Ada UN @null']],
  ])('reads %j', (text, people) => {
    expect(brief(text)).toEqual(people);
  });

  it('reads a line that begins with its site', () => {
    expect(
      readPeopleLine('Saint-Nazaire : Ada UN, Bea DEUX', sites).map((person) => person.site),
    ).toEqual(['nantes', 'nantes']);
  });
});
