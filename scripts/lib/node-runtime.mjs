// Runs before the dependencies are installed: plain JavaScript for Node 18 and later.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first Node 22 that runs TypeScript files without a flag; Astro alone asks for 22.12. */
export const MINIMUM_NODE = /** @type {const} */ ([22, 18]);

/**
 * @param {string} version such as `v24.21.0`
 * @returns {boolean} true when that Node can run the project's scripts
 */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
}

/**
 * Finds the Node that runs the project: the one that came with the dependencies, else the one that
 * runs this script. A binary counts only after it has answered `--version` (it may be built for
 * another C library).
 *
 * @param {string} root the project's folder
 * @returns {string | null} path of the executable; null when there is none recent enough
 */
export function findProjectNode(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const modules = join(root, 'node_modules');
  const target = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const candidates = [
    join(modules, `node-${target}`, 'bin', file),
    join(modules, `node-bin-${target}`, 'bin', file),
    join(modules, '.bin', file),
  ];
  for (const path of candidates) {
    if (existsSync(path) && isRecentEnough(versionOf(path))) return path;
  }
  return isRecentEnough(process.version) ? process.execPath : null;
}

/** @param {string} path */
function versionOf(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'v0.0.0'; // present but not runnable here: the same as not there
  }
}
