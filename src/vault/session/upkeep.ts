import { fetchManifest, isCurrent } from '../client/manifest.ts';
import { readPack } from '../client/packs.ts';
import { keepManifest, keepShell } from '../client/shell.ts';
import type { Published } from '../client/published.ts';
import { markStale, readSession } from '../client/store.ts';
import { forgetInWorker } from '../client/worker-memory.ts';
import { notePublished } from './at-hand.ts';
import { controller } from './controller.ts';
import { isSlow, isSparing } from './intent.ts';
import type { PortalVault } from './main.ts';
import { tellNews } from './news.ts';
import { onOutdated, watchTouch } from './outdated.ts';

/** Milliseconds between two looks at what is published, while a page is being read. */
const INTERVAL = 10 * 60_000;

/**
 * Looks at what is published once a page is shown, and again when its tab is returned to: whether the
 * passphrase was changed, whether there is a new version; keeps what the gate needs without a network.
 */
export function startUpkeep(
  { base, room, updatePack }: Pick<PortalVault, 'base' | 'room' | 'updatePack'>,
  tell: (cause: unknown) => void,
): void {
  let build: string | null = null;
  let last = 0;
  const isUntouched = watchTouch();

  const look = async (): Promise<void> => {
    const isFirst = last === 0;
    last = Date.now();
    const manifest = await fetchManifest(base);
    const session = await readSession(room);
    if (session !== null && !isCurrent(session, manifest)) {
      await markStale(session);
      await forgetInWorker();
      if (isFirst && isUntouched()) location.reload();
      else tellNews('passphrase');
      return;
    }
    if (build !== null && build !== manifest.build) tellNews('version');
    build ??= manifest.build;
    const worker = controller();
    if (worker === null) return;
    notePublished(manifest.build);
    const sparing = isSparing() || isSlow();
    const list = manifest.rooms.find(({ name }) => name === room)?.list;
    if (list !== undefined) {
      const published = manifest.build;
      worker.postMessage({ published, list, room, isSparing: sparing } satisfies Published);
    }
    await keepManifest(base, manifest);
    const resources = performance.getEntriesByType('resource').map(({ name }) => name);
    await keepShell(base, resources);
    const pack = await readPack(room);
    if (pack !== null && pack.build !== manifest.build) await updatePack();
  };
  const lookAgain = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - last >= INTERVAL) look().catch(tell);
  };
  const start = (): void => {
    onOutdated(() => {
      if (isUntouched()) location.reload();
      else tellNews('version');
    });
    whenIdle(() => {
      look().catch(tell);
    });
    document.addEventListener('visibilitychange', lookAgain);
    addEventListener('online', () => {
      look().catch(tell);
    });
    setInterval(lookAgain, INTERVAL);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

/** After everything the reader waits for; Safari has no idle callback. */
function whenIdle(act: () => void): void {
  const { requestIdleCallback } = globalThis as {
    requestIdleCallback?: typeof globalThis.requestIdleCallback;
  };
  if (requestIdleCallback === undefined) setTimeout(act, 500);
  else requestIdleCallback(act, { timeout: 2000 });
}
