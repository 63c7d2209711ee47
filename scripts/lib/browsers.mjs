import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './main.mjs';
import { installCommand, installPackages, isExecutable, placesOnPath } from './system-packages.mjs';

/**
 * What `npm run test:browsers` runs besides Chromium: its name, the variable that says where it is, and
 * the package of Debian that brings it.
 */
const PROGRAMS = /** @type {const} */ ({
  firefox: { variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'], from: 'firefox-esr' },
  webkit: { variable: 'WEBKIT_PATH', names: ['MiniBrowser'], from: 'webkit2gtk-driver' },
  webkitDriver: {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    from: 'webkit2gtk-driver',
  },
  screen: { variable: 'XVFB_PATH', names: ['Xvfb'], from: 'xvfb' },
  nginx: { variable: 'NGINX_PATH', names: ['nginx'], from: 'nginx' },
  caddy: { variable: 'CADDY_PATH', names: ['caddy'], from: 'caddy' },
  openssl: { variable: 'OPENSSL_PATH', names: ['openssl'], from: 'openssl' },
});

/** @typedef {keyof typeof PROGRAMS} ProgramName */

const NAMES = /** @type {ProgramName[]} */ (Object.keys(PROGRAMS));

/** What each engine needs; Chromium is found by itself (chromium.mjs). */
const ENGINES = /** @type {Record<string, ProgramName[]>} */ ({
  chromium: [],
  firefox: ['firefox'],
  webkitgtk: ['webkit', 'webkitDriver', 'screen'],
});

/**
 * @param {ProgramName} name
 * @returns {boolean}
 */
export function isInstalled(name) {
  return candidates(name, process.env).some(isExecutable);
}

/**
 * Finds a program of the browser tests.
 *
 * @param {ProgramName} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} path of the executable
 * @throws {SetupError} when it is not installed
 */
export function findProgram(name, env = process.env) {
  const { variable, from } = PROGRAMS[name];
  const found = candidates(name, env).find(isExecutable);
  if (found !== undefined) return found;
  throw new SetupError(
    `${name} was not found: install ${from}, or say where it is by ${variable}.`,
  );
}

/**
 * @param {ProgramName} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} where it may be, best first
 */
function candidates(name, env) {
  const { variable, names } = PROGRAMS[name];
  const named = env[variable] === undefined ? [] : [env[variable]];
  const places = [...placesOnPath(names, env), ...names.map((each) => join('/usr/sbin', each))];
  return [...named, ...places, ...(name === 'webkit' ? webkitFolders() : [])];
}

/** WebKitGTK keeps MiniBrowser in a folder of its version: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1. */
function webkitFolders() {
  return folders('/usr/lib')
    .flatMap((folder) => [folder, ...folders(folder)])
    .filter((folder) => /\/webkit(?:2gtk|gtk)-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'));
}

/** @param {string} folder */
function folders(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return []; // no such folder on this system
  }
}

/**
 * Installs what is missing from the system's packages.
 *
 * @param {string} [engine] the only one that is to be tested
 * @throws {SetupError} where that cannot be done without a question; says what to do by hand
 */
export async function installPrograms(engine = '') {
  const needed = ENGINES[engine.toLowerCase()] ?? NAMES;
  const missing = () => needed.filter((name) => !isInstalled(name));
  const absent = missing();
  if (absent.length === 0) return;
  const packages = [...new Set(absent.map((name) => PROGRAMS[name].from))];
  console.log(`… Installing ${packages.join(', ')} for the browser tests`);
  const output = await installPackages(packages);
  const left = missing();
  if (left.length === 0) return;
  const variables = left.map((name) => PROGRAMS[name].variable).join(', ');
  throw new SetupError(
    `${output ?? ''}${left.join(', ')}: not found. On Debian or Ubuntu:\n  sudo sh -c "${installCommand(packages)}"\n` +
      `Elsewhere, install them and say where they are by ${variables}; or test one engine alone: BROWSER=firefox npm run test:browsers`,
  );
}
