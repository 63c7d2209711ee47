// node scripts/serve.ts [--build]: serves the built portal on this machine, after building it anew
// if asked. The port is taken before the build: no minute is lost when it is not free.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import portal from '../portal.config.ts';
import { headersOf } from '../src/headers/headers.ts';
import { siteOf } from '../src/headers/site.ts';
import { demoPassphrases } from '../src/serve/demo-passphrase.ts';
import { listen, parsePort } from '../src/serve/listen.ts';
import { createStaticServer } from '../src/serve/static-server.ts';

const root = dirname(import.meta.dirname);
const folder = resolve(root, process.env['PORTAL_OUT'] ?? 'dist');

async function build(): Promise<boolean> {
  console.log('… Construction du portail');
  const script = join(root, 'scripts', 'build.ts');
  const child = spawn(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (): void => void child.kill();
  process.once('SIGTERM', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', stop);
  return code === 0;
}

async function main(): Promise<void> {
  const server = createStaticServer({
    folder,
    base: portal.base,
    headers: (path) => headersOf(path, siteOf(portal)),
  });
  const origin = await listen(server, parsePort(process.env['PORT'], 4321));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', close).once('SIGTERM', close);

  if (process.argv.includes('--build') && !(await build())) {
    close();
    throw new Error('Le portail n’a pas pu être construit : voir le message ci-dessus.');
  }
  if (!existsSync(folder)) {
    close();
    throw new Error(`Rien à servir : ${folder} n’existe pas. Construisez d’abord : npm run build`);
  }
  console.log(`\n✓ Le portail est ouvert : ${origin}${portal.base}`);
  // One opens every room.
  const passphrases = demoPassphrases(root, process.env).map((entry) => entry.passphrase);
  for (const passphrase of new Set(passphrases)) {
    console.log(`  Phrase de passe de démonstration (cette machine seulement) : ${passphrase}`);
  }
  console.log('  Ctrl+C pour l’arrêter.');
}

try {
  await main();
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
