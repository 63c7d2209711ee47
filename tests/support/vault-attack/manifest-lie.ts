import type { Bytes } from '../../../src/vault/format/bytes.ts';
import type { VaultFault } from '../../../src/vault/format/errors.ts';
import type { Manifest } from '../../../src/vault/format/manifest.ts';
import type { Case } from './case.ts';
import { bytesAt, MANIFEST, type World } from './world.ts';

// What a host can do to the manifest, which nothing but its own bounds and the slots protect.

export type Json = Record<string, unknown>;
/** A manifest whose fields may be anything. */
export interface Loose extends Json {
  rooms: (Json & { kdf: Json; slots: unknown[] })[];
}

const PAGE = '/cdp/index.html';
export const textOf = (world: World): string =>
  new TextDecoder().decode(bytesAt(world.now.host, MANIFEST));
export const looseOf = (world: World): Loose => JSON.parse(textOf(world)) as Loose;
export const strictOf = (text: string): Manifest => JSON.parse(text) as Manifest;

export function lie(bytes: Bytes, faults: readonly VaultFault[], note: string): Case {
  return { path: PAGE, lies: new Map([[MANIFEST, () => bytes]]), signsIn: true, faults, note };
}

export const BAD: readonly VaultFault[] = ['bad-manifest'];
