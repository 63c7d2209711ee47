import type { Bytes } from '../format/bytes.ts';
import { transact } from './database.ts';

/** A sealed page that needs no request to be opened. */
export interface ReadyPage {
  /** On the portal, without the base: `/cdp/index.html`. */
  path: string;
  /** Of its sealed file. */
  address: string;
  bytes: Bytes;
}

/** Sealed pages of a room as one build has them. */
export interface ReadyRoom {
  /** Name of the room's ciphertext, which tells its keys; see `sealedCache`. */
  cache: string;
  build: string;
  /** By path. */
  pages: ReadonlyMap<string, ReadyPage>;
}

/** One record tells the build; its identifier, the cache's name, comes before those of the pages. */
type ReadyRecord = { id: string } & (ReadyPage | { build: string });

const SEPARATOR = '\n';
const idOf = (cache: string, path: string): string => cache + SEPARATOR + path;
const rangeOf = (cache: string): IDBKeyRange => IDBKeyRange.bound(cache, idOf(cache, '\uffff'));

/** What is ready of a room, or `null`. */
export async function readReadyRoom(cache: string): Promise<ReadyRoom | null> {
  const [room, ...pages] = await transact(
    'ready',
    'readonly',
    (ready) => ready.getAll(rangeOf(cache)) as IDBRequest<ReadyRecord[]>,
  );
  if (room === undefined || !('build' in room)) return null;
  const entries = pages.flatMap((page) => ('path' in page ? [[page.path, page] as const] : []));
  return { cache, build: room.build, pages: new Map(entries) };
}

/** One page of what is ready of a room, or `null`. */
export async function readReadyPage(cache: string, path: string): Promise<ReadyPage | null> {
  const found = await transact(
    'ready',
    'readonly',
    (ready) => ready.get(idOf(cache, path)) as IDBRequest<ReadyPage | undefined>,
  );
  return found ?? null;
}

/** Keeps what is ready of a room, in place of what was. */
export async function writeReadyRoom({ cache, build, pages }: ReadyRoom): Promise<void> {
  await transact('ready', 'readwrite', (ready) => {
    ready.delete(rangeOf(cache));
    for (const { path, address, bytes } of pages.values()) {
      ready.put({ id: idOf(cache, path), path, address, bytes } satisfies ReadyRecord);
    }
    return ready.put({ id: cache, build } satisfies ReadyRecord);
  });
}

/** How many records there are, of whatever room. */
export function countReady(): Promise<number> {
  return transact('ready', 'readonly', (ready) => ready.count());
}

/** Removes what is ready of all rooms but those of the caches named. */
export async function dropReadyRooms(wanted: ReadonlySet<string>): Promise<void> {
  const ids = await transact(
    'ready',
    'readonly',
    (ready) => ready.getAllKeys() as IDBRequest<string[]>,
  );
  for (const cache of new Set(ids.map((id) => id.split(SEPARATOR)[0] ?? ''))) {
    if (wanted.has(cache)) continue;
    await transact('ready', 'readwrite', (ready) => ready.delete(rangeOf(cache)));
  }
}
