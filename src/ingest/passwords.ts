import { foldKeepingLength } from './recognise/fold.ts';

const KEY =
  "(?:mots? de passe|mdp|password|phrases? (?:de passe|secretes?)|codes? (?:d'acces|secrets?|confidentiels?|de connexion)|cles? d'acces)";
const MENTION = new RegExp(`(?<![\\p{L}])${KEY}(?![\\p{L}])`, 'gu');
/** What leads from the key to the secret: a colon, an arrow, "est", "c'est désormais". */
const LEADS =
  /^([^:：!?\n]{0,80}?)(?:\s?[:：=→]\s*|\s[-–—/>]+\s|\s(?:est|devient|sera|reste)(?=[\s:：])(?: (?:desormais|maintenant|toujours))?\s*[:：]?\s*)/;
const SENTENCE_WORD =
  /^(?:il|elle|ils|vous|nous|on|le|la|les|l'|un|une|des|du|de|a|au|en|ete|est|pas|ne|n'|meme|inchangee?|identique|toujours|celui|celle|voir|par|pour|dans|sur|change|envoye|transmis|communique|disponible|valable|necessaire|obligatoire|demande|personnel|perdu|oublie|qui|que|dont|et|ou|a|sera|etre|avec|sans|votre|nos|vos|notre|tous|toutes)$/;
/** Hours, ordinals, dates and addresses mix letters and digits, too. */
const ORDINARY =
  /^\d{1,2}h(?:\d{2})?$|^\d+(?:e|er|eme|ere|ieme|nde?)s?$|^\d[\d/.,]*$|^n°?\d+$|@|^https?:|^www\.|\.(?:fr|org|com|eu)\b/;

/** The passwords a text tells, each as written. */
export function passwordsIn(text: string): string[] {
  const folded = foldKeepingLength(text);
  return [...folded.matchAll(MENTION)].flatMap((match) => {
    const end = match.index + match[0].length;
    return [
      ...introduced(text.slice(end), folded.slice(end)),
      ...markedNear(text, match.index, end),
    ];
  });
}

/** Whether a text speaks of a password at all. */
export function mentionsPassword(text: string): boolean {
  return foldKeepingLength(text).search(MENTION) >= 0;
}

/** Whether the secret of a text that ends here must stand on the next line. */
export function announcesPassword(text: string): boolean {
  return new RegExp(`${KEY}[^:]{0,40}[:：]\\s*$`, 'u').test(foldKeepingLength(text));
}

/** The text without the punctuation of its sentence; a mark that belongs to the secret stays. */
export function trimmed(token: string): string {
  const opened = token.includes('(');
  return token
    .replace(opened ? /[.,;:»"”]+$/u : /[).,;:»"”]+$/u, '')
    .replace(/^[(«"“*_]+|\*+$/gu, '');
}

function introduced(rest: string, folded: string): string[] {
  const quoted = /^\s*[«"“]\s*([^»"”\n]{3,60}?)\s*[»"”]/.exec(rest)?.[1];
  if (quoted !== undefined) return [quoted];
  const lead = LEADS.exec(folded);
  if (lead === null) return [];
  const value = secretAt(rest.slice(lead[0].length), /[:：=→]\s*$/.test(lead[0]));
  return value === null ? [] : [value];
}

/** The secret a text begins with, or `null` when it goes on as a sentence. */
function secretAt(rest: string, afterColon: boolean): string | null {
  const quoted = /^[«"“'‘]\s*([^»"”’\n]{3,60}?)\s*[»"”’]/.exec(rest)?.[1];
  if (quoted !== undefined) return quoted;
  const token = trimmed(/^\S+/.exec(rest)?.[0] ?? '');
  if (token.length < 3 || SENTENCE_WORD.test(foldKeepingLength(token))) return null;
  if (ORDINARY.test(foldKeepingLength(token))) return null;
  if (/[\d\p{Lu}]|[^\p{L}\s'’]/u.test(token)) return token;
  if (!afterColon) return null;
  // Plain words: a passphrase when the line ends within a few words and none makes a sentence.
  const line = rest.split(/[\n.;(]/)[0]?.trim() ?? '';
  const words = line.split(/\s+/);
  const isPhrase =
    words.length <= 8 && words.every((word) => !SENTENCE_WORD.test(foldKeepingLength(word)));
  return isPhrase || token.length === line.length ? trimmed(line) : null;
}

/** Words of the sentence around a mention that mix letters with digits: nobody writes those in prose. */
function markedNear(text: string, start: number, end: number): string[] {
  const from = Math.max(text.lastIndexOf('. ', start) + 1, start - 60, 0);
  const stop = text.slice(end).search(/[.!?]\s|$/);
  const sentence = `${text.slice(from, start)} ${text.slice(end, end + Math.min(stop, 160))}`;
  return sentence
    .split(/[\s|]+/)
    .map(trimmed)
    .filter(
      (token) =>
        token.length >= 5 && /\d/.test(token) && (token.match(/\p{L}/gu)?.length ?? 0) >= 3,
    )
    .filter((token) => !ORDINARY.test(foldKeepingLength(token)));
}
