import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headersOf } from '../../headers/headers.ts';
import { listen } from '../../serve/listen.ts';
import { createStaticServer } from '../../serve/static-server.ts';
import { sealSite } from '../../vault/seal/seal-site.ts';
import { benchKeys, benchSettings, benchSite, ROOM, writeSite } from './site.ts';

/** The synthetic site, plain and sealed, on servers of this machine. */
export interface ServedSites {
  plain: string;
  sealed: string;
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
  const open = async (folder: string, withHeaders: boolean): Promise<string> => {
    const headers = { headers: (path: string) => headersOf(path, site) };
    const server = createStaticServer({ folder, ...(withHeaders && headers) });
    servers.push(server);
    return listen(server, 0);
  };
  const files = await benchSite();
  const folder = (name: string): string => {
    mkdirSync(join(scratch, name));
    return join(scratch, name);
  };
  const [plain, sealed] = [folder('plain'), folder('sealed')];
  writeSite(plain, files);
  writeSite(sealed, (await sealSite(files, benchKeys(), await benchSettings())).published);
  return {
    plain: await open(plain, true),
    sealed: await open(sealed, true),
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
