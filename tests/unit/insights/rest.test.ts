import { describe, expect, it } from 'vitest';
import { documentsByMinutes } from '../../../src/insights/documents.ts';
import { termUses } from '../../../src/insights/glossary.ts';
import { trainingsBySite, trainingsOf } from '../../../src/insights/trainings.ts';
import { glossaryOf } from '../../../src/minutes/glossary.ts';
import { inventedMinutes as cr } from './minutes.ts';

describe('trainingsOf', () => {
  const plan = (site: string | null, text: string) => ({ site, text, section: 'formation' });
  const conferences = trainingsOf([
    cr({ number: 1, date: '2030-01-01', trainings: [plan('lune mars', 'à deux')] }),
    cr({ number: 2, date: '2030-02-01' }),
    cr({ number: 3, date: '2030-03-01', trainings: [plan('lune', 'seule'), plan(null, '?')] }),
  ]);

  it('gives the newest first, and those for several sites to each', () => {
    expect(conferences.map(({ ref, plans }) => [ref.number, plans])).toEqual([
      [
        3,
        [
          { sites: ['lune'], text: 'seule' },
          { sites: [], text: '?' },
        ],
      ],
      [1, [{ sites: ['lune', 'mars'], text: 'à deux' }]],
    ]);
  });

  it('finds the conferences of a site', () => {
    const bySite = trainingsBySite(conferences);
    expect(bySite.get('lune')?.map(({ number }) => number)).toEqual([3, 1]);
    expect(bySite.get('mars')?.map(({ number }) => number)).toEqual([1]);
  });
});

describe('termUses', () => {
  const glossary = glossaryOf([{ term: 'ABC', also: ['A.B.C.'] }, { term: 'XYZ' }]);
  const passage = (
    anchor: string | null,
    text: string,
    place: 'head' | 'body' | 'end' = 'body',
  ) => ({ anchor, place, text });

  it('finds the oldest use, whatever its spelling, and counts CRs', () => {
    const uses = termUses(glossary, [
      cr({ number: 2, date: '2030-02-01', passages: [passage('b', 'ABC et ABC')] }),
      cr({
        number: 1,
        date: '2030-01-01',
        passages: [passage('a', 'rien'), passage('c', 'A.B.C. !')],
      }),
    ]);
    expect(uses[0]).toMatchObject({ first: { ref: { number: 1 }, anchor: 'c' }, minutes: 2 });
    expect(uses[1]).toMatchObject({ first: null, minutes: 0 });
  });

  it('leaves closing lines out', () => {
    const [use] = termUses(glossary, [
      cr({ date: '2030-01-01', passages: [passage(null, 'ABC', 'end')] }),
    ]);
    expect(use?.first).toBeNull();
  });
});

describe('documentsByMinutes', () => {
  it('groups by CR, newest first, and keeps those of CRs that are not there', () => {
    const of = (title: string, announced: number | string) => ({ title, announced, where: 'ici' });
    const groups = documentsByMinutes(
      [of('a', 1), of('b', 9), of('c', '2030-05-01'), of('d', 1)],
      [cr({ number: 1, date: '2030-01-01' }), cr({ date: '2030-05-01' })],
    );
    const shown = groups.map(({ announced, ref, documents }) => [
      announced,
      ref?.date ?? null,
      documents.map(({ title }) => title).join(''),
    ]);
    expect(shown).toEqual([
      ['2030-05-01', '2030-05-01', 'c'],
      [1, '2030-01-01', 'ad'],
      [9, null, 'b'],
    ]);
  });
});
