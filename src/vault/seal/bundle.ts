import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ClientBundle } from './gate-page.ts';
import { LATER, pageScriptPath, SESSION, versioned } from './shell.ts';
import type { RoomSettings, SiteFile } from './site-file.ts';

const HERE = join(import.meta.dirname, '..');

/** DecompressionStream and modules decide: Chrome 80, Firefox 113, Safari 16.4. */
const TARGET = ['chrome80', 'firefox113', 'safari16.4'];
/** For the script that tells older ones so. */
const ANY_BROWSER = ['es5'];

/** Scripts of the vault that know no other's address. */
const LEAVES: readonly [entry: string, path: string, target?: string[]][] = [
  ['check/main.ts', '/_vault/check.js', ANY_BROWSER],
  ['unlock/main.ts', '/_vault/unlock.js'],
  ['in-place/main.ts', '/_vault/in-place.js'],
  ['offline/main.ts', '/_vault/offline.js'],
];
/** The service worker stands at the base: its scope. */
const SCRIPTS: readonly [entry: string, path: string][] = [
  ['gate/main.ts', '/_vault/gate.js'],
  ['worker/main.ts', '/vault-worker.js'],
];
const STYLES: readonly [name: string, path: string][] = [
  ['gate/gate.css', '/_vault/gate.css'],
  ['gate/sky.svg', '/_vault/sky.svg'],
];

/** Bundles the vault's scripts, each a classic script in one file that knows the rooms' prefixes. */
export async function bundleClient(rooms: readonly RoomSettings[]): Promise<ClientBundle> {
  const known = rooms.map(({ name, prefix, label }) => ({ name, prefix, label }));
  const define = { PORTAL_ROOMS: JSON.stringify(known) };
  const files: SiteFile[] = [];
  for (const [entry, path, target = TARGET] of LEAVES) {
    files.push({ path, bytes: await bundle(entry, define, target) });
  }
  const addressOf = (path: string): string => {
    const file = files.find((each) => each.path === path);
    return versioned(path, file?.bytes ?? new Uint8Array()).slice(1);
  };
  const later = await bundle('session/later.ts', define, TARGET);
  const laterPath = pageScriptPath(LATER, later);
  files.push({ path: laterPath, bytes: later });
  const scripts = {
    later: laterPath.slice(1),
    inPlace: addressOf('/_vault/in-place.js'),
    offline: addressOf('/_vault/offline.js'),
  };
  const all = { ...define, PORTAL_SCRIPTS: JSON.stringify(scripts) };
  for (const [entry, path] of SCRIPTS) {
    files.push({ path, bytes: await bundle(entry, all, TARGET) });
  }
  const session = await bundle('session/main.ts', all, TARGET);
  files.push({ path: pageScriptPath(SESSION, session), bytes: session });
  for (const [name, path] of STYLES) files.push({ path, bytes: readFileSync(join(HERE, name)) });
  return { files };
}

async function bundle(
  entry: string,
  define: Record<string, string>,
  target: string[],
): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    legalComments: 'none',
    charset: 'utf8',
    define,
    logLevel: 'silent',
  });
  const bytes = result.outputFiles[0]?.contents;
  if (bytes === undefined) throw new Error(`esbuild wrote nothing for ${entry}.`);
  return bytes;
}
