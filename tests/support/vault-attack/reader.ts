import { fetchManifest } from '../../../src/vault/client/manifest.ts';
import { readFromHost } from '../../../src/vault/client/http.ts';
import { wholeOf } from '../../../src/vault/client/opened.ts';
import { openOrExplain } from '../../../src/vault/client/recover.ts';
import type { Session } from '../../../src/vault/client/store.ts';
import { type Bytes, toBase64url } from '../../../src/vault/format/bytes.ts';
import { VaultError } from '../../../src/vault/format/errors.ts';
import { deriveKek } from '../../../src/vault/format/kdf.ts';
import { deriveRoomKeys, importRoomKey } from '../../../src/vault/format/room-keys.ts';
import { unlockRooms } from '../../../src/vault/unlock/unlock-rooms.ts';
import { type Build, PASSPHRASE, ROOM } from './world.ts';

/** What a host answers in place of what it should; `null`: that it has no such file. */
export type Answer = Bytes | ReadableStream<Uint8Array> | null;

/** How a reader meets a host that lies. */
export interface Attempt {
  /** The file that is asked for. */
  path: string;
  /** What the host has. */
  build: Build;
  /** By address, over what the host has; made anew for each request. */
  lies: ReadonlyMap<string, () => Answer>;
  /** Whether the reader signs in first, and so reads the manifest. */
  signsIn: boolean;
}

const keks = new Map<string, Promise<Bytes>>();

/** The real derivation, once for each passphrase, salt and cost. */
const derive: typeof deriveKek = (passphrase, salt, kdf) => {
  const name = JSON.stringify([passphrase, toBase64url(salt), kdf]);
  const known = keks.get(name) ?? deriveKek(passphrase, salt, kdf);
  keks.set(name, known);
  return known;
};

/**
 * Does what gate and worker do, with their own code: reads the manifest, unlocks, opens the file.
 * `fetch` is the host for as long as this takes: one attempt at a time.
 * @returns the whole file
 */
export async function attemptToRead(attempt: Attempt, session: Session): Promise<Bytes> {
  const own = globalThis.fetch;
  globalThis.fetch = (url) => Promise.resolve(answer(attempt, url as string));
  try {
    const open = attempt.signsIn ? await signIn() : session;
    const opened = await openOrExplain('/', open, attempt.path, readFromHost, []);
    return new Uint8Array(await (await wholeOf(opened)).arrayBuffer());
  } finally {
    globalThis.fetch = own;
  }
}

function answer({ build, lies }: Attempt, url: string): Response {
  const lie = lies.get(url);
  const body = lie === undefined ? (build.host.get(url) ?? null) : lie();
  return body === null ? new Response(null, { status: 404 }) : new Response(body);
}

/** As the gate does: the room of the page, and the others beside it. */
async function signIn(): Promise<Session> {
  const { rooms } = await fetchManifest('/');
  const own = rooms.find(({ name }) => name === ROOM);
  if (own === undefined) throw new VaultError('bad-manifest', `No room ${ROOM}.`);
  const unlocked = await unlockRooms({ passphrase: PASSPHRASE, rooms }, derive);
  const found = unlocked.find(({ room }) => room === ROOM);
  if (found === undefined) throw new VaultError('wrong-passphrase', `No slot of ${ROOM} opens.`);
  return sessionOf(own, await deriveRoomKeys(await importRoomKey(new Uint8Array(found.key))));
}

/** A session as a browser keeps it. */
export function sessionOf(
  { epoch, salt }: Pick<Session, 'epoch' | 'salt'>,
  keys: Session['keys'],
): Session {
  return { room: ROOM, epoch, salt, keys, until: Infinity, kept: false, lastUsed: 0 };
}
