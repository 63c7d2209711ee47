import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { isInstalled } from '../../scripts/lib/browsers.mjs';
import { headersOf, SECURITY, TRANSPORT } from '../../src/headers/headers.ts';
import { siteOf } from '../../src/headers/site.ts';
import { ask, type Answer } from '../support/servers/ask.ts';
import { SERVERS } from '../support/servers/kinds.ts';
import { serveBy, type RunningServer } from '../support/servers/running.ts';

const { dist } = inject('portal');
const documented = siteOf(portalConfig);
const CASES = SERVERS.filter(({ name }) => isInstalled(name)).flatMap((server) => [
  {
    ...server,
    title: `${server.name} by docs/deploiement/${server.file}`,
    site: documented,
    text: readFileSync(join('docs', 'deploiement', server.file), 'utf8'),
  },
  {
    ...server,
    title: `${server.name} below a base path`,
    site: { ...documented, base: '/repository/' },
    text: server.write({ ...documented, base: '/repository/' }),
  },
]);

/** A file of `dist/` in a folder, by how its name ends. */
const fileIn = (folder: string, ending: string): string => {
  const name = readdirSync(join(dist, folder)).find((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`dist/${folder} has no *${ending}.`);
  return `${folder}/${name}`;
};
const SEALED = fileIn(`_vault/${portalConfig.rooms[0]?.name ?? ''}`, '');
const CSS = fileIn('_astro', '.css');
/** Caddy leaves what is below half a kilobyte as it is. */
const LARGE_CSS = '_vault/gate.css';
const bytesOf = (path: string): Buffer => readFileSync(join(dist, path));

describe.each(CASES)('$title', ({ kind, site, text }) => {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await serveBy(kind, text, site, dist);
  });
  afterAll(() => server?.close());
  const get = (path: string, headers = {}): Promise<Answer> =>
    ask({ https: server?.https ?? 0, host: site.host }, site.base + path, headers);

  it('finds its configuration right', () => {
    expect(server?.said).toMatch(/syntax is ok|Valid configuration/);
    // Of the certificate made for this test, of the redirects it turns off, and of a form of http2 that
    // nginx prefers from 1.25 on and older ones do not know.
    const ours = /OCSP|redirects are disabled|"listen \.\.\. http2" directive is deprecated/;
    const warnings = server?.said.split('\n').filter((line) => /\bwarn\b/i.test(line));
    expect(warnings?.filter((line) => !ours.test(line))).toEqual([]);
  });

  it.each([
    ['', 'text/html'],
    ['cdp/', 'text/html'],
    ['cdp/sites/marseille/', 'text/html'],
    ['_vault/manifest.json', 'application/json'],
    ['_vault/gate.css', 'text/css'],
    ['_vault/gate.js?v=1', 'javascript'],
    ['vault-worker.js', 'javascript'],
    ['favicon.svg', 'image/svg+xml'],
    [CSS, 'text/css'],
    [fileIn('_astro', '.js'), 'javascript'],
    [fileIn('_astro', '.woff2'), 'font/woff2'],
    [SEALED, null],
  ])('sends %s with its headers, each once', async (path, type) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const [name = ''] = path.split('?');
    const wanted = { ...headersOf(site.base + name, site), ...TRANSPORT };
    for (const [header, value] of Object.entries(wanted))
      expect(answer.all(header), header).toEqual([value]);
    if (!('X-Robots-Tag' in wanted)) expect(answer.all('x-robots-tag')).toEqual([]);
    if (type !== null) expect(answer.headers['content-type']).toContain(type);
    if (type === 'text/html') expect(answer.headers['content-type']).toMatch(/charset=utf-8/i);
    // Nothing that a browser would run or show, should somebody open it.
    else if (type === null)
      expect(answer.headers['content-type'] ?? 'application/octet-stream').toBe(
        'application/octet-stream',
      );
  });

  it('answers 404 with the page for it and its headers, and lets nobody keep that', async () => {
    for (const path of ['rien/', 'cdp/rien/', '_vault/coordination/0000', '_astro/rien.css']) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.body.equals(bytesOf('404.html'))).toBe(true);
      const wanted = { ...SECURITY, ...TRANSPORT, 'Cache-Control': 'no-cache' };
      for (const [header, value] of Object.entries(wanted))
        expect(answer.all(header), `${path}: ${header}`).toEqual([value]);
    }
  });

  it('leads to the final slash, on the same host', async () => {
    const { status, headers } = await get('cdp');
    expect([301, 302, 307, 308]).toContain(status);
    const target = new URL(headers.location ?? '', `https://${site.host}${site.base}cdp`);
    expect([target.hostname, target.pathname]).toEqual([site.host, `${site.base}cdp/`]);
  });

  it('compresses code, and leaves ciphertext as it is', async () => {
    const zipped = { 'accept-encoding': 'gzip' };
    const css = await get(LARGE_CSS, zipped);
    expect(css.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(css.body).equals(bytesOf(LARGE_CSS))).toBe(true);
    const sealed = await get(SEALED, zipped);
    expect(sealed.headers['content-encoding']).toBeUndefined();
    expect(sealed.body.equals(bytesOf(SEALED))).toBe(true);
    expect(sealed.headers['content-length']).toBe(String(bytesOf(SEALED).length));
  });

  it('sends parts of a sealed file, and nothing where it has not changed', async () => {
    const whole = bytesOf(SEALED);
    const part = await get(SEALED, { range: 'bytes=16-31' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 16-31/${String(whole.length)}`);
    expect(part.body.equals(whole.subarray(16, 32))).toBe(true);
    const { etag } = (await get(SEALED)).headers;
    const again = await get(SEALED, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });
});
