import { leaveDatabase, returnToDatabase } from '../client/database.ts';
import type { Expecting } from '../client/expecting.ts';
import { filePath } from '../client/open.ts';
import type { Opened } from '../client/opened.ts';
import { openOrExplain } from '../client/recover.ts';
import { ROOMS } from '../client/rooms.ts';
import { type Session, touchSession } from '../client/store.ts';
import { VaultError } from '../format/errors.ts';
import { openAtHand } from './at-hand.ts';
import { controller } from './controller.ts';
import { isSparing, watchIntent } from './intent.ts';
import type { PortalVault } from './main.ts';
import { nextMarker } from './next-page.ts';
import { startUpkeep } from './upkeep.ts';

// What a page of a room needs once it is shown, or when a script of it asks for a file: a script of its
// own, so that no page waits for it.

const { portalVault } = globalThis as unknown as { portalVault: PortalVault };
const { base, room } = portalVault;
const MINUTE = 60_000;

const tell = (cause: unknown): void => {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
};

/**
 * Milliseconds for which a session is not read again: a search asks for files in several bursts. Whoever
 * signs out blanks this page.
 */
const TRUSTED = 5000;
let reading: Promise<Session | null> | null = null;

/** The session, read once for files that are asked for one after the other. */
function sharedSession(): Promise<Session | null> {
  if (reading !== null) return reading;
  const forget = (): void => {
    reading = null;
  };
  const started = portalVault.currentSession();
  reading = started;
  started.then(() => setTimeout(forget, TRUSTED), forget);
  return started;
}

async function openFile(path: string): Promise<Opened | null> {
  const session = await sharedSession();
  if (session === null) return null;
  const file = filePath(path, base);
  // Where the store fails, the host is asked.
  const here = await openAtHand(session, file).catch(tell);
  if (here) return here;
  try {
    return await openOrExplain(base, session, file);
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'no-such-page') return null;
    throw cause;
  }
}

async function stayAlive(): Promise<void> {
  if (document.visibilityState === 'visible') await touchSession(room, Date.now());
  await portalVault.checkSession();
}

function attend(): void {
  // This script has a connection to the store of its own.
  addEventListener('pagehide', leaveDatabase);
  addEventListener('pageshow', returnToDatabase);
  setInterval(() => void stayAlive().catch(tell), MINUTE);
  startUpkeep(portalVault, tell);
  const home = ROOMS.find(({ name }) => name === room)?.prefix;
  if (home === undefined || isSparing()) return;
  const markNext = nextMarker();
  watchIntent(base.slice(0, -1) + home, (link) => {
    const worker = controller();
    if (worker === null) return;
    // Browsers that ask for no page beforehand, or of no worker, have at least its sealed file on its way.
    worker.postMessage({ expect: link.pathname } satisfies Expecting);
    markNext(link);
  });
}

/** What this script offers to the one that loaded it. */
const portalVaultLater = { openFile };
export type PortalVaultLater = typeof portalVaultLater;
Object.assign(globalThis, { portalVaultLater });
attend();
