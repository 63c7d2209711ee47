// Installs what is missing. Runs before the dependencies are there: plain JavaScript, Node 18+.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesMatchLock } from './lib/dependencies.mjs';
import { ROOT, runMain, SetupError } from './lib/main.mjs';
import { findProjectNode, MINIMUM_NODE } from './lib/node-runtime.mjs';
import { run } from './lib/run.mjs';

/**
 * Brings `node_modules` to the state of `package-lock.json` and finds the Node to run on.
 * Prints its progress to stderr (stdout may be somebody's data); does nothing when all is there.
 *
 * @returns {Promise<string>} path of the Node executable that runs the project
 * @throws {SetupError} when the installation failed or no recent Node is to be had
 */
export async function setUp() {
  if (!dependenciesMatchLock(ROOT)) {
    console.error('… Installation des dépendances (une à deux minutes la première fois)');
    const start = Date.now();
    const { command, args } = npmCommand();
    const install = ['ci', '--include=dev', '--include=optional', '--no-progress'];
    const result = await run(command, [...args, ...install], { cwd: ROOT });
    if (!result.ok) {
      throw new SetupError(
        `L’installation des dépendances a échoué (npm ci, code ${result.code}).\n\n${result.output}\n` +
          'Vérifiez la connexion à Internet (registry.npmjs.org), puis relancez la même commande.',
      );
    }
    console.error(`✓ Dépendances installées (${((Date.now() - start) / 1000).toFixed(0)} s)`);
  }
  const node = findProjectNode(ROOT);
  if (node === null) {
    throw new SetupError(
      `Aucun Node assez récent pour ${process.platform}-${process.arch} : les dépendances n’en apportent pas ` +
        `pour cette machine, et le vôtre est ${process.version}.\n` +
        `Installez Node ${MINIMUM_NODE.join('.')} ou plus récent (https://nodejs.org), puis relancez la même commande.`,
    );
  }
  return node;
}

/**
 * npm run by the Node that npm itself uses: the project's own Node is replaced during an
 * installation and must not be the one that runs it.
 */
function npmCommand() {
  const script = process.env['npm_execpath'] ?? '';
  if (basename(script) === 'npm-cli.js') {
    return { command: process.env['npm_node_execpath'] ?? process.execPath, args: [script] };
  }
  // Windows cannot start npm.cmd without a shell; all words of the command are ours.
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm.cmd'] }
    : { command: 'npm', args: [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await setUp();
    return 0;
  });
}
