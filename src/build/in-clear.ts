import { readFileSync } from 'node:fs';
import { isCiphertext } from '../vault/leak/ciphertext.ts';
import type { SealedSite } from '../vault/seal/seal-site.ts';

const GATE = '/_vault/gate.html';
const SEALED = /^\/_vault\/[^/]+\/[^/]+$/;

/**
 * Whatever words it has: nothing but the gate may stand at a gated address, nothing but ciphertext among
 * sealed files.
 * @param prefixes of the rooms
 * @returns a line for each file at fault.
 */
export function inClear({ published, stored }: SealedSite, prefixes: readonly string[]): string[] {
  const gate = Buffer.from(published.find(({ path }) => path === GATE)?.bytes ?? []);
  const isGated = (path: string): boolean => prefixes.some((prefix) => path.startsWith(prefix));
  const exposed = published.filter(({ path, bytes }) => isGated(path) && !gate.equals(bytes));
  const plain = [
    ...published.filter(({ path, bytes }) => SEALED.test(path) && !isCiphertext(bytes)),
    // Chunks of large files; they are many and not read for text.
    ...stored.filter((chunk) => !isCiphertext(readFileSync(chunk.stored))),
  ];
  return [
    ...exposed.map(({ path }) => `${path.slice(1)}: stands at a gated address and is not the gate`),
    ...plain.map(({ path }) => `${path.slice(1)}: stands among sealed files and is not ciphertext`),
  ];
}
