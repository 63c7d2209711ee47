import { randomInt } from 'node:crypto';
import { WORDS } from './words.ts';

/** Words of a made-up passphrase. */
const LENGTH = 6;

/** Bits of entropy of a made-up passphrase. */
export const PASSPHRASE_BITS = Math.floor(LENGTH * Math.log2(WORDS.length));

/** A random passphrase of French words, easy to read out on the phone: `sable-lampe-…`. */
export function makePassphrase(): string {
  return Array.from({ length: LENGTH }, () => WORDS[randomInt(WORDS.length)] ?? '').join('-');
}
