import { describe, expect, it } from 'vitest';
import { everybody, type Spelling } from '../../../src/curation/appearances.ts';
import { likeness } from '../../../src/curation/likeness.ts';
import { proposals } from '../../../src/curation/proposals.ts';
import { peopleTable } from '../../../src/minutes/people.ts';
import { inventedMinutes as cr } from '../insights/minutes.ts';

function spelling(name: string, ...sites: (string | null)[]): Spelling {
  return { name, count: 1, sites: sites.length === 0 ? ['lune'] : sites, refs: [] };
}

describe('likeness', () => {
  it.each([
    ['Ada LUNAIRE', 'Ada Lunaîre', 'letters'],
    ['LUNAIRE Ada', 'Ada Lunaire', 'order'],
    ['Ada Lunaire', 'Ada Lunere', 'close'],
    ['A. Lunaire', 'Ada Lunaire', 'initial'],
    ['LUNAIRE A.-L.', 'Anne-Lise Lunaire', 'initial'],
    ['Ada', 'Ada Lunaire', 'part'],
    ['Mme Lunaire', 'Ada Lunaire', 'part'],
    ['Ada Lunaire', 'Zoé Lunaire', null],
    ['B. Lunaire', 'Ada Lunaire', null],
    ['A. L.', 'Ada Lunaire', null],
    ['Ada Mars', 'Ada Lunaire', null],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(likeness(spelling(a), spelling(b))).toBe(expected);
    expect(likeness(spelling(b), spelling(a))).toBe(expected);
  });
  it('takes one word for a person of its own site only, and not where two sites have it', () => {
    const whole = spelling('Ada Lunaire', 'lune');
    expect(likeness(spelling('Ada', 'mars'), whole)).toBeNull();
    expect(likeness(spelling('Ada', 'lune', 'mars'), whole)).toBeNull();
    expect(likeness(spelling('Ada', null), whole)).toBeNull();
  });
});

const at = (name: string, site = 'lune') => ({ name, site });
const minutes = [
  cr({
    number: 2,
    date: '2030-02-01',
    participants: [at('A. Lunaire')],
    excused: [at('Zoé Mars')],
  }),
  cr({ number: 1, date: '2030-01-01', participants: [at('Ada Lunaire'), at('Zoée Mars')] }),
  cr({ number: 3, date: '2030-03-01', participants: [at('Zoé Mars'), at('Zoé Marse')] }),
];

describe('everybody', () => {
  it('counts each spelling, with its sites and CRs in order', () => {
    const people = peopleTable([{ name: 'Zoé Mars', aliases: ['Zoée Mars'], distinct: [] }]);
    const zoe = everybody(minutes, people).find(({ name }) => name === 'Zoé Mars');
    expect(zoe?.spellings).toMatchObject([
      { name: 'Zoée Mars', count: 1, refs: [{ number: 1 }] },
      { name: 'Zoé Mars', count: 2, sites: ['lune'], refs: [{ number: 2 }, { number: 3 }] },
    ]);
  });
});

describe('proposals', () => {
  const none = peopleTable([]);

  it('proposes the fuller, then the more frequent name, and puts people met together last', () => {
    const found = proposals(everybody(minutes, none), none);
    expect(found.map(({ keep, other, why }) => [keep.name, other.name, why])).toEqual([
      ['Ada Lunaire', 'A. Lunaire', 'initial'],
      ['Zoé Mars', 'Zoée Mars', 'close'],
      ['Zoé Mars', 'Zoé Marse', 'close'],
    ]);
    expect(found.at(-1)).toMatchObject({ together: ['3'] });
    expect(found[1]).toMatchObject({ together: [], distance: 1 / 8 });
  });
  it('is silent on what a person settled', () => {
    const people = peopleTable([
      { name: 'Ada Lunaire', aliases: ['A. Lunaire'], distinct: [] },
      { name: 'Zoé Mars', aliases: ['Zoée Mars'], distinct: ['Zoé Marse'] },
    ]);
    expect(proposals(everybody(minutes, people), people)).toEqual([]);
  });
});
