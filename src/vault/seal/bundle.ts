import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ClientBundle } from './gate-page.ts';
import type { RoomSettings, SiteFile } from './seal-room.ts';

const HERE = join(import.meta.dirname, '..');

/** Script of the vault → its path on the portal. The service worker stands at the base: its scope. */
const SCRIPTS: readonly [string, string][] = [
  ['gate/main.ts', '/_vault/gate.js'],
  ['session/main.ts', '/_vault/session.js'],
  ['unlock/main.ts', '/_vault/unlock.js'],
  ['worker/main.ts', '/vault-worker.js'],
];
const STYLES: readonly [string, string][] = [
  ['gate/gate.css', '/_vault/gate.css'],
  ['gate/sky.svg', '/_vault/sky.svg'],
];
/** DecompressionStream and modules decide: Chrome 80, Firefox 113, Safari 16.4. */
const TARGET = ['chrome80', 'firefox113', 'safari16.4'];

/** Bundles the vault's scripts, each a classic script in one file that knows the rooms' prefixes. */
export async function bundleClient(rooms: readonly RoomSettings[]): Promise<ClientBundle> {
  const known = rooms.map(({ name, prefix, label }) => ({ name, prefix, label }));
  const files: SiteFile[] = [];
  for (const [entry, path] of SCRIPTS) {
    const result = await build({
      entryPoints: [join(HERE, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: TARGET,
      legalComments: 'none',
      charset: 'utf8',
      define: { PORTAL_ROOMS: JSON.stringify(known) },
      logLevel: 'silent',
    });
    const bytes = result.outputFiles[0]?.contents;
    if (bytes === undefined) throw new Error(`esbuild wrote nothing for ${entry}.`);
    files.push({ path, bytes });
  }
  for (const [name, path] of STYLES) files.push({ path, bytes: readFileSync(join(HERE, name)) });
  return { files };
}
