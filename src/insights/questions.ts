import type { Minutes, Question } from '../minutes/minutes.ts';
import { chronological, type MinutesRef, refOf } from './order.ts';

export interface AskedQuestion extends Question {
  ref: MinutesRef;
}

/** Every question of every CR: newest conference first, in a CR's own order. */
export function questionsOf(minutes: readonly Minutes[]): AskedQuestion[] {
  return chronological(minutes)
    .reverse()
    .flatMap((one) => one.questions.map((question) => ({ ...question, ref: refOf(one) })));
}
