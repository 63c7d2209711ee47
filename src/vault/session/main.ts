import { announceSignOut, onSignOut } from '../client/channel.ts';
import { leaveDatabase, returnToDatabase } from '../client/database.ts';
import { NOTES } from '../client/notes.ts';
import { type Opened, wholeOf } from '../client/opened.ts';
import { forgetSessions, isAlive, readSession, type Session } from '../client/store.ts';
import { forgetLeft, takeNotes, writeNote } from '../client/tab-storage.ts';
import { forgetInWorker } from '../client/worker-memory.ts';
import {
  later,
  openDeviceDialog,
  setBase,
  startDeviceScripts,
  updatePack,
  whenShown,
} from './device.ts';

// The script of every gated page: signs out, and lets nothing be read after it.

const { base = '/', room = '' } = document.currentScript?.dataset ?? {};
/** Handed over by the gate where the browser stores no keys. */
const inMemory = (globalThis as { portalVaultSession?: Session }).portalVaultSession ?? null;

/** Blanks the page at once and asks for it anew: the gate answers. */
function lock(): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  // What was searched is asked of no host, and stays in no history.
  history.replaceState(null, '', location.pathname + location.hash);
  forgetLeft();
  writeNote(NOTES.signedOut);
  // Else the worker might answer with what it has in memory.
  void forgetInWorker().finally(() => {
    location.reload();
  });
}

async function signOut(): Promise<void> {
  document.documentElement.hidden = true;
  // Where this browser keeps no keys there may be nothing to forget, nor a store to ask.
  await forgetSessions().catch((cause: unknown) => {
    if (inMemory === null) throw cause;
  });
  // Each tab has the worker forget, too, before it asks for anything.
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

/** The session of this page's room, while it holds: the page itself counts as one that is open. */
async function currentSession(): Promise<Session | null> {
  const session = inMemory ?? (await readSession(room));
  return session !== null && isAlive(session, Date.now(), true) ? session : null;
}

/** Opens a sealed file in the page itself; `null` where there is none. */
async function openFile(path: string): Promise<Opened | null> {
  return (await later()).openFile(path);
}

/** The same for scripts of the page: the whole file. */
async function open(path: string): Promise<{ type: string; bytes: Uint8Array } | null> {
  const opened = await openFile(path);
  if (opened === null) return null;
  const bytes = opened.bytes ?? new Uint8Array(await (await wholeOf(opened)).arrayBuffer());
  return { type: opened.type, bytes };
}

/**
 * A page must not be readable after its session: neither one that was on its way as somebody signed out,
 * nor one that the back button brings out of memory, nor one left open until the session was over.
 */
async function checkSession(): Promise<void> {
  if ((await currentSession()) === null) lock();
  else document.documentElement.style.visibility = '';
}

/** After the gate's reload, which restores no scroll position: goes where the address points. */
function followAnchor(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id !== '') document.getElementById(id)?.scrollIntoView();
}

/** A share link that led to a room already open: its secret does not stay in the address bar. */
function dropShareLink(): void {
  const match = /^#acces=[^&]*(?:&ancre=(.*))?$/.exec(location.hash);
  if (match === null) return;
  const [, anchor] = match;
  const hash = anchor === undefined ? '' : `#${anchor}`;
  history.replaceState(null, '', location.pathname + location.search + hash);
  if (document.readyState === 'complete') followAnchor();
  else if (hash !== '') addEventListener('load', followAnchor);
}

const tell = (cause: unknown): void => {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
};

/** Listens for a sign-out, and looks whether one came before it listened. */
function watch(): void {
  onSignOut(lock);
  checkSession().catch(tell);
  startDeviceScripts(inMemory !== null);
  later().catch(tell);
}

/** What the vault offers to the pages it opened, and to its own scripts on them. */
const portalVault = { open, openFile, base, room, currentSession, checkSession, updatePack };
export type PortalVault = typeof portalVault;
Object.assign(globalThis, { portalVault });
setBase(base);

dropShareLink();
addEventListener('hashchange', dropShareLink);
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('[data-sign-out]') !== null) {
    event.preventDefault();
    signOut().catch(tellStillOpen);
  }
  if (event.target.closest('[data-offline]') !== null) openDeviceDialog().catch(tell);
});
window.addEventListener('pageshow', (event) => {
  returnToDatabase();
  if (takeNotes((name) => name.startsWith(NOTES.reloaded))) followAnchor();
  if (!event.persisted) return;
  // Where it cannot be known whether somebody signed out meanwhile, the page locks.
  if (inMemory === null) checkSession().catch(lock);
  else lock();
});
addEventListener('pagehide', () => {
  // Should the back button bring it back, it shows nothing before it was checked.
  document.documentElement.style.visibility = 'hidden';
  // Not sooner: the reload the gate asked for would then restore the top of the page.
  history.scrollRestoration = 'auto';
  leaveDatabase();
});
whenShown(watch);
