import { describe, expect, it } from 'vitest';
import { importOf, knownMinutes, minutesText, reviewOf, reviewResult, said } from './reviewing.ts';

describe('a CR against itself', () => {
  it('has nothing to say about one that is sound', async () => {
    const { contradictions, doubts, sensitive } = await reviewOf(minutesText({}), {
      library: [knownMinutes()],
    });
    expect([...contradictions, ...doubts, ...sensitive]).toEqual([]);
  });

  it.each([
    [
      'a weekday in its own year',
      { prose: 'La réunion du lundi 20 janvier 2026 est annulée.' },
      true,
    ],
    [
      'a weekday that is right',
      { prose: 'La réunion du mercredi 21 janvier 2026 est annulée.' },
      false,
    ],
    [
      'a weekday without a year',
      { prose: 'Elle aura lieu le lundi 3 mars, à Nîmes comme prévu.' },
      true,
    ],
    [
      'a weekday across the year’s end',
      { prose: 'Elle a eu lieu le vendredi 12 décembre, comme prévu.' },
      false,
    ],
  ])('holds dates against their weekday: %s', async (_, parts, wrong) => {
    const { contradictions } = await reviewOf(minutesText(parts));
    expect(contradictions).toHaveLength(wrong ? 1 : 0);
    if (wrong) expect(contradictions[0]?.sentence).toBe(parts.prose);
  });

  it('says a wrong weekday of the conference once, as a contradiction', async () => {
    const title =
      '20ème Conférence des Coordinations Locales, mardi 12 janvier 2026 de 13h30 à 15h';
    const { contradictions, doubts } = await reviewOf(minutesText({ title }));
    expect(said(contradictions)).toEqual([
      '« mardi 12 janvier 2026 », mais c’est un lundi 12 janvier 2026',
    ]);
    expect(doubts).toEqual([]);
  });

  it('sees hours that run backwards and a day that has not come', async () => {
    const result = await importOf(minutesText({}));
    const json = { ...result.json, start: '15:00', end: '13:30' };
    const { contradictions } = reviewResult({ ...result, json }, { today: '2026-01-09' });
    expect(said(contradictions)).toEqual([
      'la conférence est datée du lundi 12 janvier 2026, qui n’est pas encore passé',
      'commence à 15 h et finit à 13 h 30',
    ]);
  });

  it('sees a national figure of a day after the conference', async () => {
    const { contradictions } = await reviewOf(
      minutesText({ national: '812 inclusions au 20 janvier 2026' }),
    );
    expect(said(contradictions)[0]).toContain('arrêté au 20 janvier 2026, après la conférence');
  });

  it('sees who is present and excused, whatever the order of the name', async () => {
    const { contradictions } = await reviewOf(minutesText({ excused: 'RANCHIN Ophélie (Nîmes)' }));
    expect(said(contradictions)).toEqual(['RANCHIN Ophélie est à la fois présente et excusée']);
  });

  it('sees sites that count more than the whole', async () => {
    const news = '**Nîmes :** 500 inclusions.\n\n**Marseille :** 400 inclusions.';
    const { contradictions } = await reviewOf(minutesText({ news }));
    expect(said(contradictions)).toEqual([
      'les sites comptent ensemble 900 inclusions, plus que le total national de 812',
    ]);
  });
});

describe('sums within a sentence', () => {
  const wrong = [
    '78 enfants inclus, dont 69 suivis et 10 en attente.',
    '78 inclusions, soit 60 suivis et 10 en attente.',
    '78 inclusions : 69 suivis, 8 en attente.',
    '78 inclusions et 69 enfants suivis (10 sont sortis ou interrompus).',
    '78 inclusions, 60 suivis, les 10 autres sont en interruption.',
    'Passage de 75 à 78 inclusions (+2).',
    '60 inclusions et 64 enfants suivis.',
  ];
  const right = [
    '78 enfants inclus, dont 68 suivis et 10 en attente.',
    '78 enfants inclus, dont 60 suivis et 3 en attente.',
    '78 enfants inclus, dont 12 sortis et 3 en attente.',
    '78 inclusions, soit 68 suivis et 10 en attente.',
    '78 inclusions et 68 enfants suivis (10 sont sortis ou interrompus).',
    '78 inclusions, 69 suivis (3 sorties pour déménagement).',
    '78 inclusions, 69 suivis et 10 en attente.',
    '78 inclusions, 60 suivis, les 18 autres sont en interruption.',
    'Passage de 75 à 78 inclusions (+3).',
  ];
  it.each(wrong)('does not add up: %s', async (sentence) => {
    const { contradictions } = await reviewOf(
      minutesText({ news: `**Nîmes :** ${sentence}\n\n**Marseille :** RAS.` }),
    );
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]?.sentence).toContain(sentence.slice(-12));
  });
  it.each(right)('adds up, or need not: %s', async (sentence) => {
    const { contradictions } = await reviewOf(
      minutesText({ news: `**Nîmes :** ${sentence}\n\n**Marseille :** RAS.` }),
    );
    expect(contradictions).toEqual([]);
  });
  it('holds a gain against the CR before', async () => {
    const news = '**Nîmes :** 90 inclusions (+3).\n\n**Marseille :** RAS.';
    const { contradictions } = await reviewOf(minutesText({ news }), { library: [knownMinutes()] });
    expect(said(contradictions)).toEqual([
      'Nîmes : 90 (+3), mais 88 dans le CR n° 19 du 11 décembre 2025',
    ]);
    const older = knownMinutes({ number: 18, id: '018' });
    expect((await reviewOf(minutesText({ news }), { library: [older] })).contradictions).toEqual(
      [],
    );
  });
});

