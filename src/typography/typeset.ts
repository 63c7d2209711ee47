import { MONTHS } from './format.ts';
import { NBSP, NNBSP } from './spaces.ts';

/** Addresses and paths, whose punctuation is not French prose. */
const VERBATIM = /(\S*(?:\/\/|@|www\.)\S*)/;

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{L}\p{N}])'(?=[\s\p{L}\p{N}«])/gu, '’'],
  [/\.{3}/g, '…'],
  [/«[ \u00a0\u202f]*/g, `«${NBSP}`],
  [/[ \u00a0\u202f]*»/g, `${NBSP}»`],
  [/[ \u00a0\u202f]+(?=[;!?])/g, NNBSP],
  [/(?<=[\p{L}\p{N})»%€…])(?=[;!?]+(?:\s|$|[)»]))/gu, NNBSP],
  [/[ \u00a0\u202f]+:(?=\s|$)/g, `${NBSP}:`],
  [/(?<=[\p{L}\p{N})»])(?=:(?:\s|$))/gu, NBSP],
  [/(?<=\d)[ \u00a0\u202f]?(?=[€%])/g, NBSP],
  [/\b([01]?\d|2[0-3]) ?h ?([0-5]\d)\b/g, `$1${NBSP}h${NBSP}$2`],
  [/\b([01]?\d|2[0-3]) ?h\b/g, `$1${NBSP}h`],
  [/(?<=\d) (?=ETP\b)/g, NBSP],
  [/(?<=\bn°|\bN°) ?(?=\d)/g, NBSP],
  [/(?<=\b(?:M\.|Mme|Mmes|MM\.|Dr|Pr)) (?=\p{Lu})/gu, NBSP],
  [/(?<=(?:^|[\s(«])\d{1,3}) (?=(?!(?:et|ou|à|de|au|h)(?!\p{L}))\p{Ll})/gu, NBSP],
  [new RegExp(`(?<=\\b\\d{1,2}|\\b1er) (?=(?:${MONTHS.join('|')})\\b)`, 'g'), NBSP],
];

/**
 * Sets French prose: typographic apostrophes and ellipses, no-break spaces (before `: ; ! ?`, inside
 * « », in numbers, before units and months). Words and their order stay; addresses are left alone;
 * setting a text twice changes nothing more.
 */
export function typeset(text: string): string {
  return text
    .split(VERBATIM)
    .map((part, index) => (index % 2 === 1 ? part : setProse(part)))
    .join('');
}

function setProse(text: string): string {
  const set = RULES.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
  return set.replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, (space, at: number) =>
    isThousands(set, at) ? NNBSP : space,
  );
}

/** Whether the space at `at` parts the thousands of a number, not two numbers or a phone number. */
function isThousands(text: string, at: number): boolean {
  const before =
    /(?:^|[^\d.,\u00a0\u202f ]|[^\d][ \u00a0\u202f])([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})*)$/;
  return before.test(text.slice(0, at));
}
