import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import { openPortal } from './independent-reader.ts';
import { CHEAP, epochOf, noise } from './room.fixture.ts';

const page = '<html><head></head><body>Été à Épinal</body></html>';
const table = utf8('site;inclusions\n'.repeat(300_000));
const leaflet = noise(2_500_000);
let published: Map<string, Uint8Array>;

beforeAll(async () => {
  const sealed = await sealSite(
    [
      { path: '/cdp/index.html', bytes: utf8(page) },
      { path: '/cdp/grand.csv', bytes: table },
      { path: '/cdp/documents/dépliant.pdf', bytes: leaflet },
    ],
    {
      passphrases: [
        { room: 'coordination', label: 'a', passphrase: 'été à venir' },
        { room: 'coordination', label: 'b', passphrase: 'lampe' },
      ],
      epochs: [epochOf(7, 3)],
    },
    {
      rooms: [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }],
      base: '/',
      programme: 'P',
      community: 'C',
      contact: 'a@example.org',
      client: { files: [] },
      kdf: CHEAP,
    },
  );
  published = new Map(sealed.published.map(({ path, bytes }) => [path.slice(1), bytes]));
});

const fetch = (path: string): Buffer => Buffer.from(published.get(path) ?? []);

describe('a reader written from docs/vault-format.md alone', () => {
  it.each(['lampe', 'e\u0301te\u0301 a\u0300 venir '])(
    'opens every file with %j',
    async (passphrase) => {
      const files = await openPortal(fetch, passphrase);
      expect([...files.keys()]).toEqual([
        '/cdp/documents/dépliant.pdf',
        '/cdp/grand.csv',
        '/cdp/index.html',
      ]);
      expect(files.get('/cdp/index.html')?.toString()).toContain('Été à Épinal');
      expect(files.get('/cdp/grand.csv')?.equals(table)).toBe(true);
      expect(files.get('/cdp/documents/dépliant.pdf')?.equals(leaflet)).toBe(true);
    },
  );

  it('opens nothing with another passphrase', async () => {
    await expect(openPortal(fetch, 'radeau')).rejects.toThrow('no slot opens');
  });
});
