import { describe, expect, it } from 'vitest';
import { attendanceOf, bySite } from '../../../src/insights/people.ts';
import { questionsOf } from '../../../src/insights/questions.ts';
import { neighbours } from '../../../src/insights/order.ts';
import { excerpt, siteSummaries, siteTimeline } from '../../../src/insights/sites.ts';
import { peopleTable } from '../../../src/minutes/people.ts';
import { inventedMinutes as cr, inventedNews as news } from './minutes.ts';

const question = { anchor: 'q', status: 'open', question: 'Qui ?', answer: null } as const;
const minutes = [
  cr({
    number: 10,
    date: '2030-01-10',
    news: [news('lune', { inclusions: 5 }), news('mars')],
    participants: [{ name: 'Ada Inventée', site: 'lune' }],
    questions: [{ ...question, anchor: 'a' }],
  }),
  cr({ number: 11, date: '2030-02-10', news: [news('mars')] }),
  cr({
    number: 14,
    date: '2030-05-10',
    news: [news('lune', { text: 'De retour.' })],
    excused: [{ name: 'Ada Inventée', site: 'lune' }],
    questions: [
      { ...question, anchor: 'b' },
      { ...question, anchor: 'c' },
    ],
  }),
];

describe('siteTimeline', () => {
  it('tells news, silence and missing CRs apart, newest first', () => {
    const timeline = siteTimeline('lune', minutes);
    expect(timeline.map((entry) => (entry.kind === 'gap' ? entry.missing : entry.kind))).toEqual([
      'news',
      [12, 13],
      'silent',
      'news',
    ]);
    expect(timeline[0]).toMatchObject({ point: null });
    expect(timeline[3]).toMatchObject({ point: { count: 5 } });
  });
});

describe('siteSummaries', () => {
  it('dates the last figure and the last news each by its own CR', () => {
    const [lune, vide] = siteSummaries(['lune', 'vide'], minutes);
    expect(lune?.last).toMatchObject({ count: 5, number: 10 });
    expect(lune?.latest).toMatchObject({ ref: { number: 14 }, news: { text: 'De retour.' } });
    expect(vide).toMatchObject({ last: null, latest: null, points: [] });
  });
});

describe('excerpt', () => {
  it('gives the first sentence, cut at a word', () => {
    expect(excerpt('Un mot. Deux mots.', 40)).toBe('Un mot.');
    expect(excerpt('Il y a 1.8 ETP. Fin.', 40)).toBe('Il y a 1.8 ETP.');
    expect(excerpt('Une phrase bien trop longue, vraiment.', 20)).toBe('Une phrase bien…');
    expect(excerpt('Sans point final', 40)).toBe('Sans point final');
  });
});

describe('people, questions, neighbours', () => {
  it('gathers attendance by CR', () => {
    const attendance = attendanceOf('lune', minutes, peopleTable([]));
    expect(
      attendance.map(({ ref, present, excused }) => [ref.number, present.length, excused.length]),
    ).toEqual([
      [14, 0, 1],
      [10, 1, 0],
    ]);
  });
  it('names one person once a CR, by the canonical name', () => {
    const people = peopleTable([{ name: 'Ada Inventée', aliases: ['A. Inventée'], distinct: [] }]);
    const participants = [
      { name: 'A. Inventée', site: 'lune' },
      { name: 'INVENTÉE Ada', site: 'lune' },
      { name: 'Zoé Autre', site: 'lune' },
    ];
    const [one] = attendanceOf('lune', [cr({ date: '2030-01-10', participants })], people);
    expect(one?.present.map(({ name }) => name)).toEqual(['Ada Inventée', 'Zoé Autre']);
  });
  it('groups people by site in order of mention', () => {
    const people = [
      { name: 'A', site: 'mars' },
      { name: 'B', site: null },
      { name: 'C', site: 'mars' },
    ];
    expect(bySite(people).map(({ site, people: group }) => [site, group.length])).toEqual([
      ['mars', 2],
      [null, 1],
    ]);
  });
  it('lists questions newest conference first, in their order', () => {
    expect(questionsOf(minutes).map(({ anchor }) => anchor)).toEqual(['b', 'c', 'a']);
  });
  it('finds the CRs around one', () => {
    const [first, second, third] = minutes;
    if (!first || !second || !third) throw new Error('three CRs expected');
    expect(neighbours(second, minutes)).toEqual({ previous: first, next: third });
    expect(neighbours(third, minutes).next).toBeNull();
  });
});
