/** Before and behind a run of asterisks, as CommonMark 0.31 (6.2) tells characters apart. */
function around(line: string, at: number, length: number): { before: Kind; behind: Kind } {
  const before = Array.from(line.slice(Math.max(0, at - 2), at)).at(-1);
  const behind = Array.from(line.slice(at + length, at + length + 2))[0];
  return { before: kindOf(before), behind: kindOf(behind) };
}

type Kind = 'space' | 'sign' | 'letter';

const kindOf = (char: string | undefined): Kind =>
  char === undefined || /\s/.test(char) ? 'space' : /[\p{P}\p{S}]/u.test(char) ? 'sign' : 'letter';

/** Whether a run of asterisks can only open emphasis: left-flanking, not right-flanking. */
export function opens(line: string, at: number, length: number): boolean {
  const { before, behind } = around(line, at, length);
  if (behind === 'space') return false;
  return before === 'space' || (before === 'sign' && behind === 'letter');
}

/** Whether a run of asterisks can close emphasis: right-flanking. */
export function closes(line: string, at: number, length: number): boolean {
  const { before, behind } = around(line, at, length);
  return before === 'letter' || (before === 'sign' && behind !== 'letter');
}
