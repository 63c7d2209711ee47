import { unescaped } from '../text/escapes.ts';
import { EMAIL } from '../text/words.ts';

/** Strings, templates and comments of a program or a style sheet: the words that its author wrote. */
const WORDS =
  /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`|\/\*[^]*?\*\/|(?<![:"'])\/\/[^\n]*|--[\w-]+\s*:[^;}]*/g;

/** Words with spaces between them, as prose has them and packed code has not. */
const PROSE = /[\p{L}\p{N}'’-]+(?:[.,:;!?…»)]*\s[\s«»(–—:;!?]*[\p{L}\p{N}'’-]+)+/gu;

/** What of a script or a style sheet is content; its code is like any other code. */
export const codeTexts = (code: string): string[] =>
  Array.from(code.matchAll(WORDS), ([text]) => unescaped(text)).flatMap((text) => [
    ...(text.match(PROSE) ?? []),
    ...(text.match(EMAIL) ?? []),
  ]);
