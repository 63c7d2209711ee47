import type { Question } from '../minutes/minutes.ts';
import { fold, words } from '../minutes/text.ts';
import type { Theme } from '../minutes/themes.ts';

/** Where questions go that no theme claims. */
export const OTHER_THEME: Theme = { name: 'Autres', slug: 'autres', words: [] };

/** What a word of the question counts for; one of the answer counts for one. */
const ASKED = 3;
/** Words of the answer that count at most: a long answer speaks of many things. */
const ANSWERED = 2;
/** A theme needs a word of the question, or two of the answer. */
const ENOUGH = 2;

/**
 * What a question is about: the theme most of whose words stand in it, and then in its answer. Where
 * two have as many, the one that the question names first; {@link OTHER_THEME} where none has enough.
 */
export function themeOf(
  { question, answer }: Pick<Question, 'question' | 'answer'>,
  themes: readonly Theme[],
): Theme {
  const asked = words(question);
  const answered = words(answer ?? '');
  let best = { theme: OTHER_THEME, score: ENOUGH - 1, first: Infinity };
  for (const theme of themes) {
    const inQuestion = theme.words.filter((word) => asked.some((one) => begins(one, word)));
    const inAnswer = theme.words.filter((word) => answered.some((one) => begins(one, word)));
    const score = ASKED * inQuestion.length + Math.min(inAnswer.length, ANSWERED);
    const index = asked.findIndex((one) => theme.words.some((word) => begins(one, word)));
    const first = index < 0 ? Infinity : index;
    if (score > best.score || (score === best.score && score >= ENOUGH && first < best.first)) {
      best = { theme, score, first };
    }
  }
  return best.theme;
}

function begins(word: string, beginning: string): boolean {
  const folded = fold(beginning);
  return folded.length <= 3 ? word === folded : word.startsWith(folded);
}
