import { announceSignOut, onSignOut } from '../client/channel.ts';
import { fetchManifest, filePath, type Opened, openPath } from '../client/open.ts';
import { forgetSessions, readSession, touchSession } from '../client/store.ts';
import { VaultError } from '../format/errors.ts';
import { roomOf } from '../format/manifest.ts';

// The script of every gated page: signs out, and lets nothing be read after it.

const base = document.currentScript?.dataset['base'] ?? '/';
const MINUTE = 60_000;

/** Blanks the page at once and asks for it anew: the gate answers. */
function lock(): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  location.reload();
}

async function signOut(): Promise<void> {
  await forgetSessions();
  announceSignOut();
  lock();
}

/** Name of the room this page belongs to. */
const room = fetchManifest(base).then(
  (manifest) => roomOf(manifest.rooms, `/${location.pathname.slice(base.length)}`)?.name ?? null,
);

/** Opens a sealed file for scripts of the page where no service worker answers them. */
async function open(path: string): Promise<Opened | null> {
  const name = await room;
  const session = name === null ? null : await readSession(name);
  if (session === null) return null;
  try {
    return await openPath(base, session, filePath(path, base));
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'missing') return null;
    throw cause;
  }
}

async function stayAlive(): Promise<void> {
  const name = await room;
  if (name !== null && document.visibilityState === 'visible') await touchSession(name, Date.now());
}

/** A page that the back button brings out of memory must not be readable after signing out. */
async function checkSession(): Promise<void> {
  const name = await room;
  if (name !== null && (await readSession(name)) === null) lock();
}

const tell = (cause: unknown): void => {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
};

/** What the vault offers to the pages it opened. */
const portalVault = { open };
Object.assign(globalThis, { portalVault });

onSignOut(lock);
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-sign-out]') !== null) {
    event.preventDefault();
    signOut().catch(tell);
  }
});
window.addEventListener('pageshow', (event) => {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('portal-vault-reload ')) sessionStorage.removeItem(key);
  }
  if (event.persisted) checkSession().catch(tell);
});
setInterval(() => void stayAlive().catch(tell), MINUTE);
addEventListener('pagehide', () => void stayAlive().catch(tell));
stayAlive().catch(tell);
