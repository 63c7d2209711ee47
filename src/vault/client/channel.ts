const NAME = 'portal-vault';

/** Tells all tabs and the worker that the keys are gone. */
export function announceSignOut(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('signed-out');
  channel.close();
}

/** Calls back when another tab signs out. */
export function onSignOut(act: () => void): void {
  new BroadcastChannel(NAME).addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'signed-out') act();
  });
}
