import { createHash } from 'node:crypto';
import { utf8 } from '../format/bytes.ts';
import type { SiteFile } from './site-file.ts';

/** Lists public files for those who keep the portal for use offline. */
const SHELL_PATH = '/_vault/shell.json';
/** Read by hosts, not by browsers. */
const NOT_SERVED = /^\/(?:\.nojekyll|_headers|_redirects|404\.html|vault-worker\.js)$/;

/** Scripts and styles of the vault are asked for under an address that names their content. */
export function versioned(path: string, bytes: Uint8Array): string {
  return `${path}?v=${hashOf(bytes)}`;
}

const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** Beginnings of the paths of every gated page's script, and of the one that it loads once the page is shown. */
export const SESSION = '/_astro/vault-session.';
export const LATER = '/_astro/vault-later.';

/**
 * Path of such a script. It stands among the built files, which browsers keep without asking: else each
 * page would ask about it.
 */
export function pageScriptPath(beginning: string, bytes: Uint8Array): string {
  return `${beginning}${hashOf(bytes)}.js`;
}

/**
 * `_vault/shell.json`: the public files of a site, at the addresses pages ask for them, with their sizes.
 * @param published all public files so far
 */
export function shellOf(published: readonly SiteFile[]): SiteFile {
  const files = published
    .filter(({ path }) => !NOT_SERVED.test(path))
    .map(({ path, bytes }) => ({
      path: /^\/_vault\/[^/]+\.(?:js|css)$/.test(path) ? versioned(path, bytes) : path,
      size: bytes.length,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { path: SHELL_PATH, bytes: utf8(JSON.stringify(files)) };
}
