import { memoised } from '../minutes/memo.ts';
import { foldKeepingLength } from './recognise/fold.ts';
import { isMarked, isOrdinary, looksSecret, trimmed } from './secret-words.ts';

const PLACE = '(?:espace|drive|communaute|site|plateforme|dossier|partage|portail|documents?)';
/** Cells of a table keep their spaces as they are typed. */
const KEY =
  `(?:mots?(?: |-)de(?: |-)passe|mdp|m\\.d\\.p\\.?|password|passwd|pwd|phrases? (?:de passe|secretes?)|codes? (?:d'acces|d'entree|secrets?|confidentiels?|de connexion)|codes? (?:de |du |pour |d'|des )(?:l'|la |le |les )?${PLACE}|codes?(?=\\s?[:=]\\s)|cles? d'acces|sesame(?=\\s?[:=]\\s))`.replaceAll(
    ' ',
    '\\s+',
  );
const MENTION = new RegExp(`(?<![\\p{L}/?&=])${KEY}(?![\\p{L}])`, 'gu');
/** What stands between the mention and the secret. */
const INTRODUCERS =
  /\s*(?:[:：=→]|[-=]+>)\s*|\s[-–—/|>]+\s|(?:\s|^)(?:est|etant|devient|deviendra|sera|reste|restera|soit)(?=[\s:])(?:\s(?:desormais|maintenant|toujours|donc|dorenavant|le suivant|celui-ci|a present))*\s*[:：]?\s*/g;
const MARK = /[:：=→|>]\s*$/;
/** Quotation marks that name a button or a page, not a secret. */
const NAMES_A_PLACE =
  /cliqu|bouton|rubrique|onglet|menu|intitul|titre|lien|sous |dans |oublie|page|case |champ /;
const SENTENCE_END = /[.!?…]+[»"”)]*\s+(?=[\p{Lu}«"“])/gu;
/** The farthest a secret stands from its mention. */
const REACH = 220;

/** The passwords a text tells, each as written, its sentence's punctuation left out. */
export function passwordsIn(text: string): string[] {
  const folded = foldKeepingLength(text);
  const found = [...folded.matchAll(MENTION)].flatMap((match) => {
    const end = match.index + match[0].length;
    const near = window(text, match.index, end);
    const strong = tokensOf(near.before + ' ' + near.after).filter(looksSecret);
    return [
      ...strong,
      ...quoted(text.slice(end, end + REACH), folded.slice(end, end + REACH)),
      ...introduced(text, folded, match.index, end),
      ...stated(text.slice(Math.max(0, match.index - REACH / 2), match.index)),
    ];
  });
  return [...new Set(found)].filter((value) => value.length >= 3);
}

/** Whether a text speaks of a password at all. */
export const mentionsPassword = memoised(
  (text): boolean => foldKeepingLength(text).search(MENTION) >= 0,
);

/** Whether the secret of a text that ends here must stand on the next line. */
export function announcesPassword(text: string): boolean {
  const folded = foldKeepingLength(text);
  const last = [...folded.matchAll(MENTION)].at(-1);
  if (last === undefined) return false;
  const rest = folded.slice(last.index + last[0].length).replace(/\([^)]*\)/g, '');
  return /^\s*$|^[^:：]{0,60}(?:[:：=→]|->)\s*$|\b(?:est|sera|le suivant|la suivante|ci-dessous|que voici|voici)\s*[.:]?\s*$/.test(
    rest,
  );
}

/** The secret a line holds that stands under « Mot de passe : », or `null` when it goes on otherwise. */
export function passwordOfLine(text: string): string | null {
  const tokens = tokensOf(text);
  const strong = tokens.slice(0, 6).find(looksSecret);
  if (strong !== undefined) return strong;
  return text.length > 60 ? null : secretAt(text, 'mark');
}

/** What a sentence that goes on from one line to the next tells on the second. */
export function passwordAcross(text: string, next: string): string | null {
  if (/[.!?:…]\s*$/.test(text)) return null;
  const first = /^[^.!?]*(?:[.!?]\S+[^.!?]*)*/.exec(next)?.[0] ?? '';
  return tokensOf(first.slice(0, REACH)).find(looksSecret) ?? null;
}

/** The token of a line that is nothing but something that looks like a password. */
export function loneSecret(text: string): string | null {
  const [token, ...more] = tokensOf(text);
  if (token === undefined || more.length > 0) return null;
  return looksSecret(token) || (/\p{Ll}\p{Lu}/u.test(token) && !isOrdinary(token)) ? token : null;
}

const tokensOf = (text: string): string[] =>
  text
    .split(/[\s|]+/)
    .map(trimmed)
    .filter((token) => token !== '');

/** The mention's sentence and the one behind it. */
function window(text: string, start: number, end: number): { before: string; after: string } {
  const from = Math.max(0, start - REACH / 2);
  const near = text.slice(from, end + REACH);
  const ends = [...near.matchAll(SENTENCE_END)].map(
    (match) => from + match.index + match[0].length,
  );
  return {
    before: text.slice(ends.findLast((at) => at <= start) ?? from, start),
    after: text.slice(end, ends.filter((at) => at > end)[1] ?? end + REACH),
  };
}

