import type { Block } from './blocks/block.ts';
import { foldKeepingLength } from './recognise/fold.ts';

/** Kinds of secrets that can be taken out; `portal.config.ts` lists those that are. */
export type SecretKind = 'password' | 'nir' | 'iban';

export interface Secret {
  kind: SecretKind;
  value: string;
}

const INTRODUCED =
  /\b(?:mots? de passe|mdp|password|passe)\b([^:：.!?\n]{0,60}?)(?:\s?[:：=]\s*|\s+(?:est|devient|sera|reste)(?=[\s:：])\s*(?:[:：]\s*)?)/g;
const SENTENCE_WORD =
  /^(?:il|elle|ils|vous|nous|on|le|la|les|l'|un|une|des|du|de|a|au|en|ete|est|pas|ne|n'|meme|inchangee?|identique|toujours|celui|voir|par|pour|dans|sur|change|envoye|transmis|communique|disponible|valable|necessaire|obligatoire|demande|personnel|perdu|oublie)$/;
const NIR =
  /(?<!\d)[12378][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{2})?(?!\d)/gi;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ .]?[A-Z0-9]{4}){3,7}(?:[ .]?[A-Z0-9]{1,3})?\b/g;

/** The secrets of a document: what follows "mot de passe :", and numbers of people and accounts. */
export function findSecrets(blocks: readonly Block[], kinds: readonly SecretKind[]): Secret[] {
  const secrets = new Map<string, Secret>();
  const add = (kind: SecretKind, value: string): void => {
    if (value.length >= 3) secrets.set(value, { kind, value });
  };
  blocks.forEach((block, index) => {
    if (kinds.includes('password')) {
      for (const value of passwordsIn(block.text)) add('password', value);
      const next = blocks[index + 1];
      // "Mot de passe :" alone on its line: the secret stands on the next one.
      if (
        next !== undefined &&
        /(?:mot de passe|mdp)[^:]{0,40}:\s*$/i.test(block.text) &&
        /^\S+$/.test(next.text)
      ) {
        add('password', trimmed(next.text));
      }
    }
    if (kinds.includes('nir'))
      for (const [value] of block.text.matchAll(NIR)) if (isNir(value)) add('nir', value);
    if (kinds.includes('iban'))
      for (const [value] of block.text.matchAll(IBAN)) if (isIban(value)) add('iban', value);
  });
  return [...secrets.values()].sort((a, b) => b.value.length - a.value.length);
}

function passwordsIn(text: string): string[] {
  const folded = foldKeepingLength(text);
  return [...folded.matchAll(INTRODUCED)].flatMap((match) => {
    const rest = text.slice(match.index + match[0].length);
    const value = secretAt(rest, /[:：=]\s*$/.test(match[0]));
    return value === null ? [] : [value];
  });
}

/** The secret a text begins with, or `null` when it goes on as a sentence. */
function secretAt(rest: string, afterColon: boolean): string | null {
  const quoted = /^[«"“'‘]\s*([^»"”’\n]{3,60}?)\s*[»"”’]/.exec(rest)?.[1];
  if (quoted !== undefined) return quoted;
  const token = trimmed(/^\S+/.exec(rest)?.[0] ?? '');
  if (token.length < 3 || SENTENCE_WORD.test(foldKeepingLength(token))) return null;
  const marked = /[\d\p{Lu}]|[^\p{L}\s'’]/u.test(token);
  if (marked) return token;
  if (!afterColon) return null;
  // Plain words: a passphrase when the line ends within a few words and none makes a sentence.
  const line = rest.split(/[\n.;(]/)[0]?.trim() ?? '';
  const words = line.split(/\s+/);
  const isPhrase =
    words.length <= 8 && words.every((word) => !SENTENCE_WORD.test(foldKeepingLength(word)));
  return isPhrase ? trimmed(line) : token.length === line.length ? token : null;
}

/** A token without the punctuation of its sentence; a mark that belongs to the secret stays. */
function trimmed(token: string): string {
  const opened = token.includes('(');
  return token.replace(opened ? /[.,;:»"”]+$/u : /[).,;:»"”]+$/u, '').replace(/^[(«"“]+/u, '');
}

/** French social security number: its key is 97 − (number mod 97). */
function isNir(value: string): boolean {
  const bare = value.replace(/[ .]/g, '').toUpperCase();
  const digits = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
  if (bare.length === 13) return /[ .]/.test(value);
  return Number(97n - (BigInt(digits) % 97n)) === Number(bare.slice(13));
}

/** ISO 13616: rearranged and written in digits, an IBAN is 1 modulo 97. */
function isIban(value: string): boolean {
  const bare = value.replace(/[ .]/g, '');
  const moved = bare.slice(4) + bare.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return bare.length >= 15 && BigInt(digits) % 97n === 1n;
}

/** Offsets of secrets in a text, in order, not overlapping. */
export function secretSpans(
  text: string,
  secrets: readonly Secret[],
): { start: number; end: number; kind: SecretKind }[] {
  const spans: { start: number; end: number; kind: SecretKind }[] = [];
  for (const { kind, value } of secrets) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      const end = at + value.length;
      if (spans.every((span) => end <= span.start || at >= span.end))
        spans.push({ start: at, end, kind });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
