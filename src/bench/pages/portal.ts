import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from '../../../portal.config.ts';
import { headersOf } from '../../headers/headers.ts';
import { siteOf } from '../../headers/site.ts';
import { listen } from '../../serve/listen.ts';
import { createStaticServer } from '../../serve/static-server.ts';

/** The portal with twelve CRs, built for the bench and served on this machine. */
export interface FullPortal {
  root: string;
  dist: string;
  origin: string;
  passphrase: string;
  /** Bytes sent since the start, headers and all. */
  sent: () => number;
  close: () => void;
}

/** Builds the demo with a passphrase of its own. @throws {Error} with what the build printed. */
export async function openFullPortal(): Promise<FullPortal> {
  const root = process.cwd();
  const scratch = mkdtempSync(join(tmpdir(), 'pages-bench-'));
  const [dist, keys] = [join(scratch, 'dist'), join(scratch, 'keys.yaml')];
  const passphrase = `essai-${randomBytes(12).toString('hex')}`;
  const entries = config.rooms.map(({ name }) => ({ room: name, label: 'bench', passphrase }));
  writeFileSync(keys, JSON.stringify(entries), { mode: 0o600 });
  const remove = (): void => {
    rmSync(scratch, { recursive: true, force: true });
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'demo.ts'), '--build-only'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PORTAL_KEYS: keys, PORTAL_OUT: dist } },
  );
  if (status !== 0) {
    remove();
    throw new Error(`The demo could not be built:\n${stdout}${stderr}`);
  }
  const sockets = new Set<Socket>();
  const server = createStaticServer({
    folder: dist,
    base: config.base,
    headers: (path) => headersOf(path, siteOf(config)),
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  return {
    root,
    dist,
    passphrase,
    origin: await listen(server, 0),
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () => {
      server.close();
      server.closeAllConnections();
      remove();
    },
  };
}
