// node scripts/demo.ts [--build-only]: the portal as it looks when it is full. Imports the twelve CRs
// of tests/corpus into a content folder of its own, builds it, and serves it.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const corpus = join(root, 'tests', 'corpus', 'dev');
const content = join(root, '.portal', 'demo', 'content');
const env = {
  ...process.env,
  PORTAL_CONTENT: content,
  PORTAL_OUT: process.env['PORTAL_OUT'] ?? join(root, '.portal', 'demo', 'dist'),
};

/** Whether the command ended well; what it prints goes to the terminal unless it is `quiet`. */
function run(script: string, args: readonly string[], quiet = false): boolean {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', script), ...args],
    { cwd: root, env, encoding: 'utf8', stdio: quiet ? 'pipe' : 'inherit' },
  );
  if (status !== 0 && quiet) console.error(stdout, stderr);
  return status === 0;
}

rmSync(content, { recursive: true, force: true });
cpSync(join(root, 'content'), content, {
  recursive: true,
  filter: (path) => !path.startsWith(join(root, 'content', 'comptes-rendus')),
});
cpSync(join(root, 'tests', 'corpus', 'glossaire.yaml'), join(content, 'glossaire.yaml'));
const sources = readdirSync(corpus).flatMap((number) =>
  readdirSync(join(corpus, number))
    .filter((name) => name.startsWith('source.'))
    .map((name) => join(corpus, number, name)),
);
console.log(`… Import de ${String(sources.length)} comptes-rendus d’essai`);
const done = run('import.ts', sources, true);
const next = process.argv.includes('--build-only') ? ['build.ts'] : ['serve.ts', '--build'];
if (!done || !run(next[0] ?? '', next.slice(1))) process.exitCode = 1;
