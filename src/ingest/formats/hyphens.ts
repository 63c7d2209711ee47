const KEPT_BEFORE =
  /(?:^|[^\p{L}])(?:après|avant|sous|mi|demi|semi|non|ex|vice|porte|garde|rendez|peut|aller|grand|grande|celui|celle|ceux|celles|au|là|par|quelques|vis|soi|dit|est|a|y|lui|elle|eux|nous|vous|moi|toi|quatre|vingt|soixante|compte|chef|mot|bien|médico|psycho-?)$/iu;
const KEPT_AFTER =
  /^(?:même|mêmes|midi|ci|là|ce|il|ils|elle|elles|on|je|tu|nous|vous|t|dessus|dessous|delà|être|rendu|rendus|vingt|dix|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|à|en|sur|sous|de)(?!\p{L})/u;

/** The end of a line that stands within a web address. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>«»"]*$/i;
/** What an address goes on with in the next line: characters of addresses, no word of a sentence. */
const ADDRESS_REST = /^[\w\-./?=&%#~+:@!$]+(?=[\s)>»",;]|$)/;

/** Whether a line's end cuts a web address that the next line goes on with. */
function cutsAddress(before: string, after: string): boolean {
  if (!ADDRESS.test(before)) return false;
  const rest = ADDRESS_REST.exec(after)?.[0];
  if (rest === undefined || /^https?:/i.test(rest)) return false;
  // "…/viewform?" / "usp=dialog"; "…/tableau-de-" / "bord"; "…/e/1FAIp" / "QLSea1qad".
  return (
    /[/?&=%#_~+-]$/.test(before) ||
    /[/=&?%_#]/.test(rest) ||
    /\w\.\w/.test(rest) ||
    (/\d/.test(rest) && /[a-z]/i.test(rest)) ||
    /[a-z][A-Z]/.test(rest)
  );
}

/**
 * Joins two lines of one paragraph. A hyphen that only parts a word at the line's end goes; one that
 * belongs to the word ("après-midi") stays.
 * @param vocabulary the document's words in lower case, which decide where they can
 */
export function joinLines(before: string, after: string, vocabulary: ReadonlySet<string>): string {
  const start = before.trimEnd();
  const rest = after.trimStart();
  if (cutsAddress(start, rest)) return start + rest;
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
