import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { CommandContext } from '../../../../src/vault/command/context.ts';
import { runVault } from '../../../../src/vault/command/run.ts';

/** What the operator types, or how she comes to it. */
type Secret = string | (() => Promise<string>);

/** A project's folder for a test, with the commands run in it. */
export interface Bench {
  root: string;
  file: string;
  env: NodeJS.ProcessEnv;
  /** Text of the keys file; writes it first where given. */
  keys: (text?: string) => string;
  /** What a command prints; `secret` is what the operator types. */
  run: (args: string, secret?: Secret) => Promise<string>;
  context: (secret?: Secret) => CommandContext;
}

/** Makes a bench anew before each test. Labels in arguments are written with `_` for a space. */
export function useBench(): Bench {
  const bench: Bench = {
    root: '',
    file: '',
    env: {},
    keys: (text) => {
      if (text !== undefined) writeFileSync(bench.file, text, { mode: 0o600 });
      return readFileSync(bench.file, 'utf8');
    },
    run: async (args, secret) => {
      const words = args.split(' ').map((word) => word.replaceAll('_', ' '));
      const { ok, lines } = await runVault(words, bench.context(secret));
      return `${ok ? '' : 'KO '}${lines.join('\n')}`;
    },
    context: (secret) => ({
      root: bench.root,
      env: bench.env,
      rooms: [
        { name: 'coordination', prefix: '/cdp/', label: 'la communauté' },
        { name: 'ecnp', prefix: '/atelier/', label: 'l’atelier' },
      ],
      url: 'https://portail.example.org',
      base: '/',
      ownWords: ['pegase', 'Épinal'],
      readSecret: () =>
        secret === undefined
          ? Promise.reject(new Error('Nothing was to be asked.'))
          : typeof secret === 'string'
            ? Promise.resolve(secret)
            : secret(),
    }),
  };
  beforeEach(() => {
    bench.root = mkdtempSync(join(tmpdir(), 'vault-command-'));
    bench.file = join(bench.root, 'keys.yaml');
    bench.env = {};
  });
  afterEach(() => {
    rmSync(bench.root, { recursive: true });
  });
  return bench;
}

/** A keys file of two rooms; the passphrases are strong. */
export const TWO_ROOMS = `# à nous, ne pas perdre
- room: coordination
  # la coordinatrice
  label: Épinal
  passphrase: colline sablier vermeil tuyau octave
- room: coordination
  label: ECNP
  passphrase: brouette nuage fanion cartable muscade
- room: ecnp
  label: ECNP
  passphrase: brouette nuage fanion cartable muscade
`;
