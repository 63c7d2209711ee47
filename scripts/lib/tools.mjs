import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError } from './main.mjs';

/** The command lines of the tool chain, and the package that each comes from. */
const PACKAGES = /** @type {const} */ ({
  astro: 'astro',
  eslint: 'eslint',
  knip: 'knip',
  prettier: 'prettier',
  tsc: 'typescript',
  vitest: 'vitest',
});

/**
 * @typedef {keyof typeof PACKAGES} ToolName
 */

/**
 * @param {string} name
 * @returns {name is ToolName}
 */
export function isTool(name) {
  return Object.hasOwn(PACKAGES, name);
}

/**
 * Finds a tool's own script, so that it can be given to the project's Node: the shims in
 * `node_modules/.bin` would take whatever Node is first on the PATH.
 *
 * @param {ToolName} name
 * @returns {string} path of the script
 * @throws {SetupError} when the package is not installed
 */
export function toolScript(name) {
  const folder = join(ROOT, 'node_modules', PACKAGES[name]);
  try {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return join(folder, typeof bin === 'string' ? bin : bin[name]);
  } catch (error) {
    throw new SetupError(
      `${name} was not found in node_modules (${String(error)}). Run: node scripts/setup.mjs`,
    );
  }
}
