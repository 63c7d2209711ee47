import { announceSignOut, onSignOut } from '../client/channel.ts';
import { filePath, type Opened } from '../client/open.ts';
import { openOrExplain } from '../client/recover.ts';
import { forgetSessions, readSession, type Session, touchSession } from '../client/store.ts';
import { VaultError } from '../format/errors.ts';

// The script of every gated page: signs out, and lets nothing be read after it.

const { base = '/', room = '' } = document.currentScript?.dataset ?? {};
/** Handed over by the gate where the browser stores no keys. */
const inMemory = (globalThis as { portalVaultSession?: Session }).portalVaultSession ?? null;
const MINUTE = 60_000;

/** Blanks the page at once and asks for it anew: the gate answers. */
function lock(): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  location.reload();
}

async function signOut(): Promise<void> {
  document.documentElement.hidden = true;
  if (inMemory === null) await forgetSessions();
  announceSignOut();
  lock();
}

/** The keys could not be forgotten: nobody may believe that they were. */
function tellStillOpen(cause: unknown): void {
  tell(cause);
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  said.textContent =
    'La session n’a pas pu être fermée. Fermez le navigateur et effacez les données de ce site.';
  document.body.replaceChildren(said);
  document.documentElement.hidden = false;
}

/** Opens a sealed file for scripts of the page where no service worker answers them. */
async function open(path: string): Promise<Opened | null> {
  const session = inMemory ?? (await readSession(room));
  if (session === null) return null;
  try {
    return await openOrExplain(base, session, filePath(path, base));
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'no-such-page') return null;
    throw cause;
  }
}

async function stayAlive(): Promise<void> {
  if (document.visibilityState === 'visible') await touchSession(room, Date.now());
}

/**
 * A page must not be readable after signing out: neither one that was on its way at that moment, nor
 * one that the back button brings out of memory.
 */
async function checkSession(): Promise<void> {
  if (inMemory === null && (await readSession(room)) === null) lock();
  else document.documentElement.style.visibility = '';
}

/** After the gate's reload, which restores no scroll position: goes where the address points. */
function followAnchor(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id !== '') document.getElementById(id)?.scrollIntoView();
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
    signOut().catch(tellStillOpen);
  }
});
window.addEventListener('pageshow', (event) => {
  const marks = Object.keys(sessionStorage).filter((key) => key.startsWith('portal-vault-reload '));
  for (const mark of marks) sessionStorage.removeItem(mark);
  if (marks.length > 0) followAnchor();
  if (!event.persisted) return;
  // Where it cannot be known whether somebody signed out meanwhile, the page locks.
  if (inMemory === null) checkSession().catch(lock);
  else lock();
});
setInterval(() => void stayAlive().catch(tell), MINUTE);
addEventListener('pagehide', () => {
  // Should the back button bring it back, it shows nothing before it was checked.
  document.documentElement.style.visibility = 'hidden';
  // Not sooner: the reload the gate asked for would then restore the top of the page.
  history.scrollRestoration = 'auto';
  void stayAlive().catch(tell);
});
checkSession().catch(tell);
stayAlive().catch(tell);
