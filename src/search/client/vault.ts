import type { ReadFile } from './index-reads.ts';

/** What the vault's session script offers to the pages it opened. */
interface PortalVault {
  /** The opened file at a path of the site, base included; `null` where there is none. */
  open(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null>;
}

/**
 * Says how this page reads sealed files: through `fetch` where a service worker answers it (or where
 * nothing is sealed, in development), else through the vault.
 */
export function sealedReader(): ReadFile | null {
  const vault = (globalThis as { portalVault?: PortalVault }).portalVault;
  // `serviceWorker` is absent on plain http and in some web views.
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (vault === undefined || (workers?.controller ?? null) !== null) return null;
  return async (path) => {
    const file = await vault.open(path);
    if (file === null) return new Response(null, { status: 404 });
    return new Response(file.bytes, { headers: { 'content-type': file.type } });
  };
}
