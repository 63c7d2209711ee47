/// <reference lib="webworker" />
import { EXPECTED_FOR } from '../client/expecting.ts';
import { readFromHost } from '../client/http.ts';
import { addressOf, filePath } from '../client/open.ts';
import type { Session } from '../client/store.ts';
import type { Bytes } from '../format/bytes.ts';
import { blobName, type RoomKeys } from '../format/room-keys.ts';

// The host is asked for a sealed file while the session is still being read, or while the reader is
// about to follow a link. What is remembered for that is sealed and names files: whether a page is
// shown is for the session alone to say.

/** Keys for names, of the rooms answered for last. Lost when the worker stops. */
const namers = new Map<string, Pick<RoomKeys, 'name'>>();

/** A sealed file on its way. */
export interface Ahead {
  address: string;
  bytes: Promise<Bytes>;
}

/** Files of pages that a reader was about to open, by the path of the page. */
const expected = new Map<string, { ahead: Promise<Ahead | null>; at: number }>();
/** How many of them at most: a pointer runs over many links. */
const MOST = 4;

/** Milliseconds of the host's last answer; `Infinity` where it gave none. */
let lastTook = Infinity;
/** Up to here a reader waits without noticing: on a slower line the page before stays in sight. */
const PROMPT = 200;

/** Whether a page of a room is likely to be here in a moment. */
export function isPrompt(room: string): boolean {
  return namers.has(room) && lastTook < PROMPT && navigator.onLine;
}

/** Remembers how a room's files are named; `null` where its session has ended. */
export function rememberNames(room: string, session: Session | null): void {
  if (session === null) namers.delete(room);
  else namers.set(room, { name: session.keys.name });
}

/** Forgets it of all rooms, with what was asked for. */
export function forgetNames(): void {
  namers.clear();
  expected.clear();
}

/** Asks for the file of an address, where it can be named already and was not asked for just now. */
export async function askAhead(
  base: string,
  room: string,
  pathname: string,
): Promise<Ahead | null> {
  const known = expected.get(pathname);
  expected.delete(pathname);
  const ahead =
    known !== undefined && Date.now() - known.at < EXPECTED_FOR ? await known.ahead : null;
  if (ahead === null) return ask(base, room, pathname);
  const { address, bytes } = ahead;
  // What failed a moment ago may not now.
  return { address, bytes: bytes.catch(() => readFromHost(address, 'no-cache')) };
}

/** Asks for the file of a page that a reader is about to open. @returns when it is here, or is not. */
export async function expectPage(base: string, room: string, pathname: string): Promise<void> {
  const known = expected.get(pathname);
  if (known !== undefined && Date.now() - known.at < EXPECTED_FOR) return;
  const ahead = ask(base, room, pathname);
  expected.delete(pathname);
  expected.set(pathname, { ahead, at: Date.now() });
  const [oldest] = expected.keys();
  if (expected.size > MOST && oldest !== undefined) expected.delete(oldest);
  await (await ahead)?.bytes.catch(() => undefined);
}

async function ask(base: string, room: string, pathname: string): Promise<Ahead | null> {
  const namer = namers.get(room);
  if (namer === undefined || !navigator.onLine) return null;
  try {
    const address = addressOf(base, room, await blobName(namer, filePath(pathname, base)));
    const start = performance.now();
    const bytes = readFromHost(address, 'no-cache');
    // A failure is heard of where the file is waited for; nobody may.
    bytes.then(
      () => (lastTook = performance.now() - start),
      () => (lastTook = Infinity),
    );
    return { address, bytes };
  } catch {
    return null; // an address that is no UTF-8: the answer says so
  }
}
