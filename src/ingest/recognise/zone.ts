import type { Topic } from './vocabulary.ts';

/** A run of blocks under one heading or label. */
export interface Zone {
  topic: Topic | 'head' | 'section' | 'closing';
  /** Whether the block `from` is a heading on its own line (else its text is content, too). */
  headed: boolean;
  /** Level of the heading: 1–6 real, 7 bold line, 8 plain short line; 9 a label before content. */
  level: number;
  /** Indices of blocks; `to` is exclusive. */
  from: number;
  to: number;
}

/** Whether a part is a list of items: the agenda, what is to be kept in mind. */
export function isListTopic(topic: Zone['topic']): boolean {
  return topic === 'agenda' || topic === 'highlights';
}
