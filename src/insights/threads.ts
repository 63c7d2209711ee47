import type { Minutes } from '../minutes/minutes.ts';
import { asksTheSame, subjectOf, weightsOf } from './likeness.ts';
import {
  type AskedQuestion,
  conferencesSince,
  type ConferencesSince,
  questionsOf,
} from './questions.ts';

/** Where a question stands now. */
export type QuestionState =
  /** Answered at the conference that put it. */
  | { kind: 'answered' }
  /** Left open, put again and answered there. */
  | { kind: 'answered-later'; by: AskedQuestion }
  | { kind: 'open'; since: ConferencesSince };

/** A question as it was put at one conference, with the other times that it was put. */
export interface TracedQuestion extends AskedQuestion {
  state: QuestionState;
  /** The same question at other conferences, or again at this one; oldest first. */
  others: AskedQuestion[];
}

/** One question, however often it was put; oldest first, never empty. */
export interface Thread {
  askings: TracedQuestion[];
}

interface Draft {
  subjects: Set<string>[];
  askings: AskedQuestion[];
}

const kept = new WeakMap<readonly Minutes[], Thread[]>();

/**
 * Brings together the questions that ask the same ({@link asksTheSame}): one joins others only where it
 * is like all of them, so that likeness never drifts. Threads in the order of their newest asking,
 * newest first. Worked out once for the same array.
 */
export function threadsOf(minutes: readonly Minutes[]): Thread[] {
  const known = kept.get(minutes);
  if (known !== undefined) return known;
  const threads = group(questionsOf(minutes).toReversed()).map((draft) => trace(draft, minutes));
  const order = new Map(questionsOf(minutes).map((question, index) => [keyOf(question), index]));
  const place = ({ askings }: Thread): number =>
    Math.min(...askings.map((asking) => order.get(keyOf(asking)) ?? 0));
  threads.sort((a, b) => place(a) - place(b));
  kept.set(minutes, threads);
  return threads;
}

/** A question of a CR with what is known of it, by its anchor there; `null` for an unknown one. */
export function traceOf(
  route: string,
  anchor: string,
  minutes: readonly Minutes[],
): TracedQuestion | null {
  for (const { askings } of threadsOf(minutes)) {
    for (const one of askings) if (one.ref.route === route && one.anchor === anchor) return one;
  }
  return null;
}

const keyOf = ({ ref, anchor }: AskedQuestion): string => `${ref.route}#${anchor}`;

function group(oldestFirst: readonly AskedQuestion[]): Draft[] {
  const subjects = oldestFirst.map(({ question }) => subjectOf(question));
  const weight = weightsOf(subjects);
  const drafts: Draft[] = [];
  oldestFirst.forEach((asking, index) => {
    const subject = subjects[index] ?? new Set<string>();
    const same = drafts.find((draft) =>
      draft.subjects.every((other) => asksTheSame(subject, other, weight)),
    );
    if (same === undefined) drafts.push({ subjects: [subject], askings: [asking] });
    else {
      same.subjects.push(subject);
      same.askings.push(asking);
    }
  });
  return drafts;
}

function trace({ askings }: Draft, minutes: readonly Minutes[]): Thread {
  return {
    askings: askings.map((asking, index) => ({
      ...asking,
      state: stateOf(askings, index, minutes),
      others: askings.filter((other) => other !== asking),
    })),
  };
}

function stateOf(
  askings: readonly AskedQuestion[],
  index: number,
  minutes: readonly Minutes[],
): QuestionState {
  const asking = askings[index];
  if (asking?.status !== 'open') return { kind: 'answered' };
  const by = askings.slice(index + 1).find(({ status }) => status === 'answered');
  if (by !== undefined) return { kind: 'answered-later', by };
  // It waits since it was first put, or put again after an answer.
  const answered = askings.slice(0, index).findLastIndex(({ status }) => status === 'answered');
  const first = askings[answered + 1] ?? asking;
  return { kind: 'open', since: conferencesSince(first.ref, minutes) };
}
