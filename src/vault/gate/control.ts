import { NOTES } from '../client/notes.ts';
import { readNote, writeNote } from '../client/tab-storage.ts';

/** Milliseconds a worker may take to be fetched, started and in control. */
const WAIT = 4000;

/**
 * Registers the service worker and waits until it answers this page's requests.
 * @returns whether it does; `false` where there is none, or it takes too long. A browser that did not
 * manage is not made to wait again in this tab.
 */
export async function takeControl(base: string): Promise<boolean> {
  const container = serviceWorkers();
  if (container === null || readNote(NOTES.noWorker) !== null) return false;
  const isControlled = await waitForControl(container, base);
  if (!isControlled) writeNote(NOTES.noWorker);
  return isControlled;
}

async function waitForControl(container: ServiceWorkerContainer, base: string): Promise<boolean> {
  try {
    await container.register(`${base}vault-worker.js`, { scope: base, updateViaCache: 'none' });
  } catch (cause) {
    // Private modes and policies forbid it: the page opens without.
    console.warn(
      `vault: no service worker (${cause instanceof Error ? cause.message : String(cause)})`,
    );
    return container.controller !== null;
  }
  if (container.controller !== null) return true;
  const controlled = new Promise<boolean>((resolve) => {
    container.addEventListener('controllerchange', () => {
      resolve(true);
    });
    // The worker claims its pages when asked: after a shift-reload it is active but not in control.
    void container.ready.then(({ active }) => active?.postMessage('claim'));
  });
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => {
      resolve(container.controller !== null);
    }, WAIT);
  });
  return Promise.race([controlled, late]);
}

/** The browser's service workers, or `null` where it has none (plain http, some web views). */
function serviceWorkers(): ServiceWorkerContainer | null {
  return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker ?? null;
}
