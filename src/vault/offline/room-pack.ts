import { sealedCache, SHELL_CACHE } from '../client/ciphertext.ts';
import { get } from '../client/http.ts';
import { fetchManifest } from '../client/manifest.ts';
import { forgetPacks, type Pack, writePack } from '../client/packs.ts';
import { openIndex } from '../client/recover.ts';
import { keepManifest } from '../client/shell.ts';
import type { Session } from '../client/store.ts';
import type { Manifest } from '../format/manifest.ts';
import { download, StorageFull } from './download.ts';
import { dropOthers, missingIn } from './kept.ts';
import { type PlannedFile, planRoom, planShell, type ShellFile, sizeOfPlan } from './plan.ts';

/** What keeping a room whole takes. */
export interface PackPlan {
  manifest: Manifest;
  room: PlannedFile[];
  shell: PlannedFile[];
  /** Of all files, and of those that are not here yet. */
  bytes: number;
  missing: number;
}

/**
 * Looks at what there is to fetch.
 * @throws {VaultError} as the host answers.
 */
export async function planPack(base: string, session: Session): Promise<PackPlan> {
  const manifest = await fetchManifest(base);
  const own = manifest.rooms.find(({ name }) => name === session.room);
  const index = await openIndex(base, session, own === undefined ? {} : { mark: own.list });
  const room = await planRoom(base, session, index);
  const listed: unknown = await (await get(`${base}_vault/shell.json`, 'no-cache')).json();
  const shell = planShell(base, listed as ShellFile[]);
  const missing = [
    ...(await missingIn(await caches.open(sealedCache(session)), room)),
    ...(await missingIn(await caches.open(SHELL_CACHE), shell)),
  ];
  const bytes = sizeOfPlan([...room, ...shell]);
  return { manifest, room, shell, bytes, missing: sizeOfPlan(missing) };
}

/**
 * Fetches what a plan lacks and notes that the room is kept.
 * @param progress told of all bytes that are here
 * @throws {StorageFull} before anything is fetched where the browser says that it cannot hold it.
 */
export async function keepPack(
  base: string,
  session: Session,
  plan: PackPlan,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Pack> {
  await refuseIfFull(plan.missing);
  let kept = plan.bytes - plan.missing;
  const arrived = (bytes: number): void => {
    kept += bytes;
    progress(kept);
  };
  const shell = await caches.open(SHELL_CACHE);
  const sealed = await caches.open(sealedCache(session));
  await download(shell, await missingIn(shell, plan.shell), signal, arrived);
  const room = await missingIn(sealed, plan.room);
  // What leads to other files comes when those are there.
  const last = room.splice(-2);
  await download(sealed, room, signal, arrived);
  for (const file of last) await download(sealed, [file], signal, arrived);
  await keepManifest(base, plan.manifest);
  await dropOthers(sealed, plan.room);
  await dropOthers(shell, plan.shell, (path) => path.startsWith(`${base}_astro/`));
  const { room: name, epoch, salt } = session;
  const files = plan.room.length + plan.shell.length;
  const pack = { room: name, epoch, salt, build: plan.manifest.build, bytes: plan.bytes, files };
  await writePack(pack);
  tellWorker();
  return pack;
}

/** Removes what is kept of a room from this device. */
export async function dropPack(session: Session): Promise<void> {
  await forgetPacks(session.room);
  await caches.delete(sealedCache(session));
  tellWorker();
}

function tellWorker(): void {
  navigator.serviceWorker.controller?.postMessage('packs');
}

async function refuseIfFull(bytes: number): Promise<void> {
  const { storage } = navigator as { storage?: StorageManager };
  const { quota, usage } = (await storage?.estimate()) ?? {};
  if (quota !== undefined && quota - (usage ?? 0) < bytes * 1.05) throw new StorageFull();
  // Else a browser short of room may remove it. Refused, it is kept all the same while there is room;
  // Firefox asks the reader, who may leave that unanswered.
  storage?.persist().catch((cause: unknown) => {
    console.warn('vault:', cause instanceof Error ? cause.message : cause);
  });
}
