import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import { bundleClient } from '../../../src/vault/seal/bundle.ts';
import {
  type ClientBundle,
  gatePage,
  withSessionScript,
} from '../../../src/vault/seal/gate-page.ts';
import { shellOf } from '../../../src/vault/seal/shell.ts';

let client: ClientBundle;
let page: string;
const text = (path: string): string =>
  new TextDecoder().decode(client.files.find((file) => file.path === path)?.bytes);

beforeAll(async () => {
  client = await bundleClient([{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }]);
  page = gatePage({
    base: '/depot/',
    programme: 'PEGASE & cie',
    community: 'Communauté de pratique des coordinations locales',
    contact: 'contact@example.org',
    client,
  });
}, 30_000);

describe('the gate', () => {
  it('is small: its page, and its scripts with Argon2id', () => {
    expect(utf8(page).length).toBeLessThanOrEqual(3000);
    const scripts = ['/_vault/check.js', '/_vault/gate.js', '/_vault/unlock.js'];
    const size = scripts.reduce((sum, path) => sum + gzipSync(text(path), { level: 9 }).length, 0);
    expect(size).toBeLessThanOrEqual(25_000);
    expect(size).toBeGreaterThan(10_000);
  });

  it('asks for the upright faces before its styles name them, each file once', () => {
    const face = (file: string, style: string): string =>
      `@font-face{font-style:${style};src:url(/_astro/${file}.woff2)format("woff2")}`;
    const css = [face('a', 'normal'), face('b', 'italic'), face('a', 'normal')].join('\n');
    const fonts = { path: '/_vault/fonts.css', bytes: utf8(css) };
    const own = { base: '/', programme: 'x', community: 'x', contact: 'x' };
    const html = gatePage({ ...own, client: { files: [...client.files, fonts] } });
    expect(html.match(/<link rel="preload"[^>]*>/g)).toEqual([
      '<link rel="preload" href="/_astro/a.woff2" as="font" type="font/woff2" crossorigin>',
    ]);
    expect(page).not.toContain('preload');
  });

  it('holds nothing inline, and asks search engines to stay away', () => {
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<noscript>');
    expect(page).toContain('PEGASE &amp; cie');
  });

  it('runs a script for old browsers before any other file is asked for', () => {
    const first = /(?:src|href)="([^"]*)"/.exec(page)?.[1];
    expect(first).toMatch(/^\/depot\/_vault\/check\.js\?v=[0-9a-f]{8}$/);
    // ES5: no arrow, no template, no declaration of a block.
    expect(text('/_vault/check.js')).not.toMatch(/=>|`|\b(?:const|let|class)\b|\?\.|\?\?/);
    expect(text('/_vault/check.js')).toContain('trop ancien');
  });
});

it('a gated page names the version of its script, once', () => {
  const file = { path: '/cdp/index.html', bytes: utf8('<html><head></head><body></body></html>') };
  const settings = { base: '/depot/', client };
  const once = withSessionScript(file, settings, 'coordination');
  const html = new TextDecoder().decode(once.bytes);
  expect(html).toMatch(
    /src="\/depot\/_astro\/vault-session\.[0-9a-f]{8}\.js" data-base="\/depot\/"/,
  );
  expect(withSessionScript(once, settings, 'coordination')).toBe(once);
});

it('the list for use offline names scripts by their version, and nothing that only hosts read', () => {
  const file = (path: string) => ({ path, bytes: utf8(path) });
  const paths = [
    '/index.html',
    '/_headers',
    '/vault-worker.js',
    '/_vault/gate.js',
    '/_astro/a.css',
  ];
  const listed = JSON.parse(new TextDecoder().decode(shellOf(paths.map(file)).bytes)) as unknown;
  expect(listed).toEqual([
    { path: '/_astro/a.css', size: 13 },
    { path: expect.stringMatching(/^\/_vault\/gate\.js\?v=[0-9a-f]{8}$/) as string, size: 15 },
    { path: '/index.html', size: 11 },
  ]);
});
