import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import portalConfig from '../../portal.config.ts';
import { headersOf } from '../../src/headers/headers.ts';
import { siteOf } from '../../src/headers/site.ts';
import { listen } from '../../src/serve/listen.ts';
import { createStaticServer } from '../../src/serve/static-server.ts';
import { runBuild } from './build.ts';

/** A portal built for the tests and served on this machine. */
export interface TestPortal {
  /** Folder of the built site. */
  readonly dist: string;
  /** The keys file it was built with. */
  readonly keysFile: string;
  /** Opens the first room of the configuration. */
  readonly passphrase: string;
  /** Such as `http://127.0.0.1:38213`, without the base path. */
  readonly origin: string;
}

/**
 * Builds the portal with a passphrase made for this run and serves it on a free port. Where the
 * environment names a built one (`PORTAL_TEST_DIST`, with the `PORTAL_TEST_KEYS` it was built with),
 * that one is served instead: set them by hand for quick runs of one test. The first project of a
 * run sets them for the next, so that a run builds once.
 *
 * @returns the portal, and what closes it and removes what was made
 */
export async function openTestPortal(): Promise<{ portal: TestPortal; close: () => void }> {
  const dist = process.env['PORTAL_TEST_DIST'];
  const keysFile = process.env['PORTAL_TEST_KEYS'];
  const isGiven = dist !== undefined && keysFile !== undefined;
  const built = isGiven ? { dist, keysFile, remove: () => undefined } : await buildOnce();

  const server = createStaticServer({
    folder: built.dist,
    base: portalConfig.base,
    headers: (path) => headersOf(path, siteOf(portalConfig)),
  });
  const origin = await listen(server, 0);
  return {
    portal: {
      dist: built.dist,
      keysFile: built.keysFile,
      passphrase: readPassphrase(built.keysFile),
      origin,
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      built.remove();
    },
  };
}

async function buildOnce(): Promise<{ dist: string; keysFile: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-under-test-'));
  const dist = join(folder, 'dist');
  const keysFile = writeKeys(folder);
  const { code, output } = await runBuild({ PORTAL_KEYS: keysFile, PORTAL_OUT: dist });
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`The portal could not be built (exit code ${String(code)}):\n${output}`);
  }
  Object.assign(process.env, { PORTAL_TEST_DIST: dist, PORTAL_TEST_KEYS: keysFile });
  return {
    dist,
    keysFile,
    remove: () => {
      delete process.env['PORTAL_TEST_DIST'];
      delete process.env['PORTAL_TEST_KEYS'];
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Writes a keys file with a random passphrase for each room of the configuration.
 *
 * @returns the file's path
 */
function writeKeys(folder: string): string {
  const entries = portalConfig.rooms.map(({ name }) => {
    const passphrase = `essai-${randomBytes(12).toString('hex')}`;
    return `- room: ${name}\n  label: essais\n  passphrase: ${passphrase}\n`;
  });
  const file = join(folder, 'keys.yaml');
  writeFileSync(file, entries.join(''), { mode: 0o600 });
  return file;
}

function readPassphrase(file: string): string {
  const room = portalConfig.rooms[0]?.name;
  const entries = parse(readFileSync(file, 'utf8')) as { room: string; passphrase?: string }[];
  const entry = entries.find((each) => each.room === room && each.passphrase !== undefined);
  if (entry?.passphrase === undefined) {
    throw new Error(`${file}: no passphrase for the room "${String(room)}".`);
  }
  return entry.passphrase;
}
