// Runs before the dependencies are installed: plain JavaScript for Node 18 and later.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunResult
 * @property {boolean} ok true when the command ended with exit code 0
 * @property {number} code exit code; 1 when the command was killed by a signal or could not start
 * @property {string} output stdout and stderr, in the order they came; empty when inherited
 */

/**
 * Runs a command without a shell and collects what it prints; it gets no standard input.
 *
 * @param {string} command executable, by name or path
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, inherit?: boolean }} [options]
 *   `inherit` gives the command our own input and output instead
 * @returns {Promise<RunResult>} never rejects: a command that cannot start is a failed run
 */
export function run(command, args, { cwd, env = process.env, inherit = false } = {}) {
  return new Promise((resolve) => {
    const stdio = inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd, env, stdio });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));

    // The terminal sends Ctrl+C to the child as well; we only must not die before it has.
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
    for (const signal of signals) process.on(signal, forward);
    const finish = (/** @type {RunResult} */ result) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(result);
    };
    child.on('error', (error) =>
      finish({ ok: false, code: 1, output: `${output}${command}: ${error.message}\n` }),
    );
    child.on('close', (code) => finish({ ok: code === 0, code: code ?? 1, output }));
  });
}

/**
 * The environment that every tool of the project runs in: Astro stays in the foreground and reports
 * to nobody.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  };
}
