import { describe, expect, it } from 'vitest';
import { recordDifferent, recordSame } from '../../../src/curation/record.ts';
import { resolveName } from '../../../src/curation/resolve-name.ts';
import { peopleTable } from '../../../src/minutes/people.ts';

const ada = { name: 'Ada Lunaire', aliases: ['A. Lunaire'], distinct: ['Ada Lunard'] };
const zoe = { name: 'Zoé Mars', aliases: ['Z. Mars'], distinct: [] };
const people = peopleTable([ada, zoe]);

describe('recordSame', () => {
  it('adds an alias, in an entry of its own where there was none', () => {
    expect(recordSame(people, 'Ada Lunaire', 'Adda Lunaire')).toEqual([
      { ...ada, aliases: ['A. Lunaire', 'Adda Lunaire'] },
      zoe,
    ]);
    expect(recordSame(people, 'Yvon Terre', 'Y. Terre')?.at(-1)).toEqual({
      name: 'Yvon Terre',
      aliases: ['Y. Terre'],
      distinct: [],
    });
  });
  it('takes in the entry of the alias', () => {
    expect(recordSame(people, 'Zoé Mars', 'Ada Lunaire')).toEqual([
      {
        name: 'Zoé Mars',
        aliases: ['Z. Mars', 'Ada Lunaire', 'A. Lunaire'],
        distinct: ['Ada Lunard'],
      },
    ]);
  });
  it('has nothing to do for a known alias', () => {
    expect(recordSame(people, 'Ada Lunaire', 'A. Lunaire')).toBeNull();
  });
  it.each([
    ['Zoé Mars', 'A. Lunaire', /déjà une autre écriture de «\sAda Lunaire\s»/],
    ['A. Lunaire', 'Ada Lunaire', /échangez/],
    ['A. Lunaire', 'Yvon Terre', /Recommencez avec «\sAda Lunaire\s»/],
    ['Ada Lunaire', 'Ada Lunard', /deux personnes distinctes/],
    ['Ada Lunaire', 'Ada  Lunaire', /deux fois/],
  ])('refuses to join %s and %s', (name, alias, message) => {
    expect(() => recordSame(people, name, alias)).toThrow(message);
  });
});

describe('recordDifferent', () => {
  it('records it between canonical names, once', () => {
    const entries = recordDifferent(people, 'Z. Mars', 'A. Lunaire');
    expect(entries).toEqual([ada, { ...zoe, distinct: ['Ada Lunaire'] }]);
    expect(recordDifferent(peopleTable(entries ?? []), 'Ada Lunaire', 'Zoé Mars')).toBeNull();
  });
  it('refuses for one person', () => {
    expect(() => recordDifferent(people, 'Ada Lunaire', 'A. Lunaire')).toThrow(/déjà réunis/);
  });
});

describe('resolveName', () => {
  const names = ['Ada LUNAIRE', 'LUNAIRE Ada', 'Ada Mars', 'MARS Ada', 'MARS Âda'];

  it('finds a name by its letters', () => {
    expect(resolveName('MARS  Ada', names)).toBe('MARS Ada');
    expect(resolveName('ada lunaire', names)).toBe('Ada LUNAIRE');
    expect(resolveName('zoe terre', ['TERRE Zoé'])).toBe('TERRE Zoé');
  });
  it('refuses what several or none are, and shows them', () => {
    expect(() => resolveName('mars ada', names)).toThrow(/plusieurs façons.*«\sMARS Âda\s»/);
    expect(() => resolveName('Adda Lunaire', names)).toThrow(
      /Vouliez-vous dire.*«\sAda LUNAIRE\s»/,
    );
    expect(() => resolveName('Lunaire', names)).toThrow(/«\sAda LUNAIRE\s»/);
    expect(() => resolveName('Xyz', names)).toThrow(/Aucun compte-rendu.*npm run people/);
  });
});
