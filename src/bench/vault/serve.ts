import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headersOf } from '../../headers/headers.ts';
import { listen } from '../../serve/listen.ts';
import { createStaticServer } from '../../serve/static-server.ts';
import { sealSite } from '../../vault/seal/seal-site.ts';
import { BARE_WORKER } from './bare-worker.ts';
import { benchKeys, benchSettings, benchSite, ROOM, writeSite } from './site.ts';

/** Milliseconds a host elsewhere in the country takes longer to answer than one on this machine. */
export const DISTANCE = 40;

/** The synthetic site, plain and sealed, on servers of this machine. */
export interface ServedSites {
  plain: string;
  sealed: string;
  /** The plain site once more, for {@link BARE_WORKER}. */
  bare: string;
  /** The plain and the sealed one, each answer {@link DISTANCE} later. */
  far: { plain: string; sealed: string };
  /** Serves another folder without any header of ours. */
  serve: (folder: string) => Promise<string>;
  /** A folder for what else is built; and that of the plain pages. */
  scratch: string;
  plainPages: string;
  close: () => void;
}

/** Builds the site once and serves it twice, each with the headers of the portal. */
export async function serveSites(): Promise<ServedSites> {
  const scratch = mkdtempSync(join(tmpdir(), 'vault-bench-'));
  const servers: Server[] = [];
  const site = { host: 'localhost', base: '/', prefixes: [ROOM.prefix] };
  const open = async (folder: string, withHeaders: boolean, wait = 0): Promise<string> => {
    const headers = { headers: (path: string) => headersOf(path, site) };
    const near = createStaticServer({ folder, ...(withHeaders && headers) });
    const server = wait === 0 ? near : delayed(near, wait);
    servers.push(server);
    return listen(server, 0);
  };
  const files = await benchSite();
  const folder = (name: string): string => {
    mkdirSync(join(scratch, name));
    return join(scratch, name);
  };
  const [plain, sealed] = [folder('plain'), folder('sealed')];
  writeSite(plain, [...files, BARE_WORKER]);
  writeSite(sealed, (await sealSite(files, benchKeys(), await benchSettings())).published);
  return {
    plain: await open(plain, true),
    sealed: await open(sealed, true),
    bare: await open(plain, true),
    far: { plain: await open(plain, true, DISTANCE), sealed: await open(sealed, true, DISTANCE) },
    serve: (other) => open(other, false),
    scratch,
    plainPages: join(plain, 'cdp', 'cr'),
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      rmSync(scratch, { recursive: true });
    },
  };
}

function delayed(server: Server, wait: number): Server {
  const [answer] = server.listeners('request') as RequestListener[];
  return createServer((request, response) => {
    setTimeout(() => answer?.(request, response), wait);
  });
}
