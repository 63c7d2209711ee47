// Runs before the dependencies are installed: plain JavaScript for Node 18 and later.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * The command that installs packages of Debian and Ubuntu.
 *
 * @param {readonly string[]} names
 */
export function installCommand(names) {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Installs packages of the system where that needs no question: apt-get, and root or sudo without a
 * password.
 *
 * @param {readonly string[]} names
 * @returns {Promise<string | null>} what apt-get printed; null where it cannot be asked
 */
export async function installPackages(names) {
  if (process.platform !== 'linux') return null;
  if (!(await run('apt-get', ['--version'])).ok) return null;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await run('sudo', ['-n', 'true'])).ok) return null;
  const [executable = 'sh', ...args] = isRoot ? ['sh', '-c'] : ['sudo', '-n', 'sh', '-c'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (await run(executable, [...args, installCommand(names)], { env })).output;
}

/**
 * Where programs of some names would be on the PATH, best first.
 *
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function placesOnPath(names, env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // absent or not ours to run: the next candidate
  }
}
