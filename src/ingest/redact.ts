import type { Block } from './blocks/block.ts';
import { passwordsAmong } from './passwords-among.ts';
import { foldKeepingLength } from './recognise/fold.ts';

/** Kinds of secrets that can be taken out; `portal.config.ts` lists those that are. */
export type SecretKind = 'password' | 'nir' | 'iban';

export interface Secret {
  kind: SecretKind;
  value: string;
}

const NIR =
  /(?<!\d)[12378][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]?\d{2})?(?!\d)/gi;
const NIR_NAMED = /\b(?:nir|n°\s*secu|num[eé]ro de s[eé]cu|s[eé]cu(?:rit[eé] sociale)?)\b/i;
const IBAN = /\b[a-z]{2}\d{2}(?:[ .]?[a-z0-9]{4}){3,7}(?:[ .]?[a-z0-9]{1,3})?\b/gi;

/** The secrets of a document: the passwords it tells, and numbers of people and accounts. */
export function findSecrets(blocks: readonly Block[], kinds: readonly SecretKind[]): Secret[] {
  const secrets = new Map<string, Secret>();
  const add = (kind: SecretKind, value: string): void => {
    if (value.length >= 3) secrets.set(value, { kind, value });
  };
  if (kinds.includes('password')) {
    for (const value of passwordsAmong(blocks.map((block) => block.text))) add('password', value);
  }
  for (const block of blocks) {
    if (kinds.includes('nir'))
      for (const [value] of block.text.matchAll(NIR)) {
        if (isNir(value, NIR_NAMED.test(block.text))) add('nir', value);
      }
    if (kinds.includes('iban'))
      for (const [value] of block.text.matchAll(IBAN)) if (isIban(value)) add('iban', value);
  }
  return [...secrets.values()].sort((a, b) => b.value.length - a.value.length);
}

/** French social security number: its key is 97 − (number mod 97). */
function isNir(value: string, isNamed: boolean): boolean {
  const bare = value.replace(/[ .-]/g, '').toUpperCase();
  const digits = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
  if (bare.length === 13) return isNamed || /[ .-]/.test(value);
  return Number(97n - (BigInt(digits) % 97n)) === Number(bare.slice(13));
}

/** ISO 13616: rearranged and written in digits, an IBAN is 1 modulo 97. */
function isIban(value: string): boolean {
  const bare = value.replace(/[ .]/g, '').toUpperCase();
  const moved = bare.slice(4) + bare.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return bare.length >= 15 && BigInt(digits) % 97n === 1n;
}

/** Offsets of secrets in a text, in any case and with or without accents, in order, not overlapping. */
export function secretSpans(
  text: string,
  secrets: readonly Secret[],
): { start: number; end: number; kind: SecretKind }[] {
  const spans: { start: number; end: number; kind: SecretKind }[] = [];
  const folded = secrets.length === 0 ? '' : foldKeepingLength(text);
  for (const { kind, value } of secrets) {
    const sought = foldKeepingLength(value);
    for (
      let at = folded.indexOf(sought);
      at >= 0;
      at = folded.indexOf(sought, at + sought.length)
    ) {
      const end = at + sought.length;
      if (spans.every((span) => end <= span.start || at >= span.end))
        spans.push({ start: at, end, kind });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
