import { describe, expect, it } from 'vitest';
import { directoryOf } from '../../../src/insights/directory.ts';
import { peopleTable } from '../../../src/minutes/people.ts';
import { inventedMinutes as cr } from './minutes.ts';

const none = peopleTable([]);
const at = (name: string, site: string | null = 'lune') => ({ name, site });
const names = (minutes: Parameters<typeof directoryOf>[0], table = none) =>
  directoryOf(minutes, table).people.map(({ name, presence }) => `${name} ${presence.join(' ')}`);

describe('directoryOf', () => {
  it('tells present, excused and unnamed apart, conference by conference', () => {
    const minutes = [
      cr({ number: 2, date: '2030-02-01', excused: [at('Ada LUNE')] }),
      cr({ number: 1, date: '2030-01-01', participants: [at('Ada LUNE'), at('Bo MARS')] }),
    ];
    expect(names(minutes)).toEqual(['Ada LUNE present excused', 'Bo MARS present unnamed']);
    expect(directoryOf(minutes, none).conferences.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('joins spellings that differ in case, accents or order, and those of the table', () => {
    const minutes = [
      cr({ date: '2030-01-01', participants: [at('Léa NOEL'), at('A. Lune')] }),
      cr({ date: '2030-02-01', participants: [at('NOËL Lea'), at('Ada LUNE')] }),
    ];
    const table = peopleTable([{ name: 'Ada Lune', aliases: ['A. Lune'], distinct: [] }]);
    expect(names(minutes, table)).toEqual(['Ada Lune present present', 'NOËL Lea present present']);
  });

  it('keeps apart two persons whose names have the same letters', () => {
    const table = peopleTable([{ name: 'Jean MARIE', aliases: [], distinct: ['Marie JEAN'] }]);
    const minutes = [
      cr({ date: '2030-01-01', participants: [at('Jean MARIE'), at('Marie JEAN')] }),
    ];
    expect(names(minutes, table)).toEqual(['Jean MARIE present', 'Marie JEAN present']);
  });

  it('counts someone who is listed twice as there', () => {
    const minutes = [
      cr({ date: '2030-01-01', participants: [at('Ada LUNE')], excused: [at('Ada LUNE')] }),
    ];
    expect(names(minutes)).toEqual(['Ada LUNE present']);
  });

  it('follows someone to another site, and keeps it where a CR says none', () => {
    const minutes = [
      cr({ date: '2030-01-01', participants: [at('Ada LUNE', 'lune')] }),
      cr({ date: '2030-02-01', participants: [at('Ada LUNE', 'mars')] }),
      cr({ date: '2030-03-01', excused: [at('Ada LUNE', null)] }),
    ];
    expect(directoryOf(minutes, none).people[0]).toMatchObject({ site: 'mars' });
  });

  it('gives the address that closing lines print for that name, and no other', () => {
    const passages = [
      { anchor: null, place: 'end', text: 'ada.lune@exemple.org et bo@exemple.org' },
      { anchor: 'x', place: 'body', text: 'bo.mars@exemple.org' },
    ] as const;
    const minutes = [
      cr({
        date: '2030-01-01',
        participants: [at('Ada LUNE'), at('Bo MARS')],
        passages: [...passages],
      }),
    ];
    const emails = directoryOf(minutes, none).people.map(({ email }) => email);
    expect(emails).toEqual(['ada.lune@exemple.org', null]);
  });
});