describe('a CR against the others', () => {
  const contradictionsWith = async (known: Parameters<typeof knownMinutes>[0], parts = {}) =>
    said((await reviewOf(minutesText(parts), { library: [knownMinutes(known)] })).contradictions);

  it('sees another day, or another hour, than was announced', async () => {
    const next = { start: '13:30', end: '15:00' };
    expect(await contradictionsWith({ next: [{ ...next, date: '2026-01-13' }] })).toEqual([
      'le CR n° 19 du 11 décembre 2025 annonçait le mardi 13 janvier 2026, celui-ci est daté du lundi 12 janvier 2026',
    ]);
    expect(
      await contradictionsWith({ next: [{ ...next, date: '2026-01-12', start: '14:00' }] }),
    ).toEqual(['le CR n° 19 du 11 décembre 2025 annonçait 14 h, celui-ci dit 13 h 30']);
    expect(await contradictionsWith({ next: [{ ...next, date: '2026-02-12' }] })).toEqual([]);
  });

  it('believes a CR that says its conference was moved', async () => {
    const title =
      '20ème Conférence des Coordinations Locales, lundi 12 janvier 2026 à 14h (initialement prévue le 8)';
    const next = [{ date: '2026-01-08', start: '13:30', end: '15:00' }];
    expect(await contradictionsWith({ next }, { title })).toEqual([]);
  });

  it('believes the last announcement of several', async () => {
    const moved = knownMinutes({ next: [{ date: '2026-01-12', start: null, end: null }] });
    const first = knownMinutes({
      id: '018',
      number: 18,
      date: '2025-11-13',
      next: [{ date: '2026-01-08', start: null, end: null }],
    });
    const { contradictions } = await reviewOf(minutesText({}), { library: [first, moved] });
    expect(contradictions).toEqual([]);
  });

  it('sees totals that fall, in either order of import', async () => {
    expect(await contradictionsWith({ inclusions: { count: 900, asOf: null } })).toEqual([
      '812 inclusions en tout, mais déjà 900 dans le CR n° 19 du 11 décembre 2025',
    ]);
    expect(await contradictionsWith({ news: [{ site: 'nimes', inclusions: 95 }] })).toEqual([
      'Nîmes : 90 inclusions, mais déjà 95 dans le CR n° 19 du 11 décembre 2025',
    ]);
    const later = { id: '021', number: 21, date: '2026-02-12', next: [] };
    expect(
      await contradictionsWith({ ...later, inclusions: { count: 806, asOf: null }, news: [] }),
    ).toEqual([
      '812 inclusions en tout, mais seulement 806 ensuite, dans le CR n° 21 du 12 février 2026',
    ]);
  });

  it('believes a CR that says it corrects an earlier figure', async () => {
    const news = '**Nîmes :** 90 inclusions et non 95, deux doublons.\n\n**Marseille :** RAS.';
    expect(
      await contradictionsWith({ news: [{ site: 'nimes', inclusions: 95 }] }, { news }),
    ).toEqual([]);
  });

  it('sees numbers out of order, used twice, or too far on', async () => {
    expect(await contradictionsWith({ id: '020', number: 20, date: '2025-12-11' })).toEqual([
      'le portail a déjà un CR n° 20 du 11 décembre 2025',
    ]);
    expect(await contradictionsWith({ id: '025', number: 25 })).toEqual([
      'n° 20, mais le précédent est le CR n° 25 du 11 décembre 2025',
    ]);
    expect(await contradictionsWith({ id: '012', number: 12 })).toEqual([
      'n° 20, 32 jours après le CR n° 12 du 11 décembre 2025',
    ]);
  });

  it('lets a gap pass that missing CRs explain, and a second import of the same CR', async () => {
    expect(
      await contradictionsWith({ id: '015', number: 15, date: '2025-06-12', next: [] }),
    ).toEqual([]);
    const same = {
      id: '020',
      number: 20,
      date: '2026-01-12',
      inclusions: { count: 999, asOf: null },
    };
    expect(await contradictionsWith(same)).toEqual([]);
  });
});
