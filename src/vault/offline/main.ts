import { readPack } from '../client/packs.ts';
import type { Session } from '../client/store.ts';
import type { PortalVault } from '../session/main.ts';
import { deviceDialog, type DialogAction } from './dialog.ts';
import { sizeInWords } from './plan.ts';
import { dropPack, keepPack, type PackPlan, planPack } from './room-pack.ts';
import { TEXTS, whyNot } from './texts.ts';

// "Rendre disponible hors ligne": keeps all ciphertext of the room on this device, shows the size
// before, goes on where it was stopped, and removes it again.

const { portalVault } = globalThis as unknown as { portalVault: PortalVault };
const { base, room } = portalVault;
const dialog = deviceDialog(TEXTS.title, TEXTS.close);
/** The download that goes on. */
let running: AbortController | null = null;

/** What is here and what could be fetched. */
async function look(): Promise<void> {
  dialog.progress(null);
  dialog.show(TEXTS.looking);
  const session = await portalVault.currentSession();
  if (session === null) {
    dialog.show(TEXTS.closed);
    return;
  }
  const pack = await readPack(room);
  const remove = { label: TEXTS.remove, act: guarded(() => drop(session)) };
  try {
    const plan = await planPack(base, session);
    // Small public files have no mark to tell versions apart: the build does, for all at once.
    if (pack?.build === plan.manifest.build)
      dialog.show(TEXTS.kept(sizeInWords(pack.bytes)), remove);
    else offer(session, plan, pack === null ? null : remove);
  } catch (cause) {
    // Without the network there is nothing to fetch, but what is here can be said and removed.
    if (pack === null) throw cause;
    dialog.show(TEXTS.kept(sizeInWords(pack.bytes)), remove);
  }
}

function offer(session: Session, plan: PackPlan, remove: DialogAction | null): void {
  const [size, missing] = [sizeInWords(plan.bytes), sizeInWords(plan.missing)];
  const fetchIt = guarded(() => fetchAll(session, plan));
  if (remove === null) {
    const isBegun = plan.missing < plan.bytes;
    const text = isBegun ? `${TEXTS.offer(size)} ${TEXTS.rest(missing, size)}` : TEXTS.offer(size);
    dialog.show(text, { label: TEXTS.download(missing), act: fetchIt });
  } else {
    dialog.show(TEXTS.outdated(missing), { label: TEXTS.update(missing), act: fetchIt }, remove);
  }
}

async function fetchAll(session: Session, plan: PackPlan): Promise<void> {
  const size = sizeInWords(plan.bytes);
  const stop = (running = new AbortController());
  dialog.show(TEXTS.offer(size), {
    label: TEXTS.stop,
    act: () => {
      stop.abort();
    },
  });
  const say = (kept: number): void => {
    const text = TEXTS.progress(sizeInWords(Math.min(kept, plan.bytes)), size);
    dialog.progress({ value: kept, max: plan.bytes, text });
  };
  say(plan.bytes - plan.missing);
  try {
    await keepPack(base, session, plan, stop.signal, say);
    await look();
  } catch (cause) {
    if (!stop.signal.aborted) throw cause;
    dialog.progress(null);
    dialog.show(TEXTS.stopped, { label: TEXTS.download(size), act: guarded(look) });
  } finally {
    running = null;
  }
}

async function drop(session: Session): Promise<void> {
  await dropPack(session);
  dialog.show(TEXTS.removed);
}

/** An action of the dialog that says why it failed. */
function guarded(act: () => Promise<void>): () => void {
  return () => {
    act().catch((cause: unknown) => {
      console.warn('vault:', cause instanceof Error ? cause.message : cause);
      dialog.progress(null);
      dialog.show(whyNot(cause), { label: 'Réessayer', act: guarded(look) });
    });
  };
}

/** Fetches what a new version changed, without a word: the dialog tells of failures when it is opened. */
async function update(): Promise<void> {
  const session = await portalVault.currentSession();
  if (session === null || running !== null) return;
  running = new AbortController();
  try {
    const plan = await planPack(base, session);
    await keepPack(base, session, plan, running.signal, () => undefined);
  } finally {
    running = null;
  }
}

addEventListener('portal-offline-dialog', () => {
  dialog.open();
  if (running === null) guarded(look)();
});
addEventListener('portal-offline-update', () => {
  update().catch((cause: unknown) => {
    console.warn('vault: not updated:', cause instanceof Error ? cause.message : cause);
  });
});
