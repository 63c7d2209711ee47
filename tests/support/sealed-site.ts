import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentPolicy } from '../../src/headers/policy.ts';
import { headersOf } from '../../src/headers/headers.ts';
import { listen } from '../../src/serve/listen.ts';
import { createStaticServer } from '../../src/serve/static-server.ts';
import { utf8 } from '../../src/vault/format/bytes.ts';
import { bundleClient } from '../../src/vault/seal/bundle.ts';
import { sealSite } from '../../src/vault/seal/seal-site.ts';
import type { SiteFile } from '../../src/vault/seal/site-file.ts';
import { CHEAP } from '../unit/vault/room.fixture.ts';

/** What a small site is sealed with. */
export interface SiteKeys {
  passphrases: { room: string; label: string; passphrase: string }[];
  epochs: { room: string; epoch: number; salt: string; key: string }[];
}

const ROOMS = [
  { name: 'coordination', prefix: '/cdp/', label: 'la communauté' },
  { name: 'ecnp', prefix: '/atelier/', label: 'l’atelier' },
];

/** A page as the portal's layouts make them, as far as the vault is concerned. */
export function page(title: string, body: string, base = '/'): Uint8Array {
  return utf8(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${contentPolicy('search')}"><title>${title}</title><link rel="icon" href="${base}favicon.svg"></head><body><button data-sign-out>Fermer la session</button><button data-offline hidden>Rendre disponible hors ligne</button><main><h1>${title}</h1>${body}</main></body></html>`,
  );
}

/** A small portal that is sealed and served in seconds, and whose host can be made to fail. */
export interface SealedSite {
  /** Origin and base, without a final slash: an address is `${url}/cdp/`. */
  readonly url: string;
  readonly origin: string;
  /** Paths that were asked for, with their methods. */
  readonly asked: string[];
  /** Answers a request in place of the site; `false` leaves it to the site. */
  intercept: (path: string, response: ServerResponse, request: IncomingMessage) => boolean;
  /** Answers a request from the site: later, say, than it was made. */
  pass: (request: IncomingMessage, response: ServerResponse) => void;
  /** Publishes files in place of those that are there. */
  publish: (files: readonly SiteFile[], keys: SiteKeys) => Promise<void>;
  /** Takes the host off the network, or puts it back at the same address. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
}

/** Serves nothing until something is published. @param base begins and ends with a slash */
export async function sealedSite(base = '/'): Promise<SealedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'sealed-site-'));
  const client = await bundleClient(ROOMS);
  const site = { host: 'localhost', base, prefixes: ROOMS.map(({ prefix }) => prefix) };
  const inner = createStaticServer({ folder, base, headers: (path) => headersOf(path, site) });
  const [answer] = inner.listeners('request') as RequestListener[];
  const asked: string[] = [];
  const result: SealedSite = {
    url: '',
    origin: '',
    asked,
    intercept: () => false,
    pass: (request, response) => answer?.(request, response),
    publish,
    stop,
    start,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
  let server = createServer(handle);
  let isListening = true;
  const origin = await listen(server, 0);
  const port = Number(new URL(origin).port);
  return Object.assign(result, { origin, url: origin + base.slice(0, -1) });

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    asked.push(path);
    if (!result.intercept(path, response, request)) answer?.(request, response);
  }

  async function publish(files: readonly SiteFile[], keys: SiteKeys): Promise<void> {
    const sealed = await sealSite(files, keys, {
      rooms: ROOMS,
      base,
      programme: 'ESSAI',
      community: 'Communauté d’essai',
      contact: 'essai@example.org',
      client: { files: [...client.files, { path: '/_vault/fonts.css', bytes: utf8('') }] },
      kdf: CHEAP,
    });
    rmSync(folder, { recursive: true });
    for (const { path, bytes } of sealed.published) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  }

  async function stop(): Promise<void> {
    if (!isListening) return;
    isListening = false;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  async function start(): Promise<void> {
    if (isListening) return;
    server = createServer(handle);
    await listen(server, port);
    isListening = true;
  }
}
