/** Texts that one memo keeps at most; a CR has some hundred lines. */
const MOST = 4096;
const memos: Map<string, unknown>[] = [];

/**
 * A pure function of a text that keeps its answers until {@link forgetTexts}: a line of a CR is
 * folded, parted and searched by a dozen readers, each of which asks the same. Answers are shared, so
 * nobody may change them.
 */
export function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const of = memoisedFor<null, T>(compute);
  return (text) => of(text, null);
}

/** As {@link memoised}, of a text and a table; the answers of the last table are kept. */
export function memoisedFor<C, T>(
  compute: (text: string, context: C) => T,
): (text: string, context: C) => T {
  const known = new Map<string, T>();
  memos.push(known);
  let last: C | undefined;
  return (text, context) => {
    if (context !== last || known.size >= MOST) known.clear();
    last = context;
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const computed = compute(text, context);
    known.set(text, computed);
    return computed;
  };
}

/** Lets go of every text that was read: none outlives its import in memory. */
export function forgetTexts(): void {
  for (const known of memos) known.clear();
}
