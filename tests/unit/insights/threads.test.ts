import { describe, expect, it } from 'vitest';
import { isOpen, questionsByTheme } from '../../../src/insights/question-list.ts';
import { conferencesSince, opening } from '../../../src/insights/questions.ts';
import { threadsOf, traceOf } from '../../../src/insights/threads.ts';
import type { Question } from '../../../src/minutes/minutes.ts';
import { themesOf } from '../../../src/minutes/themes.ts';
import { inventedMinutes } from './minutes.ts';

const asked = (question: string, answer: string | null = null): Question => ({
  anchor: `question-${question.length}`,
  status: answer === null ? 'open' : 'answered',
  question,
  answer,
});
const cr = (number: number | null, date: string, ...questions: Question[]) =>
  inventedMinutes({ number, date, questions });

const FLAG = 'Qui hisse le pavillon du bateau amiral ?';
const FLAG_AGAIN = 'Qui doit hisser le pavillon du bateau amiral le matin ?';

describe('threadsOf', () => {
  const minutes = [
    cr(8, '2030-01-07', asked(FLAG), asked('Où dort le chat ?', 'Au port.')),
    cr(9, '2030-02-04'),
    cr(12, '2030-05-06', asked(FLAG_AGAIN, 'Le mousse.')),
  ];

  it('brings a question together with its later asking, which answers it', () => {
    const [thread] = threadsOf(minutes);
    expect(thread?.askings.map(({ ref }) => ref.number)).toEqual([8, 12]);
    const first = traceOf('8', asked(FLAG).anchor, minutes);
    expect(first?.state).toMatchObject({ kind: 'answered-later', by: { ref: { number: 12 } } });
    expect(first?.others).toMatchObject([{ ref: { number: 12 } }]);
    const later = traceOf('12', asked(FLAG_AGAIN).anchor, minutes);
    expect(later?.state).toEqual({ kind: 'answered' });
    expect(later?.others).toMatchObject([{ ref: { number: 8 } }]);
  });

  it('leaves open what an answer came before', () => {
    const before = [cr(1, '2030-01-07', asked(FLAG, 'Oui.')), cr(2, '2030-02-04', asked(FLAG))];
    const [thread] = threadsOf(before);
    expect(thread?.askings.map(({ state }) => state.kind)).toEqual(['answered', 'open']);
  });

  it('counts from the first asking where a question is put again and again in vain', () => {
    const vain = [
      cr(1, '2030-01-07', asked(FLAG)),
      cr(4, '2030-04-08', asked(FLAG)),
      cr(5, '2030-05-06'),
    ];
    const [thread] = threadsOf(vain);
    const open = { kind: 'open', since: { count: 4, absent: 2 } };
    expect(thread?.askings.map(({ state }) => state)).toEqual([open, open]);
  });

  it('keeps every question, once, newest thread first', () => {
    const threads = threadsOf(minutes);
    expect(threads.flatMap(({ askings }) => askings)).toHaveLength(3);
    expect(threads.map(({ askings }) => askings.at(-1)?.ref.number)).toEqual([12, 8]);
  });

  it('knows nothing of a question that is not there', () => {
    expect(traceOf('9', 'question-1', minutes)).toBeNull();
  });
});

describe('conferencesSince', () => {
  const since = (route: string, minutes: Parameters<typeof conferencesSince>[1]) =>
    conferencesSince({ number: Number(route) || null, date: '', route }, minutes);

  it('counts the CRs that followed and the numbers that were passed over', () => {
    const minutes = [cr(45, '2030-07-08'), cr(46, '2030-09-09'), cr(50, '2031-01-06')];
    expect(since('45', minutes)).toEqual({ count: 5, absent: 3 });
    expect(since('46', minutes)).toEqual({ count: 4, absent: 3 });
    expect(since('50', minutes)).toEqual({ count: 0, absent: 0 });
  });

  it('lets a CR without number stand for a number passed over', () => {
    const minutes = [
      cr(3, '2030-01-07'),
      cr(null, '2030-02-04'),
      cr(6, '2030-04-08'),
      cr(7, '2030-05-06'),
    ];
    expect(since('3', minutes)).toEqual({ count: 4, absent: 1 });
    expect(since('2030-02-04', minutes)).toEqual({ count: 2, absent: 0 });
  });
});

describe('opening', () => {
  it('keeps whole sentences', () => {
    const text = 'Non, pas encore. La caisse a été saisie. Elle n’a pas répondu à ce jour.';
    expect(opening(text, 45)).toEqual({
      text: 'Non, pas encore. La caisse a été saisie.',
      whole: false,
    });
    expect(opening(text, 200)).toEqual({ text, whole: true });
  });
  it('cuts a long sentence at a word', () => {
    expect(opening('Une seule phrase, qui ne finit pas', 20).text).toBe('Une seule phrase…');
  });
});

describe('questionsByTheme', () => {
  const themes = themesOf([
    { theme: 'Navires', words: ['bateau', 'navire'] },
    { theme: 'Animaux', words: ['chat', 'mouett'] },
  ]);
  const minutes = [
    cr(1, '2030-01-07', asked('Le chat dort-il ?'), asked(FLAG)),
    cr(2, '2030-02-04', asked('Qui nourrit les mouettes ?', 'Toi.'), asked(FLAG_AGAIN, 'Moi.')),
    cr(3, '2030-03-04', asked('Quand partons-nous ?', 'Demain.')),
  ];

  it('lists each question once, by theme, misfits last, open ones first', () => {
    const groups = questionsByTheme(minutes, themes);
    expect(
      groups.map(({ theme, questions }) => [
        theme.name,
        questions.map(({ lead }) => lead.question),
      ]),
    ).toEqual([
      ['Navires', [FLAG_AGAIN]],
      ['Animaux', ['Le chat dort-il ?', 'Qui nourrit les mouettes ?']],
      ['Autres', ['Quand partons-nous ?']],
    ]);
  });

  it('leads with the asking that is answered', () => {
    const [flag] = questionsByTheme(minutes, themes)[0]?.questions ?? [];
    expect(flag && isOpen(flag)).toBe(false);
    expect(flag?.others.map(({ ref }) => ref.number)).toEqual([1]);
  });
});
