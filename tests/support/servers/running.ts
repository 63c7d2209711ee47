import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../scripts/lib/browsers.mjs';
import { freePort } from '../free-port.ts';
import { end, eventually } from '../processes.ts';
import type { Site } from '../../../src/headers/headers.ts';

/** What of a configuration is this machine's: folders, ports, certificate. */
export interface Place {
  readonly folder: string;
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
  readonly http: number;
  readonly https: number;
}

/** A server of which a configuration is tried. */
export interface ServerKind {
  readonly name: 'nginx' | 'caddy';
  /** The configuration as the guide says to adapt it: places only. */
  readonly adapt: (configuration: string, site: Site, place: Place) => string;
  /** Arguments that have it check a configuration, and run it. */
  readonly check: (file: string, place: Place) => string[];
  readonly run: (file: string, place: Place) => string[];
}

/** A server that runs. */
export interface RunningServer extends Place {
  /** What it said of its configuration. */
  readonly said: string;
  readonly close: () => Promise<void>;
}

/**
 * Has a server check a configuration and serve a built portal by it.
 *
 * @throws {Error} with what it says where it refuses the configuration
 */
export async function serveBy(
  kind: ServerKind,
  configuration: string,
  site: Site,
  dist: string,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `portal-${kind.name}-`));
  const root = join(folder, 'www');
  // Below a base path the portal stands in a folder of that name.
  const inside = join(root, site.base.slice(0, -1));
  mkdirSync(join(inside, '..'), { recursive: true });
  symlinkSync(dist, site.base === '/' ? root : inside);
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  makeCertificate(site.host, certificate, key);
  const ports = { http: await freePort(), https: await freePort() };
  const place: Place = { folder, root, certificate, key, ...ports };
  const file = join(folder, 'configuration');
  writeFileSync(file, kind.adapt(configuration, site, place));
  const program = findProgram(kind.name);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const said = output(program, kind.check(file, place), env);
  const child = spawn(program, kind.run(file, place), { env, stdio: 'ignore' });
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true });
  };
  try {
    await eventually(() => listens(ports.https), `${kind.name} listens`);
  } catch (cause) {
    await close();
    throw cause;
  }
  return { ...place, said, close };
}

/** Replaces what stands in a configuration for sure. @throws {Error} where it does not stand there */
export function replaced(text: string, parts: readonly (readonly [string, string])[]): string {
  return parts.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`The configuration has no "${from}".`);
    return result.replaceAll(from, to);
  }, text);
}

function makeCertificate(host: string, certificate: string, key: string): void {
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-days', '1'];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-keyout', key, '-out', certificate];
  output(findProgram('openssl'), ['req', '-x509', '-nodes', ...options, ...names, ...files]);
}

/** What a program prints, on either channel. @throws {Error} with it where it fails */
function output(program: string, args: string[], env = process.env): string {
  const command = '"$0" "$@" 2>&1';
  try {
    return execFileSync('sh', ['-c', command, program, ...args], { env, encoding: 'utf8' });
  } catch (cause) {
    const { stdout } = cause as { stdout?: string };
    throw new Error(`${program} ${args.join(' ')}:\n${stdout ?? String(cause)}`, { cause });
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
