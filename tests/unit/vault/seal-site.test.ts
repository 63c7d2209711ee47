import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import { openBlob } from '../../../src/vault/format/blob.ts';
import { readManifest } from '../../../src/vault/format/manifest.ts';
import { blobName } from '../../../src/vault/format/room-keys.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import { CHEAP, epochOf, keysOf } from './room.fixture.ts';

const file = (path: string, text: string) => ({ path, bytes: utf8(text) });
const page = (text: string): string => `<html><head></head><body>${text}</body></html>`;
const SITE = [
  file('/index.html', page('Accueil <img src="/_astro/logo.a1.png">')),
  file('/_astro/a.css', 'body{}'),
  file('/_astro/logo.a1.png', 'PNG public'),
  file('/_astro/photo.b2.png', 'PNG secret'),
  file('/cdp/index.html', page('Secret')),
  file('/cdp/donnees/a.csv', 'secret;1'),
];
const keyring = {
  passphrases: [
    { room: 'coordination', label: 'a', passphrase: 'sable' },
    { room: 'coordination', label: 'b', passphrase: 'lampe' },
  ],
  epochs: [epochOf(7)],
};
const settings = {
  rooms: [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }],
  base: '/',
  programme: 'PEGASE & <b>',
  community: 'Communauté',
  contact: 'a@example.org',
  client: { files: [file('/_vault/gate.js', '1')] },
  kdf: CHEAP,
};
const seal = (files = SITE) => sealSite(files, keyring, settings);

describe('sealSite', () => {
  it('publishes public files, gates and opaque names, and nothing else', async () => {
    const { published } = await seal();
    const paths = published.map(({ path }) => path.replace(/[0-9a-f]{32}/, '*'));
    expect(paths).toEqual([
      '/_astro/a.css',
      '/_astro/logo.a1.png',
      '/_vault/coordination/*',
      '/_vault/coordination/*',
      '/_vault/coordination/*',
      '/_vault/coordination/*',
      '/_vault/gate.html',
      '/_vault/gate.js',
      '/_vault/shell.json',
      '/cdp/index.html',
      '/index.html',
      '/_vault/manifest.json',
    ]);
    const text = published.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('\n');
    expect(text).not.toMatch(/[Ss]ecret/);
    expect(text).not.toContain('"a"');
    expect(text).toContain('PEGASE &amp; &lt;b>');
  });

  it('seals each gated file for its own path, with the session script in pages', async () => {
    const { published } = await seal();
    const keys = await keysOf(7);
    const open = async (path: string): Promise<string> => {
      const name = await blobName(keys, path);
      const blob = published.find((item) => item.path.endsWith(name));
      const { bytes, gzip } = await openBlob(
        keys,
        { room: 'coordination', epoch: 1, path },
        new Uint8Array(blob?.bytes ?? []),
      );
      return new TextDecoder().decode(gzip ? gunzipSync(bytes) : bytes);
    };
    expect(await open('/cdp/donnees/a.csv')).toBe('secret;1');
    expect(await open('/_astro/photo.b2.png')).toBe('PNG secret');
    expect(await open('/cdp/index.html')).toContain('<script src="/_astro/vault-session.js"');
  });

  it('is deterministic, and one change changes only what it must', async () => {
    const [first, again] = [await seal(), await seal()];
    expect(again.published).toEqual(first.published);
    const changed = await seal(
      SITE.map((item) =>
        item.path === '/cdp/index.html' ? file(item.path, page('Autre!')) : item,
      ),
    );
    const differing = changed.published.filter(({ path, bytes }) => {
      const before = first.published.find((item) => item.path === path);
      return before === undefined || Buffer.compare(before.bytes, bytes) !== 0;
    });
    // The page, the list of the room's files (its mark), and the manifest (the build's name).
    expect(differing.map(({ path }) => path.replace(/[0-9a-f]{32}/, '*'))).toEqual([
      '/_vault/coordination/*',
      '/_vault/coordination/*',
      '/_vault/manifest.json',
    ]);
  });

  it('does not tell that two share a passphrase', async () => {
    const shared = keyring.passphrases.map((entry) => ({ ...entry, passphrase: 'sable' }));
    const { published } = await sealSite(SITE, { ...keyring, passphrases: shared }, settings);
    const manifest: unknown = JSON.parse(new TextDecoder().decode(published.at(-1)?.bytes));
    expect(readManifest(manifest).rooms[0]?.slots).toHaveLength(1);
  });

  it('writes a manifest its reader accepts, with a slot a passphrase', async () => {
    const { published } = await seal();
    const manifest: unknown = JSON.parse(new TextDecoder().decode(published.at(-1)?.bytes));
    expect(readManifest(manifest).rooms).toMatchObject([
      { name: 'coordination', epoch: 1, slots: [expect.any(String), expect.any(String)] },
    ]);
  });
});
