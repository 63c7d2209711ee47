import { utf8 } from '../../../../src/vault/format/bytes.ts';

/** Words that stand nowhere else, other ones for each place a canary is put. */
export interface Canary {
  sentence: string;
  name: string;
  email: string;
  title: string;
}
export const SORTS = ['sentence', 'name', 'email', 'title'] as const;

const word = (seed: number): string =>
  Array.from('kzwqx', (letter, at) => letter + ('aeiou'[(seed >> (2 * at)) % 4] ?? '')).join('');

/** The canary of one place. */
export function canary(place: number): Canary {
  const [a, b, c, d] = [0, 1, 2, 3].map((part) => word(place * 4 + part + 5));
  return {
    sentence: `l’été ${a} « ${b} » reprend ${c} ${d}`,
    name: `Zélie ${(a ?? '').toUpperCase()}`,
    email: `${b}@${c}.example`,
    title: `Œuvre ${d} ${a}`,
  };
}

/** The words that tell a canary from any other text. */
export const telling = (each: Canary): string[] =>
  Object.values(each)
    .join(' ')
    .toLowerCase()
    .match(/\b(?:k[aeiou]z[aeiou]w[aeiou]q[aeiou]x[aeiou])\b/g) ?? [];

export const page = (body: string, head = ''): Uint8Array =>
  utf8(`<!doctype html><html lang="fr"><head>${head}</head><body>${body}</body></html>`);

/** As an address or a file's name has it: `zelie-kazawa`. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Œ', 'Oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

export const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** Every letter but plain ones escaped as JSON and JS have it. */
export const ascii = (text: string): string =>
  text.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
