import { type Bytes, concat } from '../../../src/vault/format/bytes.ts';
import type { VaultFault } from '../../../src/vault/format/errors.ts';
import { SEALED_OVERHEAD } from '../../../src/vault/format/sealed.ts';
import type { Random } from '../ingest/random.ts';

/** Changes bytes; `others` are sealed files to take parts of. */
type Mutation = (bytes: Bytes, random: Random, others: readonly Bytes[]) => Bytes;

const NONCE = { from: 5, to: 17 };

function flipped(bytes: Bytes, at: number, bit: number): Bytes {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}
const within = (random: Random, from: number, to: number): number =>
  from + random.below(Math.max(1, to - from));
const other = (random: Random, others: readonly Bytes[]): Bytes =>
  others[random.below(others.length)] ?? new Uint8Array();
const junk = (random: Random, length: number): Bytes =>
  Uint8Array.from({ length }, () => random.below(256));

/** What can be done to the bytes of any sealed file without its key. */
export const MUTATIONS = {
  'bit flipped': (bytes, random) => flipped(bytes, random.below(bytes.length), random.below(8)),
  'magic changed': (bytes, random) => flipped(bytes, random.below(4), random.below(8)),
  'version changed': (bytes, random) => {
    const changed = bytes.slice();
    changed[4] = (1 + 1 + random.below(255)) % 256;
    return changed;
  },
  'nonce changed': (bytes, random) =>
    flipped(bytes, within(random, NONCE.from, NONCE.to), random.below(8)),
  'tag changed': (bytes, random) =>
    flipped(bytes, bytes.length - 1 - random.below(16), random.below(8)),
  // The padding is at the end of what is encrypted.
  'padding changed': (bytes, random) =>
    flipped(bytes, Math.max(17, bytes.length - 17 - random.below(16)), random.below(8)),
  'byte set': (bytes, random) => {
    const changed = bytes.slice();
    changed[random.below(bytes.length)] = random.below(256);
    return changed;
  },
  'run zeroed': (bytes, random) => {
    const changed = bytes.slice();
    const at = random.below(bytes.length);
    return changed.fill(0, at, at + 1 + random.below(64));
  },
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'truncated by a few': (bytes, random) => bytes.slice(0, -1 - random.below(20)),
  'beginning cut off': (bytes, random) => bytes.slice(1 + random.below(40)),
  empty: () => new Uint8Array(),
  extended: (bytes, random) => concat(bytes, junk(random, 1 + random.below(100))),
  'extended by zeros': (bytes, random) => concat(bytes, new Uint8Array(1 + random.below(5000))),
  'twice over': (bytes) => concat(bytes, bytes),
  'spliced with another': (bytes, random, others) => {
    const at = random.below(bytes.length);
    return concat(bytes.subarray(0, at), other(random, others).subarray(at));
  },
  'header of another': (bytes, random, others) =>
    concat(other(random, others).subarray(0, NONCE.to), bytes.subarray(NONCE.to)),
  'parts swapped': (bytes, random) => {
    const half = Math.floor((bytes.length - NONCE.to) / 2);
    const size = 1 + random.below(Math.max(1, Math.min(64, half)));
    const [one, two] = [NONCE.to + random.below(half), NONCE.to + half];
    const changed = bytes.slice();
    changed.set(bytes.subarray(two, two + size), one);
    changed.set(bytes.subarray(one, one + size).slice(0, changed.length - two), two);
    return changed;
  },
  'page of HTML instead': () =>
    new TextEncoder().encode('<!doctype html><title>404</title>'.repeat(9)),
  'noise instead': (_, random) => junk(random, random.below(3000)),
} satisfies Record<string, Mutation>;

export const MUTATION_NAMES = Object.keys(MUTATIONS) as [keyof typeof MUTATIONS];

/** The fault a reader has to find in bytes that are not what was sealed. */
export function faultOf(bytes: Bytes): VaultFault {
  const isSealed =
    bytes.length >= SEALED_OVERHEAD && [80, 86, 76, 84].every((byte, at) => bytes[at] === byte);
  return isSealed && bytes[4] !== 1 ? 'unknown-version' : 'tampered';
}

export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0;
