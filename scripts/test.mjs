// npm test: every check of the project, one after the other. A failed step does not stop the rest;
// the last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installChromium } from './lib/chromium.mjs';
import { ROOT, runMain } from './lib/main.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { toolScript } from './lib/tools.mjs';
import { countTests } from './lib/vitest-report.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./lib/tools.mjs').ToolName} ToolName */
/** @typedef {import('./lib/vitest-report.mjs').TestCount} TestCount */

/** Each counts as one. `astro check` writes the generated types that the linter reads. */
const CHECKS = /** @type {const} */ ([
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['types of pages and components', 'astro', ['check']],
  ['types of everything else', 'tsc', ['--noEmit']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['unused files, exports and packages', 'knip', ['--no-progress']],
]);

const SUITES = /** @type {const} */ ([
  ['unit tests', ['--project', 'unit']],
  ['build and browser tests', ['--project', 'build', '--project', 'browser']],
]);

await runMain(async () => {
  const node = await setUp();
  const scratch = mkdtempSync(join(tmpdir(), 'portal-tests-'));
  try {
    const chromium = await withChromium();
    const env = {
      ...toolEnvironment(),
      ...(chromium !== null && { CHROMIUM_PATH: chromium }),
      // No colour codes in logs, and no snapshot written by a test run.
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      CI: 'true',
    };
    /** @type {TestCount[]} */
    const counts = [];
    for (const [label, tool, args] of CHECKS) counts.push(await check(label, tool, args));
    for (const [label, args] of SUITES) counts.push(await suite(label, args));

    const sum = (/** @type {keyof TestCount} */ key) => counts.reduce((n, c) => n + c[key], 0);
    console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') === 0 ? 0 : 1;

    /**
     * @param {string} label
     * @param {ToolName} tool
     * @param {readonly string[]} args
     */
    async function check(label, tool, args) {
      const start = Date.now();
      const result = await run(node, [toolScript(tool), ...args], { cwd: ROOT, env });
      report(result.ok, label, '', start, result.output);
      return { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1 };
    }

    /**
     * @param {string} label
     * @param {readonly string[]} args
     */
    async function suite(label, args) {
      const start = Date.now();
      const file = join(scratch, `${label.replaceAll(' ', '-')}.json`);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const command = [toolScript('vitest'), 'run', ...args, ...reporters];
      const result = await run(node, command, { cwd: ROOT, env });
      const count = countTests(readReport(file), result.ok);
      const detail = `: ${count.passed} passed, ${count.failed} failed`;
      report(count.failed === 0, label, detail, start, result.output);
      return count;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @returns {Promise<string | null>} a Chromium; null when the browser tests will have to fail */
async function withChromium() {
  const found = findChromium();
  if (found !== null) return found;
  console.log('… Installing Chromium for the browser tests');
  const { path, output } = await installChromium();
  if (path === null) console.error(output);
  return path;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // Vitest ended before it could write: counted as a failure, its output is shown
  }
}

/**
 * @param {boolean} ok
 * @param {string} label
 * @param {string} detail
 * @param {number} start in milliseconds since the epoch
 * @param {string} output shown on failure
 */
function report(ok, label, detail, start, output) {
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${label}${detail} (${seconds} s)`);
  if (!ok) console.log(`\n${output.trimEnd()}\n`);
}
