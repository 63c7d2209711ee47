import type { Block } from '../blocks/block.ts';
import { leadLength } from '../blocks/flatten.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';

/** A question put in the minutes, and the answer given. */
export interface QuestionEntry {
  /** Block of the question. */
  from: number;
  /** Offsets of the question in that block's text, labels "Q :" left out. */
  start: number;
  end: number;
  question: string;
  /** Exclusive end of the blocks of question and answer. */
  to: number;
  /** Offset in block `from` where an answer on the same line begins, else -1. */
  answerStart: number;
  /** Plain text, blocks parted by a line feed; `null` while open. */
  answer: string | null;
}

const LABEL_Q = /^(?:q|question)\s?(?:n°\s?)?\d{0,2}\s?[:.)/–-]\s*/;
const LABEL_R = /^(?:(?:r|rep|reponse)\s?(?:n°\s?)?\d{0,2}\s?[:.)/–-]\s*|(?:[=–-]*>|→)\s*)/;
const NUMBERED = /^(?:\d{1,2}\s?(?:°?\)|[./–-])|[–•*-])\s+/;
const INTERROGATIVE =
  /^(?:(?:et |mais |donc )?(?:est-ce|qu'est-ce|quid|comment|pourquoi|quand|combien|ou en|ou |qui |que |quels?|quelles?|lequel|laquelle|faut-il|doit-on|peut-on|y a-t-il|a quel\w*|a partir de quel\w*|de quel\w*|dans quel\w*|pour quel\w*|jusqu'\S+ quand|avec quel\w*|sur quel\w*)\b|.{0,120}?\b\p{L}+-(?:t-)?(?:il|elle|on|ils|elles|vous|nous|je|tu|ce)(?!\p{L}))/u;

/**
 * Reads the questions of a CR outside its sites' news: a line or an emphasised beginning of a line
 * that asks, with everything up to the next question or heading as its answer.
 */
export function readQuestions(
  blocks: readonly Block[],
  zones: readonly Zone[],
  taken: (index: number) => boolean,
): QuestionEntry[] {
  const entries: QuestionEntry[] = [];
  for (const zone of zones) {
    if (zone.topic !== 'section' && zone.topic !== 'questions') continue;
    let open: QuestionEntry | null = null;
    for (let index = zone.headed ? zone.from + 1 : zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      if (block === undefined || taken(index)) {
        open = null;
        continue;
      }
      const span =
        block.kind === 'whole'
          ? null
          : questionSpan(block, zone.topic === 'questions', open !== null);
      if (span !== null) {
        open = entryOf(block, index, span);
        entries.push(open);
      } else if (open !== null) open.to = index + 1;
    }
  }
  for (const entry of entries) entry.answer = answerOf(blocks, entry);
  return entries;
}

function entryOf(block: Block, from: number, span: { start: number; end: number }): QuestionEntry {
  const rest = block.text.slice(span.end);
  return {
    from,
    to: from + 1,
    ...span,
    question: block.text.slice(span.start, span.end).trim(),
    answerStart: rest.trim() === '' ? -1 : block.text.length - rest.trimStart().length,
    answer: null,
  };
}

function answerOf(blocks: readonly Block[], entry: QuestionEntry): string | null {
  const lines: string[] = [];
  const own = blocks[entry.from];
  if (own !== undefined && entry.answerStart >= 0) lines.push(own.text.slice(entry.answerStart));
  for (const block of blocks.slice(entry.from + 1, entry.to)) lines.push(block.text);
  const first = lines[0];
  if (first === undefined) return null;
  lines[0] = first.slice(answerLabelLength(first));
  return lines.join('\n');
}

/** Offsets of the question a block begins with, or `null`. */
function questionSpan(
  block: Block,
  inQuestions: boolean,
  answering: boolean,
): { start: number; end: number } | null {
  const folded = foldKeepingLength(block.text);
  const label = LABEL_Q.exec(folded)?.[0].length ?? 0;
  const start = label > 0 ? label : (NUMBERED.exec(folded)?.[0].length ?? 0);
  const text = block.text.slice(start);
  const lead = leadLength(block) - start;
  if (label > 0) return { start, end: start + endOfQuestions(text, text.length) };
  if (lead > 0 && text.slice(0, lead).trimEnd().endsWith('?')) {
    return { start, end: start + endOfQuestions(text, lead) };
  }
  if (!text.includes('?')) return null;
  const emphasised = block.emphasis.bold || block.emphasis.italic;
  const followsUp = inQuestions && block.joined && /^(?:et|mais)\s/.test(folded);
  const numbered = inQuestions && start > 0;
  const asks =
    followsUp ||
    numbered ||
    INTERROGATIVE.test(folded.slice(start, start + (text.indexOf('?') + 1)));
  const whole = text.trimEnd().endsWith('?') && firstSentenceAsks(text);
  if (whole && (emphasised || inQuestions)) return { start, end: block.text.length };
  if (!asks || !firstSentenceAsks(text)) return null;
  // In an answer of several lines, a line that asks and answers is a question only in the Q&A part.
  if (!inQuestions && answering && !whole) return null;
  return { start, end: start + endOfQuestions(text, text.indexOf('?') + 1) };
}

/** Whether the first sentence of a text is the one that ends in a question mark. */
function firstSentenceAsks(text: string): boolean {
  const mark = text.indexOf('?');
  const stop = text.search(/[.!]\s+\p{Lu}/u);
  return stop < 0 || mark < stop;
}

/**
 * End of the questions at the head of a text. A parenthesis opened behind the mark belongs to them
 * even when nobody closed it, up to its own question mark; so do further sentences that ask.
 */
function endOfQuestions(text: string, first: number): number {
  let end = first;
  for (;;) {
    const rest = text.slice(end);
    const parenthesis = /^\s*\(/.exec(rest);
    if (parenthesis !== null) {
      const close = rest.indexOf(')');
      const mark = rest.indexOf('?');
      if (mark >= 0 && (close < 0 || mark < close || openAt(rest, mark))) {
        const after = /^\s*\)/.exec(rest.slice(mark + 1))?.[0].length ?? 0;
        end += mark + 1 + after;
        continue;
      }
      if (close >= 0 && close < 200) {
        end += close + 1;
        continue;
      }
      return end;
    }
    const another = /^\s*([^.!?]{4,}\?)/.exec(rest);
    const asked = another?.[1];
    if (
      another === null ||
      asked === undefined ||
      !INTERROGATIVE.test(foldKeepingLength(asked.trim()))
    )
      return end;
    end += another[0].length;
  }
}

/** Whether a parenthesis is still open at an offset. */
function openAt(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.split('(').length > before.split(')').length;
}

/** Length of the label an answer begins with ("R : "), 0 where there is none. */
export function answerLabelLength(text: string): number {
  return LABEL_R.exec(foldKeepingLength(text))?.[0].length ?? 0;
}
