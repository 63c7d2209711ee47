import { MANIFEST_PATH, type Manifest } from '../format/manifest.ts';
import { SHELL_CACHE } from './ciphertext.ts';
import { get } from './http.ts';

/** The gate at an address of its own: a copy for the times without the network. */
export const GATE_PATH = '_vault/gate.html';

/** Keeps a manifest, so that the gate can check a passphrase without the network. */
export async function keepManifest(base: string, manifest: Manifest): Promise<void> {
  const shell = await caches.open(SHELL_CACHE);
  const headers = { 'content-type': 'application/json' };
  await shell.put(`${base}${MANIFEST_PATH}`, new Response(JSON.stringify(manifest), { headers }));
}

/**
 * Keeps the public files that a page and the gate are made of. Their addresses change with their
 * content, so that what is kept already is right; only the gate itself is asked for anew.
 * @param resources addresses of the files the page has loaded
 */
export async function keepShell(base: string, resources: readonly string[]): Promise<void> {
  const shell = await caches.open(SHELL_CACHE);
  const gate = await get(`${base}${GATE_PATH}`, 'no-cache');
  const named = (await gate.clone().text()).matchAll(/"([^"]*\/_vault\/[^"]+)"/g);
  await shell.put(`${base}${GATE_PATH}`, gate);
  const code = resources.filter((address) => isCode(new URL(address, location.href), base));
  for (const address of new Set([...Array.from(named, ([, path = '']) => path), ...code])) {
    if ((await shell.match(address)) === undefined) await shell.add(address);
  }
}

/** Whether a file is public code whose address changes with its content. */
export function isCode({ origin, pathname, search }: URL, base: string): boolean {
  if (origin !== location.origin) return false;
  const isBuilt = pathname.startsWith(`${base}_astro/`) && /\.(?:css|js|woff2)$/.test(pathname);
  const isVault = pathname.startsWith(`${base}_vault/`) && search.startsWith('?v=');
  return isBuilt || isVault;
}
