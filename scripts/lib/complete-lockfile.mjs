const SYSTEMS = { windows: 'win32', win32: 'win32', darwin: 'darwin', linux: 'linux' };
const OTHER_SYSTEMS = ['android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, unknown>} [peerDependenciesMeta]
 */

/**
 * Finds the packages for other platforms that a lockfile should list and does not. npm leaves them
 * out when it could not read them in the registry at the time, and `npm ci` then refuses the whole
 * lockfile, on every platform ("Missing: … from lock file").
 *
 * @param {Record<string, LockEntry>} packages `packages` of `package-lock.json`, by path
 * @returns {Record<string, LockEntry>} the entries to add, by path
 */
export function missingPlatformEntries(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d+\.\d+\.\d+[^\s|]*$/.test(version)) continue; // a range: npm has to choose
      if (resolve(packages, path, name)?.version === version) continue;
      const top = `node_modules/${name}`;
      const isFree = (packages[top] ?? missing[top]) === undefined;
      missing[isFree ? top : `${path}/${top}`] = { version, optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

/**
 * Finds a package as Node does: in the folder of the package that asks, then in those above.
 *
 * @param {Record<string, LockEntry>} packages
 * @param {string} from path of the package that asks; empty for the project itself
 * @param {string} name
 * @returns {LockEntry | undefined}
 */
function resolve(packages, from, name) {
  const found = packages[from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`];
  if (found !== undefined || from === '') return found;
  return resolve(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/**
 * The platform that a package is named after, such as `@pagefind/darwin-arm64`.
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[] }}
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.flatMap((word) =>
    OTHER_SYSTEMS.includes(word) ? [word] : Object.hasOwn(SYSTEMS, word) ? [SYSTEMS[word]] : [],
  );
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }) };
}
