import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LeakSettings, refuseLeaks } from '../../../../src/build/leaks.ts';
import { utf8 } from '../../../../src/vault/format/bytes.ts';
import { type SealedSite, sealSite } from '../../../../src/vault/seal/seal-site.ts';
import type { SiteFile } from '../../../../src/vault/seal/site-file.ts';
import { CHEAP, epochOf } from '../room.fixture.ts';
import { type Canary, canary, page, SORTS, telling } from './canary.ts';
import { type Kind, KINDS } from './kinds.ts';

const rooms = [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }];
const PUBLIC = [
  { path: '/index.html', bytes: page('<main>Bienvenue sur la page publique</main>') },
  { path: '/cdp/index.html', bytes: page('<main>Le tableau de bord des coordinations</main>') },
];
const seal = (site: SiteFile[]): Promise<SealedSite> =>
  sealSite(
    site,
    {
      passphrases: [{ room: 'coordination', label: 'a', passphrase: 'sable' }],
      epochs: [epochOf(7)],
    },
    {
      rooms,
      base: '/',
      programme: 'PEGASE',
      community: 'Communauté',
      contact: 'a@example.org',
      client: { files: [{ path: '/_vault/gate.js', bytes: utf8('1') }] },
      kdf: CHEAP,
    },
  );

/** A CR that names the person and bears the title, and says nothing else. */
const minutesOf = ({ name, title }: Canary) => [
  { path: '1.mdx', text: `---\ntitle: ${title}\nparticipants:\n  - name: ${name}\n---\n\nx\n` },
];
const settings = (site: SiteFile[], minutes: LeakSettings['minutes']): LeakSettings => ({
  site,
  rooms,
  address: 'https://portail.example.org',
  minutes,
  attachments: [],
  people: [],
  allowed: ['<p>Bienvenue</p> a@example.org'],
  declared: [],
});
const fileOf = ({ path, bytes }: Kind, text: string): SiteFile => ({
  path: path(text),
  bytes: bytes(text),
});

/** What the search of published bytes for canaries reads; it shares nothing with the scanner. */
function plainly(bytes: Uint8Array): string {
  const forms = [
    bytes,
    ...[gunzipSync, brotliDecompressSync].flatMap((unpack) => tried(unpack, bytes)),
  ];
  return forms
    .flatMap((form) =>
      ['utf8', 'latin1', 'utf16le'].map((each) => Buffer.from(form).toString(each as 'utf8')),
    )
    .join('\n')
    .toLowerCase();
}
function tried(unpack: (bytes: Uint8Array) => Buffer, bytes: Uint8Array): Buffer[] {
  try {
    return [unpack(bytes)];
  } catch {
    return []; // not compressed in that way
  }
}
const all = (each: Canary): string => SORTS.map((sort) => each[sort]).join('. ');

let bare: SealedSite;
beforeAll(async () => {
  bare = await seal(PUBLIC);
});

describe.each(KINDS.map((kind, place) => ({ ...kind, place })))('$kind', (kind) => {
  const own = canary(kind.place);
  const isName = kind.path('a') !== kind.path('b');
  const sorts = SORTS.filter((sort) => !isName || sort !== 'email');

  it('is in no published byte when it is sealed', async () => {
    const site = [...PUBLIC, fileOf(kind, isName ? own.sentence : all(own))];
    const sealed = await seal(site);
    await expect(refuseLeaks(sealed, settings(site, minutesOf(own)))).resolves.toEqual([]);
    const published = sealed.published.map(({ path, bytes }) => path + plainly(bytes)).join('\n');
    expect(published).toContain('bienvenue sur la page publique');
    expect(telling(own).length).toBeGreaterThanOrEqual(4);
    expect(telling(own).filter((word) => published.includes(word))).toEqual([]);
  });

  it.each(sorts)('is reported when it is published in clear: a %s', async (sort) => {
    const file = fileOf(kind, own[sort]);
    // A room that holds the words in a page of its own, where this kind has none that are known.
    const source = { path: '/cdp/source/index.html', bytes: page(`<main>${own[sort]}</main>`) };
    const site = [...PUBLIC, file, ...(kind.derived ? [source] : [])];
    const published = [...bare.published, file];
    const report = await refuseLeaks({ ...bare, published }, settings(site, minutesOf(own))).then(
      () => 'no leak',
      (cause: unknown) => (cause as Error).message,
    );
    expect(report).toMatch(/: \d+ phrases or names/);
    expect(report.replaceAll(file.path.slice(1), '')).not.toMatch(
      new RegExp(telling(own).join('|'), 'i'),
    );
    expect(report).toContain(`  ${file.path.slice(1)}: `);
  });
});
