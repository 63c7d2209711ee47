import type { ManifestRoom } from '../format/manifest.ts';

/** What a page asks the unlock worker. */
export interface UnlockRequest {
  passphrase: string;
  rooms: ManifestRoom[];
}

/** A room a passphrase opens, and its key. */
export interface UnlockedRoom {
  room: string;
  key: ArrayBuffer;
}

/** What the unlock worker answers: the rooms that opened, or why none could be tried. */
export type UnlockAnswer = { unlocked: UnlockedRoom[] } | { failure: string };
