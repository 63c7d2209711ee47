import { describe, expect, it } from 'vitest';
import { definePortal } from '../../../src/config/portal.ts';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import { deriveKek } from '../../../src/vault/format/kdf.ts';
import { type Manifest, roomBytes } from '../../../src/vault/format/manifest.ts';
import { unwrapRoomKey } from '../../../src/vault/format/slot.ts';
import { partition } from '../../../src/vault/seal/partition.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import portal from '../../../portal.config.ts';
import { CHEAP, epochOf, keyOf } from './room.fixture.ts';

const rooms = [
  { name: 'coordination', prefix: '/cdp/', label: 'la communauté' },
  { name: 'ecnp', prefix: '/atelier/', label: 'l’atelier' },
];
const file = (path: string, text = '') => ({ path, bytes: utf8(text) });
const page = (text: string): string => `<html><head></head><body>${text}</body></html>`;
const ecnpEpoch = { ...epochOf(9, 2), room: 'ecnp' };
const keyring = {
  passphrases: [
    { room: 'coordination', label: 'Épinal', passphrase: 'sable' },
    { room: 'coordination', label: 'ECNP', passphrase: 'lampe' },
    { room: 'ecnp', label: 'ECNP', passphrase: 'lampe' },
  ],
  epochs: [epochOf(7), ecnpEpoch],
};
const settings = {
  rooms,
  base: '/',
  programme: 'P',
  community: 'C',
  contact: 'a@example.org',
  client: { files: [] },
  kdf: CHEAP,
};
const manifestOf = (published: { path: string; bytes: Uint8Array }[]): Manifest =>
  JSON.parse(new TextDecoder().decode(published.at(-1)?.bytes)) as Manifest;

describe('two rooms', () => {
  it('are opened by one passphrase, each with its own salt and slots', async () => {
    const site = [file('/cdp/index.html', page('a')), file('/atelier/index.html', page('b'))];
    const { published } = await sealSite(site, keyring, settings);
    const manifest = manifestOf(published);
    const opened: Record<string, (string | null)[]> = {};
    for (const room of manifest.rooms) {
      const { salt, slots } = roomBytes(room);
      for (const passphrase of ['sable', 'lampe']) {
        const kek = await deriveKek(passphrase, salt, CHEAP);
        const key = await unwrapRoomKey(kek, { room: room.name, epoch: room.epoch }, slots);
        opened[room.name] = [...(opened[room.name] ?? []), key?.join() ?? null];
      }
    }
    expect(opened).toEqual({
      coordination: [keyOf(7).join(), keyOf(7).join()],
      ecnp: [null, keyOf(9).join()],
    });
    expect(manifest.rooms.map(({ slots, epoch }) => [slots.length, epoch])).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(manifest.rooms[0]?.salt).not.toBe(manifest.rooms[1]?.salt);
  });

  it('of which one holds nothing leave no trace of it', async () => {
    const { published } = await sealSite([file('/cdp/index.html', page('a'))], keyring, settings);
    expect(manifestOf(published).rooms.map(({ name }) => name)).toEqual(['coordination']);
    expect(published.some(({ path }) => path.includes('ecnp'))).toBe(false);
  });

  it('of which one has pages and no passphrase stop the build, which says what to do', async () => {
    const site = [file('/cdp/index.html', page('a')), file('/atelier/index.html', page('b'))];
    const passphrases = keyring.passphrases.filter(({ room }) => room !== 'ecnp');
    await expect(sealSite(site, { ...keyring, passphrases }, settings)).rejects.toThrow(
      /Room "ecnp" holds 1 files and no passphrase opens it.*vault -- add --room ecnp/,
    );
  });
});

describe('partition', () => {
  it('puts an asset into the rooms whose pages name it', () => {
    const parts = partition(
      [
        file('/index.html', '/_astro/logo.1.png'),
        file('/cdp/index.html', '/_astro/photo.2.png /_astro/both.3.png /_astro/logo.1.png'),
        file('/atelier/index.html', '/_astro/both.3.png /_astro/plan.4.png'),
        ...['logo.1', 'photo.2', 'both.3', 'plan.4', 'orphan.5'].map((name) =>
          file(`/_astro/${name}.png`),
        ),
      ],
      rooms,
      '/_astro/',
    );
    const paths = (files: readonly { path: string }[] = []): string[] =>
      files.map(({ path }) => path.replace('/_astro/', ''));
    expect(paths(parts.published)).toEqual(['/index.html', 'logo.1.png']);
    expect(paths(parts.rooms.get('coordination'))).toEqual([
      '/cdp/index.html',
      'photo.2.png',
      'both.3.png',
      'orphan.5.png',
    ]);
    expect(paths(parts.rooms.get('ecnp'))).toEqual([
      '/atelier/index.html',
      'both.3.png',
      'plan.4.png',
    ]);
  });

  it('refuses a large file that would be public', () => {
    const large = { path: '/video.mp4', stored: '/nowhere', size: 5 };
    expect(() => partition([large], rooms, '/_astro/')).toThrow('/video.mp4');
  });
});

describe('the configuration', () => {
  const withRooms =
    (prefixes: readonly string[], names = ['a', 'b']) =>
    () =>
      definePortal({
        ...portal,
        rooms: prefixes.map((prefix, index) => ({
          name: names[index] ?? '',
          prefix,
          label: 'x',
        })),
      });

  it('takes several rooms, nested under no common one', () => {
    expect(withRooms(['/cdp/', '/cdp-2/'])).not.toThrow();
    expect(withRooms(['/equipe/cdp/', '/equipe/atelier/'])).not.toThrow();
  });

  it.each([
    ['nested', ['/cdp/', '/cdp/atelier/']],
    ['nested the other way', ['/cdp/atelier/', '/cdp/']],
    ['the same', ['/cdp/', '/cdp/']],
  ])('refuses prefixes that are %s', (_, prefixes) => {
    expect(withRooms(prefixes)).toThrow(/overlap/);
  });

  it.each([['/_vault/'], ['/'], ['cdp/'], ['/CDP/'], ['/cdp//']])(
    'refuses the prefix %s',
    (prefix) => {
      expect(withRooms([prefix])).toThrow(/prefix/);
    },
  );

  it('refuses two rooms of one name', () => {
    expect(withRooms(['/cdp/', '/atelier/'], ['a', 'a'])).toThrow(/two rooms have the name "a"/);
  });
});
