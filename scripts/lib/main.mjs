// Runs before the dependencies are installed: plain JavaScript for Node 18 and later.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A problem that the reader can put right; its message says how, so no stack is shown. */
export class SetupError extends Error {}

/**
 * Runs a command line's main function and turns what goes wrong into a message and exit code 1.
 *
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
