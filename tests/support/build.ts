import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The project's folder. */
export const ROOT = dirname(dirname(import.meta.dirname));

/** What a build said and how it ended. */
export interface BuildResult {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs `scripts/build.ts` in a process of its own, as a maintainer does.
 *
 * @param env variables such as `PORTAL_KEYS`, added to this process's
 * @param root the project to build: this one, or a copy of it
 */
export function runBuild(env: Record<string, string>, root = ROOT): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], {
      cwd: root,
      // Vitest's own NODE_ENV and VITEST would make Astro build for tests.
      env: { ...withoutVitest(process.env), ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOurs = ([name]: [string, unknown]): boolean => !/^(VITEST|NODE_ENV|DEV|PROD)/.test(name);
  return Object.fromEntries(Object.entries(env).filter(isOurs));
}

const NOT_COPIED = new Set([
  'node_modules',
  'dist',
  '.git',
  '.portal',
  '.astro',
  '.cache',
  'keys.yaml',
]);

/**
 * Copies the project's sources, so that a test can change one. The packages are linked one by one:
 * Astro's cache in `node_modules/.astro` stays the copy's own.
 *
 * @param target a folder that does not exist yet
 */
export function copyProject(target: string): void {
  cpSync(ROOT, target, {
    recursive: true,
    filter: (path) => dirname(path) !== ROOT || !NOT_COPIED.has(basename(path)),
  });
  const modules = join(target, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
}
