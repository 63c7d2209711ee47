import { describe, expect, it } from 'vitest';
import { presenceOf } from '../../../src/insights/presence.ts';
import { peopleTable } from '../../../src/minutes/people.ts';
import { inventedMinutes as cr } from './minutes.ts';

const at = (name: string, site = 'lune') => ({ name, site });
const none = peopleTable([]);

describe('presenceOf', () => {
  const minutes = [
    cr({ number: 4, date: '2030-04-01', participants: [at('Ada Pré')], excused: [at('Zoé Lys')] }),
    cr({
      number: 1,
      date: '2030-01-01',
      participants: [at('PRÉ Ada'), at('Léo Mars', 'mars')],
    }),
    cr({ number: 2, date: '2030-02-01', excused: [at('Ada Pre')], participants: [at('Ida Val')] }),
  ];

  it('says from which CR to which, and how at each conference', () => {
    const { conferences, people } = presenceOf('lune', minutes, none);
    expect(conferences.map(({ ref, missing }) => [ref.number, missing])).toEqual([
      [1, []],
      [2, []],
      [4, [3]],
    ]);
    expect(people.map(({ name, marks }) => [name, marks])).toEqual([
      ['Ada Pré', ['present', 'excused', 'present']],
      ['Zoé Lys', ['none', 'none', 'excused']],
      ['Ida Val', ['none', 'present', 'none']],
    ]);
    const [ada] = people;
    expect([ada?.from.number, ada?.to.number, ada?.present, ada?.excused]).toEqual([1, 4, 2, 1]);
  });

  it('knows people by their canonical names', () => {
    const table = peopleTable([
      { name: 'Ada Neuve', aliases: ['Ada Pré', 'Ida Val'], distinct: [] },
    ]);
    const { people } = presenceOf('lune', minutes, table);
    expect(people.map(({ name }) => name)).toContain('Ada Neuve');
    expect(people.map(({ name }) => name)).not.toContain('Ida Val');
  });

  it('tells apart two people of one name where the table does', () => {
    const table = peopleTable([{ name: 'Jean MARIE', aliases: [], distinct: ['Marie JEAN'] }]);
    const both = cr({
      date: '2030-01-01',
      participants: [at('Jean MARIE'), at('Marie JEAN')],
    });
    expect(presenceOf('lune', [both], table).people).toHaveLength(2);
    expect(presenceOf('lune', [both], none).people).toHaveLength(1);
  });

  it('counts once whoever is listed twice, and as present', () => {
    const twice = cr({
      date: '2030-01-01',
      participants: [at('Ada Pré')],
      excused: [at('Ada Pré')],
    });
    expect(presenceOf('lune', [twice], none).people[0]).toMatchObject({ present: 1, excused: 0 });
  });
});
