// node scripts/vault.ts COMMAND: who opens which room, and what is sealed (src/vault/command).
import { dirname } from 'node:path';
import portal from '../portal.config.ts';
import { readSites } from '../src/library/library.ts';
import { CommandError } from '../src/vault/command/context.ts';
import { readSecret } from '../src/vault/command/read-secret.ts';
import { runVault } from '../src/vault/command/run.ts';
import { VaultError } from '../src/vault/format/errors.ts';
import { KeysFileError } from '../src/vault/keys/entry.ts';

const root = dirname(import.meta.dirname);

try {
  const sites = readSites(root, process.env).sites;
  const { ok, lines } = await runVault(process.argv.slice(2), {
    root,
    env: process.env,
    rooms: portal.rooms,
    url: portal.url,
    base: portal.base,
    ownWords: [
      portal.programme.name,
      portal.programme.team,
      ...portal.rooms.map((room) => room.name),
      ...sites.flatMap((site) => [site.name, ...site.aliases]),
    ],
    readSecret: (prompt) => readSecret(prompt, process.stdin, process.stderr),
  });
  console.log(lines.join('\n'));
  if (!ok) process.exitCode = 1;
} catch (cause) {
  const isKnown =
    cause instanceof CommandError || cause instanceof KeysFileError || cause instanceof VaultError;
  if (!isKnown) throw cause;
  console.error(`✗ ${cause.message}`);
  process.exitCode = 1;
}
