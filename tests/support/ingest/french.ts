/** Words that only an English or a machine's message holds. */
const FOREIGN =
  /\b(?:the|error|cannot|undefined|null|unexpected|invalid|failed|exceeded|stack|token|expected|string|object|NaN)\b/i;

/**
 * What is wrong with a refusal, which has to be one French sentence and what to do; `null` when
 * nothing is.
 */
export function refusalFault(message: string): string | null {
  const own = message.replace(/«[^»]*»/g, '« »');
  if (/[\n\r]/.test(message)) return 'more than one line';
  if (message.length > 400) return 'too long';
  if (!/^[«\p{Lu}]/u.test(message)) return 'no capital';
  if (!/[.!]$/.test(message)) return 'no full stop';
  if (FOREIGN.test(own)) return 'not French';
  if (/['"]|\s[;:!?»]/.test(own.replace(/\u00a0[;:!?»]|\u202f[;:!?»]|« »| [;:!?]/g, '')))
    return 'straight quotes';
  if (!/(?:^|[\s(])\p{Lu}?\p{Ll}+ez\b/u.test(own)) return 'does not say what to do';
  const sentences = own.split(/[.!?](?=\s+\p{Lu})/u).length;
  return sentences === 2 ? null : `${sentences} sentences`;
}