/** "mot de passe, « X »": quoted words in the mention's sentence. */
function quoted(rest: string, folded: string): string[] {
  const match = /^([^«"“`.!?\n]{0,60})[«"“`]\s*([^»"”`\n]{3,60}?)\s*[»"”`]/.exec(rest);
  const value = match?.[2];
  if (match === null || value === undefined || value.split(/\s+/).length > 6) return [];
  return NAMES_A_PLACE.test(folded.slice(0, match[1]?.length)) || isOrdinary(value) ? [] : [value];
}

/** "mot de passe : X", "mot de passe est X", "le nouveau est X", "mot de passe X". */
function introduced(text: string, folded: string, start: number, end: number): string[] {
  const rest = text.slice(end, end + REACH);
  const plain = folded.slice(end, end + REACH);
  const own = plain.search(/[.!?;\n]\s/);
  for (const match of plain.matchAll(INTRODUCERS)) {
    const beyond = own >= 0 && match.index > own;
    if (
      beyond &&
      !/\b(?:nouveau|suivant|voici|desormais)\s*(?:mot de passe|mdp|code)?$/.test(
        plain.slice(0, match.index),
      )
    )
      continue;
    // "Le mot de passe a changé, contact : Karine": another label begins.
    if (
      /[,;.]\s*(?:contacts?|supports?|liens?|adresses?|identifiants?|login|questions?)[^,;:]*$/.test(
        plain.slice(0, match.index),
      )
    )
      break;
    const kind = MARK.test(match[0]) ? 'mark' : /^\s[-–—/]/.test(match[0]) ? 'dash' : 'verb';
    const value = secretAt(rest.slice(match.index + match[0].length), kind);
    if (value !== null) return [value];
    if (kind === 'mark' && match.index === 0) return [];
  }
  return apposed(rest, /(?:^|[\s(,;/|–-])$/.test(folded.slice(0, start)));
}

/** "avec le mot de passe Toboggan-vert," and "MDP tournesol": the secret behind the mention itself. */
function apposed(rest: string, isLabel: boolean): string[] {
  const match = /^(,?)\s+(\S+?)(?=[,.;)!»]*(?:\s*$|[,.;)!»]\s|\n)|\s*$)/u.exec(rest);
  const token = trimmed(match?.[2] ?? '');
  if (token.length < 4 || isOrdinary(token) || /['’/]/.test(token)) return [];
  if (match?.[1] === ',') return /[-_\d]/.test(token) && rest.slice(1).includes(',') ? [token] : [];
  if (isMarked(token)) return [token];
  return isLabel && rest.trim() === match?.[2] ? [token] : [];
}

/** « Tournesol est le mot de passe », « Tournesol comme mot de passe ». */
function stated(before: string): string[] {
  const match =
    /(?:^|[\s«"“(])([^\s«»"“”'’]{5,40})\s*[»"”]?\s+(?:est|sera|reste|comme|\(|:)\s*(?:(?:le|notre|votre|nouveau)\s+)*$/u.exec(
      before,
    );
  const token = trimmed(match?.[1] ?? '');
  const isName = /\p{Ll}\p{Lu}|\d|[-_.]\p{L}|^\p{Lu}/u.test(token);
  return token.length >= 5 && isName && !isOrdinary(token) ? [token] : [];
}

/** The secret a text begins with, or `null` when it goes on as a sentence. */
function secretAt(rest: string, kind: 'mark' | 'dash' | 'verb'): string | null {
  const inQuotes = /^[«"“'‘`]\s*([^»"”’`\n]{3,60}?)\s*[»"”’`]/.exec(rest)?.[1];
  if (inQuotes !== undefined) return inQuotes;
  const token = trimmed(/^\S+/.exec(rest)?.[0] ?? '');
  if (kind === 'mark' && /^\d{5,}$/.test(token)) return token;
  if (token === '' || isOrdinary(token)) return null;
  if (looksSecret(token)) return token;
  if (kind === 'mark') {
    // A passphrase: the clause ends within a few words and none makes a sentence.
    const clause = trimmed(/^(?:[^\n;(|.,]|[.,](?=\S))*/.exec(rest)?.[0].trim() ?? '');
    const words = clause.split(/\s+/);
    const isPhrase =
      words.length <= 5 && words.every((word) => !isOrdinary(word) || /^\d+$/.test(word));
    if (isPhrase && clause.length >= 3) return clause;
    return token.length < 3 || /['’]/.test(token) ? null : token;
  }
  if (token.length < 3 || /['’]/.test(token)) return null;
  const ends = /^\S+(?:\s*$|\s*[,;()\n]|(?<=[.,;)!?])(?:\s|$))/.test(rest);
  if (isMarked(token))
    return /[^\p{L}'’-]/u.test(token) || ends || token.includes('-') ? token : null;
  const isAdjective = /(?:ee?s?|el|le|ique|oire|aire|ant|ent|eux|if|it|is|u)$/.test(
    foldKeepingLength(token),
  );
  return kind === 'verb' && ends && !isAdjective ? token : null;
}
