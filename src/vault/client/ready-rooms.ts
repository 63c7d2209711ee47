import type { Bytes } from '../format/bytes.ts';
import { transact } from './database.ts';

/** A sealed file that needs no request to be opened. */
export interface ReadyFile {
  /** On the portal, without the base: `/cdp/index.html`. */
  path: string;
  /** Of its sealed file. */
  address: string;
  bytes: Bytes;
}

/** Sealed files of a room as one build has them. */
export interface ReadyRoom {
  /** Name of the room's ciphertext, which tells its keys; see `sealedCache`. */
  cache: string;
  build: string;
  /** By path. */
  files: ReadonlyMap<string, ReadyFile>;
}

type ReadyRecord = ReadyFile & { id: string; build: string };

const SEPARATOR = '\n';
const idOf = (cache: string, path: string): string => cache + SEPARATOR + path;
const rangeOf = (cache: string): IDBKeyRange => IDBKeyRange.bound(cache, idOf(cache, '\uffff'));

/** What is ready of a room, or `null`. */
export async function readReadyRoom(cache: string): Promise<ReadyRoom | null> {
  const found = await transact(
    'ready',
    'readonly',
    (ready) => ready.getAll(rangeOf(cache)) as IDBRequest<Partial<ReadyRecord>[]>,
  );
  // Records of an older form tell no build, or no file.
  const records = found.filter(
    (record): record is ReadyRecord => record.build !== undefined && record.path !== undefined,
  );
  const build = records[0]?.build;
  if (build === undefined) return null;
  return { cache, build, files: new Map(records.map((record) => [record.path, record])) };
}

/** One file of what is ready of a room, and the build that has it; `null` where it is not among them. */
export async function readReadyFile(
  cache: string,
  path: string,
): Promise<(ReadyFile & { build: string }) | null> {
  const found = await transact(
    'ready',
    'readonly',
    (ready) => ready.get(idOf(cache, path)) as IDBRequest<ReadyRecord | undefined>,
  );
  return found ?? null;
}

/** Keeps what is ready of a room, in place of what was. */
export async function writeReadyRoom({ cache, build, files }: ReadyRoom): Promise<void> {
  await transact('ready', 'readwrite', (ready) => {
    const cleared = ready.delete(rangeOf(cache));
    for (const { path, address, bytes } of files.values()) {
      ready.put({ id: idOf(cache, path), build, path, address, bytes } satisfies ReadyRecord);
    }
    return cleared;
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
