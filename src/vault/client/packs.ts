import { transact } from './database.ts';

/** A room whose ciphertext was fetched whole, so that it opens without the network. */
export interface Pack {
  room: string;
  epoch: number;
  salt: string;
  /** The build it is of; another one in the manifest means that it can be updated. */
  build: string;
  /** Bytes and files kept. */
  bytes: number;
  files: number;
}

/** The pack of a room, or `null`. */
export async function readPack(room: string): Promise<Pack | null> {
  const found = await transact(
    'packs',
    'readonly',
    (packs) => packs.get(room) as IDBRequest<Pack | undefined>,
  );
  return found ?? null;
}

/** How many rooms are kept whole. */
export function countPacks(): Promise<number> {
  return transact('packs', 'readonly', (packs) => packs.count());
}

/** Notes that a room is kept whole. */
export async function writePack(pack: Pack): Promise<void> {
  await transact('packs', 'readwrite', (packs) => packs.put(pack));
}

/** Forgets that a room is kept, or that any is. */
export async function forgetPacks(room?: string): Promise<void> {
  await transact('packs', 'readwrite', (packs) =>
    room === undefined ? packs.clear() : packs.delete(room),
  );
}
