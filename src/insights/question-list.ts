import type { Minutes } from '../minutes/minutes.ts';
import type { Theme } from '../minutes/themes.ts';
import { OTHER_THEME, themeOf } from './themes.ts';
import { threadsOf, type TracedQuestion } from './threads.ts';

/** A question as the list shows it, once however often it was put. */
export interface ListedQuestion {
  /** On the list's page: the CR's route and the question's anchor there. */
  id: string;
  /** The asking that tells most: the newest that is answered, else the newest. */
  lead: TracedQuestion;
  /** The other askings, newest first. */
  others: TracedQuestion[];
  theme: Theme;
}

/** Whether no asking of a question was answered. */
export function isOpen({ lead }: ListedQuestion): boolean {
  return lead.status === 'open';
}

/** Every question once, by theme in the order of the themes; in each, open ones first, then by date. */
export function questionsByTheme(
  minutes: readonly Minutes[],
  themes: readonly Theme[],
): { theme: Theme; questions: ListedQuestion[] }[] {
  const listed = threadsOf(minutes).map(({ askings }) => {
    const newestFirst = askings.toReversed();
    const lead = newestFirst.find(({ status }) => status === 'answered') ?? newestFirst[0];
    if (lead === undefined) throw new Error('A thread holds a question at least.');
    return {
      id: `cr-${lead.ref.route}-${lead.anchor}`,
      lead,
      others: newestFirst.filter((asking) => asking !== lead),
      theme: themeOf(lead, themes),
    };
  });
  return [...themes, OTHER_THEME]
    .map((theme) => ({
      theme,
      questions: listed
        .filter((question) => question.theme.slug === theme.slug)
        .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a))),
    }))
    .filter(({ questions }) => questions.length > 0);
}
