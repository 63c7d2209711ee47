import { fetchManifest, fits } from '../client/open.ts';
import { messageOf, NO_CRYPTO, OPENING, STALE } from '../client/messages.ts';
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

/** Shows the page: by the service worker, else decrypted here. */
async function show(session: Session): Promise<void> {
  const reloads = `portal-vault-reload ${location.pathname}`;
  if ((await takeControl(base)) && sessionStorage.getItem(reloads) === null) {
    // Marked, so that a worker that fails to answer is not asked again and again.
    sessionStorage.setItem(reloads, '1');
    location.reload();
    return;
  }
  sessionStorage.removeItem(reloads);
  await showInPlace(base, session);
}

/** The room of this page in a fresh manifest. */
async function currentRoom(): Promise<{ manifest: Manifest; room: ManifestRoom }> {
  const manifest = await fetchManifest(base);
  const room = roomOf(manifest.rooms, `/${location.pathname.slice(base.length)}`);
  if (room === null) throw new VaultError('bad-manifest', `No room holds ${location.pathname}.`);
  return { manifest, room };
}

/** Opens with the key that is on the device, if one is; tells why when it no longer fits. */
async function resume(): Promise<boolean> {
  const { room } = await currentRoom();
  const session = await readSession(room.name).catch(() => null);
  if (session === null) return false;
  if (!fits(session, room)) {
    await forgetSessions(room.name);
    form.alert(STALE);
    return false;
  }
  if (!isAlive(session, Date.now(), false)) {
    await forgetSessions(room.name);
    return false;
  }
  form.status(OPENING);
  await show(session);
  return true;
}

async function submit(passphrase: string, kept: boolean): Promise<void> {
  let label = 'la communauté';
  try {
    form.busy(true);
    const { manifest, room } = await currentRoom();
    label = room.label;
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
    else await showInPlace(base, own);
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
    form.alert(messageOf(cause, 'la communauté'));
  }
  form.status('');
  form.open((passphrase, kept) => void submit(passphrase, kept));
}

void start();
