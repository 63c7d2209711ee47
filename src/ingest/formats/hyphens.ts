const KEPT_BEFORE =
  /(?:^|[^\p{L}])(?:après|avant|sous|mi|demi|semi|non|ex|vice|porte|garde|rendez|peut|aller|grand|grande|celui|celle|ceux|celles|au|là|par|quelques|vis|soi|dit|est|a|y|lui|elle|eux|nous|vous|moi|toi|quatre|vingt|soixante|compte|chef|mot|bien|médico|psycho-?)$/iu;
const KEPT_AFTER =
  /^(?:même|mêmes|midi|ci|là|ce|il|ils|elle|elles|on|je|tu|nous|vous|t|dessus|dessous|delà|être|rendu|rendus|vingt|dix|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|à|en|sur|sous|de)(?!\p{L})/u;

/**
 * Joins two lines of one paragraph. A hyphen that only parts a word at the line's end goes; one that
 * belongs to the word ("après-midi") stays.
 * @param vocabulary the document's words in lower case, which decide where they can
 */
export function joinLines(before: string, after: string, vocabulary: ReadonlySet<string>): string {
  const start = before.trimEnd();
  const rest = after.trimStart();
  if (/\p{L}\u00ad$/u.test(start)) return start.slice(0, -1) + rest;
  const cut = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(start)?.[1];
  const tail = /^[\p{L}\p{M}]+/u.exec(rest)?.[0];
  if (cut === undefined || tail === undefined) return `${start} ${rest}`;
  const keeps = start + rest;
  const whole = start.slice(0, -1) + rest;
  if (/^\p{Lu}/u.test(tail)) return keeps;
  if (vocabulary.has(`${cut}${tail}`.toLowerCase())) return whole;
  if (vocabulary.has(`${cut}-${tail}`.toLowerCase())) return keeps;
  return KEPT_BEFORE.test(start.slice(0, -1)) || KEPT_AFTER.test(rest) ? keeps : whole;
}

/** The words of some lines, those with a hyphen inside whole; what a line's end cuts left out. */
export function vocabularyOf(lines: readonly string[]): Set<string> {
  return new Set(
    lines.flatMap(
      (line) => line.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?!-$)/gu) ?? [],
    ),
  );
}
