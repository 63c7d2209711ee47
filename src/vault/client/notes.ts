/** What a tab notes of its own way through the gate. */
export const NOTES = {
  /** A worker did not take control in this tab: it is not waited for again. */
  noWorker: 'portal-vault-no-worker',
  /** Followed by a path: the gate has reloaded it for the worker to answer. */
  reloaded: 'portal-vault-reload ',
  /** The session was closed just now. */
  signedOut: 'portal-vault-signed-out',
} as const;
