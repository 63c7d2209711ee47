/** What a page tells the worker, and the worker answers when it is done. */
export const FORGET = 'forget';

/** Milliseconds a worker may take that has to be started for it. */
const WAIT = 1000;

/**
 * Makes the worker forget what it has in memory of sessions: somebody signed out or in, or a key is over.
 * Resolves when it has, or cannot be reached.
 */
export async function forgetInWorker(): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  const active = (await serviceWorker?.getRegistration().catch(() => undefined))?.active;
  if (active === null || active === undefined) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (): void => {
      port1.close();
      resolve();
    };
    port1.onmessage = done;
    setTimeout(done, WAIT);
    active.postMessage(FORGET, [port2]);
  });
}
