import { dropOldCiphertext } from '../client/ciphertext.ts';
import { patiently } from '../client/http.ts';
import { fetchManifest, isCurrent } from '../client/manifest.ts';
import { messageOf, SHARE, STEPS } from '../client/messages.ts';
import { ROOMS } from '../client/rooms.ts';
import {
  forgetSessions,
  isAlive,
  isSignedOut,
  readSession,
  type Session,
  writeSession,
} from '../client/store.ts';
import { forgetLeft } from '../client/tab-storage.ts';
import { forgetInWorker } from '../client/worker-memory.ts';
import { VaultError } from '../format/errors.ts';
import { type Manifest, type ManifestRoom, roomOf } from '../format/manifest.ts';
import type { ShareLink } from '../format/share.ts';
import { gateForm } from './form.ts';
import { tellSignedOut } from './left-behind.ts';
import { takeShareLink } from './share.ts';
import { show } from './show.ts';
import { type Attempt, unlock, unlockWithKek } from './unlock.ts';

// The script of the gate: asks for the passphrase, opens the room, shows the page asked for at its
// own address. Where the key is on the device already, it asks nothing.

const { base = '/', unlock: unlockScript = '' } = document.currentScript?.dataset ?? {};
const form = gateForm();
const here = roomOf(ROOMS, `/${location.pathname.slice(base.length)}`);
const label = here?.label ?? 'la communauté';

/** The room of this page in a fresh manifest; waits while a deployment goes on. */
async function currentRoom(): Promise<{ manifest: Manifest; room: ManifestRoom }> {
  const manifest = await patiently(() => fetchManifest(base));
  const room = manifest.rooms.find(({ name }) => name === here?.name);
  if (room === undefined)
    throw new VaultError('bad-manifest', `No room holds ${location.pathname}.`);
  return { manifest, room };
}

/** Whether keys still fit; without a manifest (a deployment goes on) the page will tell. */
async function isStillCurrent(session: Session): Promise<boolean> {
  try {
    return isCurrent(session, await fetchManifest(base));
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'missing') return true;
    throw cause;
  }
}

async function forget({ room }: Session): Promise<void> {
  await forgetSessions(room);
  await forgetInWorker();
  forgetLeft();
}

/** Opens with the keys that are on the device, if they are; tells why when they no longer fit. */
async function resume(): Promise<boolean> {
  // Nothing is fetched where there is no key: the form must not wait for a bad line.
  const session = here === null ? null : await readSession(here.name).catch(() => null);
  if (session === null) {
    // The worker has forgotten it, or another tab.
    if (await isSignedOut().catch(() => false)) forgetLeft();
    return false;
  }
  if (!isAlive(session, Date.now(), false)) {
    await forget(session);
    return false;
  }
  form.busy(STEPS.opening);
  if (session.isStale === true || !(await isStillCurrent(session))) {
    await forget(session);
    throw new VaultError('stale-key', `Epoch ${String(session.epoch)} is over.`);
  }
  await show(base, session, true);
  return true;
}

/** Opens with the key a share link brought. @returns whether it did; it says why not. */
async function openShared(link: ShareLink | 'damaged'): Promise<boolean> {
  if (link === 'damaged') {
    form.alert(SHARE.damaged);
    return false;
  }
  form.busy(STEPS.reading);
  const { room } = await currentRoom();
  const session = await unlockWithKek(room, link.kek);
  if (session === null) {
    form.alert(SHARE.over);
    return false;
  }
  await keepAndShow([session], session);
  return true;
}

async function keepAndShow(sessions: readonly Session[], own: Session): Promise<void> {
  form.busy(STEPS.opening);
  const isKept = await Promise.all(sessions.map(writeSession)).then(
    () => true,
    // Some private modes keep no keys: this page opens, and those it leads to.
    () => false,
  );
  await forgetInWorker();
  await show(base, own, isKept);
}

async function submit(attempt: Attempt): Promise<void> {
  try {
    form.busy(STEPS.reading);
    const { manifest, room } = await currentRoom();
    form.busy(STEPS.deriving);
    const others = manifest.rooms.filter((other) => other !== room);
    const sessions = await unlock(unlockScript, attempt, room, others);
    const own = sessions.find((session) => session.room === room.name);
    await dropOldCiphertext(manifest).catch(warn);
    if (own !== undefined) await keepAndShow(sessions, own);
  } catch (cause) {
    form.busy(null);
    const isWrong = cause instanceof VaultError && cause.fault === 'wrong-passphrase';
    if (isWrong) form.refuse(messageOf(cause, label));
    else
      form.alert(messageOf(cause, label), () => {
        form.alert('');
        void submit(attempt);
      });
  }
}

function warn(cause: unknown): void {
  console.warn('vault:', cause instanceof Error ? cause.message : cause);
}

async function start(): Promise<void> {
  const link = takeShareLink();
  // `check.js` has found that this browser cannot open the portal here, and says so.
  if (document.documentElement.dataset['blocked'] !== undefined) return;
  try {
    if (await resume()) return;
    if (link !== null && (await openShared(link))) return;
  } catch (cause) {
    const isStale = cause instanceof VaultError && cause.fault === 'stale-key';
    const again = (): void => {
      location.reload();
    };
    form.alert(messageOf(cause, label), isStale ? undefined : again);
  }
  form.busy(null);
  form.open((passphrase, kept) => void submit({ passphrase, kept }));
  await tellSignedOut(form).catch(warn);
}

// A link that was cut, and now comes whole: only the fragment changes, so that nothing is loaded.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#acces=')) location.reload();
});
void start();
