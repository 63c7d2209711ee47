// Runs before the dependencies are installed: plain JavaScript for Node 18 and later.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Tells whether `node_modules` holds what `package-lock.json` asks for. npm writes
 * `node_modules/.package-lock.json` as the last act of an installation, so an interrupted one does
 * not count.
 *
 * @param {string} root the project's folder
 * @returns {boolean}
 * @throws {Error} when `package-lock.json` is absent or is not JSON
 */
export function dependenciesMatchLock(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  let installed;
  try {
    installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  } catch {
    return false; // never installed, or not to the end
  }
  return lockMatches(wanted, installed);
}

/**
 * @param {Record<string, LockedPackage>} wanted packages by path, from `package-lock.json`
 * @param {Record<string, LockedPackage>} installed the same, from the installed tree
 * @returns {boolean} true when each has the other's; optional packages may be absent, as npm skips
 *   those of other platforms
 */
export function lockMatches(wanted, installed) {
  const isStranger = (/** @type {string} */ path) => wanted[path] === undefined;
  if (Object.keys(installed).some(isStranger)) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path];
    if (path === '') return true; // the project itself
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
