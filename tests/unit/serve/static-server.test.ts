import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../src/serve/listen.ts';
import { createStaticServer } from '../../../src/serve/static-server.ts';

let scratch: string;
let folder: string;
let servers: Server[];

beforeEach(() => {
  servers = [];
  scratch = mkdtempSync(join(tmpdir(), 'portal-serve-'));
  folder = join(scratch, 'site');
  mkdirSync(join(folder, 'cdp', 'été'), { recursive: true });
  writeFileSync(join(scratch, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'cdp', 'index.html'), 'gate');
  writeFileSync(join(folder, 'cdp', 'été', 'index.html'), 'summer');
  writeFileSync(join(folder, 'worker.js'), '0');
});
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections();
  rmSync(scratch, { recursive: true });
});

async function open(base?: string): Promise<string> {
  const server = createStaticServer({ folder, ...(base !== undefined && { base }) });
  servers.push(server);
  return listen(server, 0);
}

/** The path as it is: `fetch` would resolve `..` before it asks. */
function rawGet(origin: string, path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('createStaticServer', () => {
  it('serves the page of a folder, fresh each time', async () => {
    const origin = await open();
    const response = await fetch(`${origin}/cdp/`);
    expect(await response.text()).toBe('gate');
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');

    writeFileSync(join(folder, 'cdp', 'index.html'), 'new gate');
    expect(await (await fetch(`${origin}/cdp/`)).text()).toBe('new gate');
  });

  it('gives scripts their type', async () => {
    const response = await fetch(`${await open()}/worker.js`);
    expect(response.headers.get('content-type')).toBe('text/javascript');
  });

  it('adds the final slash of a folder and keeps the query', async () => {
    const response = await fetch(`${await open()}/cdp?q=x`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/cdp/?q=x');
  });

  it('reads accents in addresses', async () => {
    expect(await (await fetch(`${await open()}/cdp/été/`)).text()).toBe('summer');
  });

  it('answers what is not there with the 404 page', async () => {
    const response = await fetch(`${await open()}/nowhere/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('not here');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/cdp/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
  ])('does not leave its folder for %s', async (path) => {
    const { status, body } = await rawGet(await open(), path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  it('refuses malformed addresses and other methods', async () => {
    const origin = await open();
    expect((await rawGet(origin, '/%')).status).toBe(400);
    expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
  });

  it('does not redirect to another host', async () => {
    const response = await fetch(`${await open()}//cdp`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/cdp/');
  });

  it('lives under a base path', async () => {
    const origin = await open('/portail/');
    expect(await (await fetch(`${origin}/portail/cdp/`)).text()).toBe('gate');
    expect((await fetch(`${origin}/cdp/`)).status).toBe(404);
    const bare = await fetch(`${origin}/portail`, { redirect: 'manual' });
    expect(bare.headers.get('location')).toBe('/portail/');
    const inner = await fetch(`${origin}/portail/cdp`, { redirect: 'manual' });
    expect(inner.headers.get('location')).toBe('/portail/cdp/');
  });
});

describe('listen', () => {
  it('names a port that is taken, and the remedy', async () => {
    const port = Number(new URL(await open()).port);
    const second = listen(createStaticServer({ folder }), port);
    await expect(second).rejects.toThrow(new RegExp(`${String(port)}[^]*PORT=`));
  });
});
