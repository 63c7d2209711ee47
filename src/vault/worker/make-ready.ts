/// <reference lib="webworker" />
import { sealedCache } from '../client/ciphertext.ts';
import { readBody, readFromHost } from '../client/http.ts';
import { addressOf } from '../client/open.ts';
import { OUTDATED, type Published } from '../client/published.ts';
import {
  readReadyRoom,
  type ReadyFile,
  type ReadyRoom,
  writeReadyRoom,
} from '../client/ready-rooms.ts';
import { openIndex } from '../client/recover.ts';
import type { KnownRoom } from '../client/rooms.ts';
import type { Session } from '../client/store.ts';
import type { Bytes } from '../format/bytes.ts';
import { VaultError } from '../format/errors.ts';
import type { IndexEntry } from '../format/room-index.ts';
import { blobName } from '../format/room-keys.ts';
import { markOf } from '../format/sealed.ts';
import { liveSession } from './live-session.ts';
import {
  confirmReady,
  forgetReady,
  isReady,
  isReplaced,
  setReady,
  shownPage,
  watchForgotten,
} from './ready.ts';

/** Bytes at most that are fetched of a room unasked: some hundred pages and their search. */
const MOST = 4_000_000;
/** Files fetched side by side, while the reader reads. */
const AT_ONCE = 2;

/** Rooms whose files are being fetched. */
const making = new Set<string>();

/**
 * Hears from a page what the host has published: makes the room's pages and its search ready to be
 * opened without a request, or takes those that are for right for a while longer.
 * @param asking the page; told where it was opened from what is out of date
 */
export async function heardOf(
  { published, list, isSparing }: Published,
  room: KnownRoom,
  base: string,
  asking: Client | null,
): Promise<void> {
  const shown = asking === null ? null : shownPage(new URL(asking.url).pathname);
  const tellReplaced = (): void => {
    if (shown !== null && isReplaced(room.name, shown)) asking?.postMessage(OUTDATED);
  };
  if (isReady(room.name, published)) {
    confirmReady(room.name);
    tellReplaced();
    return;
  }
  forgetReady(room.name);
  const isForgotten = watchForgotten();
  const session = await liveSession(room, base);
  if (session === null) return;
  const cache = sealedCache(session);
  const kept = await readReadyRoom(cache);
  if (kept?.build === published) {
    setReady(room.name, kept);
    tellReplaced();
    return;
  }
  if (making.has(room.name) || (isSparing && shown === null)) return;
  making.add(room.name);
  try {
    const index = await openIndex(base, session, { mark: list });
    if (shown !== null && !isStill(shown, index)) asking?.postMessage(OUTDATED);
    if (isSparing) return;
    const wanted = filesToReady(index);
    const files = await readyFiles({ base, session, wanted, kept, isForgotten });
    // Should the reader have signed out and removed all meanwhile, this must not bring it back.
    if (isForgotten()) return;
    const ready = { cache, build: published, files };
    setReady(room.name, ready);
    await writeReadyRoom(ready);
  } finally {
    making.delete(room.name);
  }
}

/** Pages, and styles that are theirs: asked for with each, they would tell which it is. */
const PAGE = /\/index\.html$|\.css$/;
/** Files of a search index: Pagefind's and our own stand in one folder. */
const SEARCH = /\/pagefind\/[^.]/;

/** Pages of a room's list, then files of its search, the small ones first, up to {@link MOST} bytes. */
export function filesToReady(index: readonly IndexEntry[], most = MOST): IndexEntry[] {
  const whole = index
    .filter(({ chunks }) => chunks === undefined)
    .sort((a, b) => a.sealed - b.sealed);
  const pages = whole.filter(({ path }) => PAGE.test(path));
  const search = whole.filter(({ path }) => SEARCH.test(path));
  let left = most;
  return [...pages, ...search].filter(({ sealed }) => {
    const fits = sealed <= left;
    if (fits) left -= sealed;
    return fits;
  });
}

/** Whether a page is what its room's list says. */
function isStill({ path, bytes }: ReadyFile, index: readonly IndexEntry[]): boolean {
  return index.find((entry) => entry.path === path)?.mark === markOf(bytes);
}

/**
 * Fetches what is not here yet.
 * @throws {VaultError} as the host answers; `missing` where it has something else than its list says.
 */
async function readyFiles({
  base,
  session,
  wanted,
  kept,
  isForgotten,
}: {
  base: string;
  session: Session;
  wanted: readonly IndexEntry[];
  kept: ReadyRoom | null;
  isForgotten: () => boolean;
}): Promise<ReadonlyMap<string, ReadyFile>> {
  const files = new Map<string, ReadyFile>();
  const cache = await caches.open(sealedCache(session));
  const waiting = [...wanted];
  const work = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      if (isForgotten()) return;
      const { path, mark } = entry;
      const address = addressOf(base, session.room, await blobName(session.keys, path));
      const found = kept?.files.get(path)?.bytes ?? (await copyIn(cache, address));
      const isHere = found !== null && markOf(found) === mark;
      const bytes = isHere ? found : await readFromHost(address, 'no-cache');
      if (markOf(bytes) !== mark) {
        throw new VaultError('missing', `${address}: not as the list of its room says.`);
      }
      files.set(path, { path, address, bytes });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    waiting.length = 0; // the first failure stops the others
  }
  return files;
}

async function copyIn(cache: Cache, address: string): Promise<Bytes | null> {
  const copy = await cache.match(address);
  return copy === undefined ? null : readBody(copy, address);
}
