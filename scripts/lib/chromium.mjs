import { join } from 'node:path';
import { installCommand, installPackages, isExecutable, placesOnPath } from './system-packages.mjs';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'];

/**
 * Finds a Chromium for the browser tests: the one that `CHROMIUM_PATH` or `CHROME_BIN` names, else
 * one of the usual places.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | null} path of the executable
 */
export function findChromium(env = process.env, platform = process.platform) {
  return candidates(env, platform).find(isExecutable) ?? null;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]} where a Chromium may be, best first
 */
function candidates(env, platform) {
  const named = [env['CHROMIUM_PATH'], env['CHROME_BIN']].filter((path) => path !== undefined);
  if (platform === 'darwin') {
    const apps = MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
    return [...named, ...apps];
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const present = roots.filter((path) => path !== undefined);
    const files = ['chrome.exe', 'msedge.exe'];
    const places = present.flatMap((root) => WINDOWS_PATHS.map((path) => join(root, path)));
    return [
      ...named,
      ...places.flatMap((place) => files.map((file) => join(place, 'Application', file))),
    ];
  }
  return [...named, ...placesOnPath(COMMANDS, env), '/snap/bin/chromium'];
}

/**
 * Installs Chromium from the system's packages, where that needs no question: apt-get, and root or
 * sudo without a password.
 *
 * @returns {Promise<{ path: string | null, output: string }>} the executable, or null and what to
 *   tell the reader
 */
export async function installChromium() {
  const advice = `No Chromium was found. Install one and run again:\n  ${adviceFor(process.platform)}\nor set CHROMIUM_PATH to a Chromium or Chrome that you have.\n`;
  const output = await installPackages(['chromium']);
  if (output === null) return { path: null, output: advice };
  const path = findChromium();
  return { path, output: path === null ? `${output}\n${advice}` : '' };
}

/** @param {NodeJS.Platform} platform */
function adviceFor(platform) {
  if (platform === 'darwin') return 'brew install --cask chromium';
  if (platform === 'win32') return 'winget install --id Google.Chrome';
  return `sudo sh -c "${installCommand(['chromium'])}"`;
}
