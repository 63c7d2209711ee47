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

/** The conferences that followed one. */
export interface ConferencesSince {
  /** All that took place, as far as numbers and CRs tell. */
  count: number;
  /** Those of them whose CR the portal does not have. */
  absent: number;
}

/**
 * The conferences after one: those with a CR, and those whose number is passed over. A CR without a
 * number takes the place of a number that is passed over beside it.
 */
export function conferencesSince(ref: MinutesRef, minutes: readonly Minutes[]): ConferencesSince {
  const ordered = chronological(minutes);
  const at = ordered.findIndex(({ route }) => route === ref.route);
  if (at < 0) return { count: 0, absent: 0 };
  const present = ordered.length - 1 - at;
  let absent = 0;
  // From the last number before (or at) the conference; what lies between may be before or after it.
  let last = ref.number;
  let unnumbered = 0;
  for (const { number } of ordered.slice(at + 1)) {
    if (number === null) {
      unnumbered += 1;
    } else {
      if (last !== null) absent += Math.max(0, number - last - 1 - unnumbered);
      last = number;
      unnumbered = 0;
    }
  }
  return { count: present + absent, absent };
}

/** Whole sentences from the start of a text up to a length, then an ellipsis; at least one, cut at a word. */
export function opening(text: string, length: number): { text: string; whole: boolean } {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= length) return { text: line, whole: true };
  const ends = [...line.matchAll(/[.!?…](?=\s+\p{Lu})/gu)].map(({ index }) => index + 1);
  const end = ends.findLast((index) => index <= length);
  if (end !== undefined && end > length / 3) return { text: line.slice(0, end), whole: false };
  return { text: `${line.slice(0, length).replace(/[\s,;:.(]*\S*$/, '')}…`, whole: false };
}
