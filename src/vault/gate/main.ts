import { fetchManifest } from '../client/open.ts';
import { messageOf, NO_CRYPTO, OPENING } from '../client/messages.ts';
import { isCurrentKey } from '../client/recover.ts';
import { ROOMS } from '../client/rooms.ts';
import {
  forgetSessions,
  isAlive,
  readSession,
  type Session,
  writeSession,
} from '../client/store.ts';
import { type Manifest, type ManifestRoom, roomOf } from '../format/manifest.ts';
import { VaultError } from '../format/errors.ts';
import { takeControl } from './control.ts';
import { gateForm } from './form.ts';
import { showInPlace } from './in-place.ts';
import { unlock } from './unlock.ts';

// The script of the gate: asks for the passphrase, opens the room, shows the page asked for at its
// own address. Where the key is on the device already, it asks nothing.

const base = document.currentScript?.dataset['base'] ?? '/';
const form = gateForm();
const here = roomOf(ROOMS, `/${location.pathname.slice(base.length)}`);
const label = here?.label ?? 'la communauté';

/** Shows the page: by the service worker, else decrypted here. */
async function show(session: Session): Promise<void> {
  const reloads = `portal-vault-reload ${location.pathname}`;
  if ((await takeControl(base)) && sessionStorage.getItem(reloads) === null) {
    // Marked, so that a worker that fails to answer is not asked again and again.
    sessionStorage.setItem(reloads, '1');
    // Else the browser restores the gate's scroll position over the anchor asked for.
    history.scrollRestoration = 'manual';
    location.reload();
    return;
  }
  sessionStorage.removeItem(reloads);
  await showInPlace(base, session, true);
}

/** The room of this page in a fresh manifest. */
async function currentRoom(): Promise<{ manifest: Manifest; room: ManifestRoom }> {
  const manifest = await fetchManifest(base);
  const room = manifest.rooms.find(({ name }) => name === here?.name);
  if (room === undefined)
    throw new VaultError('bad-manifest', `No room holds ${location.pathname}.`);
  return { manifest, room };
}

/** Whether a key still fits; without a manifest (a deployment goes on) its pages will tell. */
function isStillCurrent(session: Session): Promise<boolean> {
  return isCurrentKey(base, session).catch((cause: unknown) => {
    if (cause instanceof VaultError && cause.fault === 'missing') return true;
    throw cause;
  });
}

/** Opens with the key that is on the device, if one is; tells why when it no longer fits. */
async function resume(): Promise<boolean> {
  // Nothing is fetched where there is no key: the form must not wait for a bad line.
  const session = here === null ? null : await readSession(here.name).catch(() => null);
  if (session === null) return false;
  if (!isAlive(session, Date.now(), false)) {
    await forgetSessions(session.room);
    return false;
  }
  form.status(OPENING);
  if (session.isStale === true || !(await isStillCurrent(session))) {
    await forgetSessions(session.room);
    throw new VaultError('stale-key', `Epoch ${String(session.epoch)} is over.`);
  }
  await show(session);
  return true;
}

async function submit(passphrase: string, kept: boolean): Promise<void> {
  try {
    form.busy(true);
    const { manifest, room } = await currentRoom();
    const sessions = await unlock(base, passphrase, manifest.rooms, kept);
    const own = sessions.find((session) => session.room === room.name);
    if (own === undefined)
      throw new VaultError('wrong-passphrase', `Opens other rooms than ${room.name}.`);
    const isKept = await Promise.all(sessions.map(writeSession)).then(
      () => true,
      // Some private modes keep no keys: this page opens, the next will ask again.
      () => false,
    );
    if (isKept) await show(own);
    else await showInPlace(base, own, false);
  } catch (cause) {
    form.busy(false);
    form.refuse(messageOf(cause, label));
  }
}

async function start(): Promise<void> {
  if (!isSecureContext || (crypto as { subtle?: SubtleCrypto }).subtle === undefined) {
    form.alert(NO_CRYPTO);
    return;
  }
  try {
    if (await resume()) return;
  } catch (cause) {
    form.alert(messageOf(cause, label));
  }
  form.status('');
  form.open((passphrase, kept) => void submit(passphrase, kept));
}

void start();
