import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LeakSettings, refuseLeaks } from '../../../src/build/leaks.ts';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import type { SealedSite } from '../../../src/vault/seal/seal-site.ts';
import type { SiteFile } from '../../../src/vault/seal/site-file.ts';
import { docx, pngWith } from '../vault/canaries/files.ts';

const GATE = utf8('<title>La porte</title>');
const gate = (path: string): SiteFile => ({ path, bytes: GATE });
const file = (path: string, text: string): SiteFile => ({ path, bytes: utf8(text) });
const sealedOf = (published: SiteFile[], rest: Partial<SealedSite> = {}): SealedSite => ({
  published: [gate('/_vault/gate.html'), ...published],
  stored: [],
  gated: [],
  ...rest,
});
const settings = (rest: Partial<LeakSettings>): LeakSettings => ({
  site: [],
  rooms: [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }],
  address: 'https://portail.example.org',
  minutes: [],
  attachments: [],
  people: [],
  allowed: [],
  declared: [],
  ...rest,
});
const refusal = (published: SiteFile[], rest: Partial<LeakSettings>): Promise<string> =>
  refuseLeaks(sealedOf(published), settings(rest)).then(
    () => 'published',
    (cause: unknown) => (cause as Error).message,
  );

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leaks-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('refuseLeaks', () => {
  const SECRET = 'la coordinatrice reprend son poste';
  const FIELDS = [
    `title: ${SECRET}`,
    `agenda:\n  - ${SECRET}`,
    `highlights:\n  - ${SECRET}`,
    `participants:\n  - name: A\n    role: ${SECRET}`,
    `excused:\n  - name: ${SECRET}`,
    `source:\n  file: ${SECRET}.docx`,
    `title: x\n---\n\n<Picture file="a.png" alt="${SECRET}" />\n\n---\nx: y`,
  ];

  it('takes the portal’s own address for public, beside whatever word it stands', async () => {
    const data = '2030-01-02;14;https://portail.example.org/cdp/agenda/;la réunion du réseau';
    const site = [file('/cdp/donnees/agenda.csv', data)];
    const feed = 'le 14 https://portail.example.org/webinaires/';
    expect(await refusal([file('/flux.xml', feed)], { site })).toBe('published');
    const leak = await refusal([file('/flux.xml', `${feed} la réunion du réseau`)], { site });
    expect(leak).toContain('flux.xml');
  });

  it.each(FIELDS)('knows the CR’s own file: %s', async (field) => {
    const minutes = [{ path: '1.mdx', text: `---\n${field}\n---\n\nx` }];
    expect(await refusal([file('/a.html', SECRET)], { minutes })).toMatch(/a\.html: \d+ phrases/);
  });

  it('knows what attachments of CRs say, in memory and on the disk', async () => {
    const picture = { path: '/050/a.png', bytes: pngWith('tEXt', utf8(`Title\0${SECRET}`)) };
    expect(await refusal([file('/a.html', SECRET)], { attachments: [picture] })).toMatch(/phrases/);
    const bytes = docx(SECRET);
    const stored = join(folder, 'a.docx');
    writeFileSync(stored, bytes);
    const site = [{ path: '/cdp/plan.docx', stored, size: bytes.length }];
    expect(await refusal([file('/a.html', SECRET)], { site })).toMatch(/phrases/);
    expect(await refusal([file('/a.html', 'voir plan.docx')], { site })).toMatch(/phrases/);
    expect(await refusal([file('/a.html', 'voir le plan')], { site })).toBe('published');
  });

  it('knows the table of persons', async () => {
    const people = ['Jeanne EXEMPLE'];
    expect(await refusal([file('/a.html', 'avec Jeanne Exemple')], { people })).toMatch(/phrases/);
  });

  it('knows titles of gated pages without the programme’s name, names of files without Astro’s', async () => {
    const site = [
      file('/cdp/a/index.html', '<title>Plan secret — PEGASE</title>'),
      file('/cdp/_astro/schema-secret.B2c3D4e5.png', 'x'),
    ];
    expect(await refusal([file('/a.html', 'un plan secret')], { site })).toMatch(/phrases/);
    expect(await refusal([file('/a.html', 'voir schema-secret.png')], { site })).toMatch(/phrases/);
  });

  it('takes nothing but the gate at gated addresses, nor anything but ciphertext among sealed files', async () => {
    expect(await refusal([gate('/cdp/index.html')], {})).toBe('published');
    expect(await refusal([file('/cdp/a.png', 'x')], {})).toContain('cdp/a.png: stands at a gated');
    const plain = file('/_vault/coordination/00', 'PVLT\u0001 un texte en clair');
    expect(await refusal([plain], {})).toContain('_vault/coordination/00: stands among sealed');
  });

  it('names a fault of the gate once', async () => {
    const pages = Array.from({ length: 9 }, (_, index) => gate(`/cdp/${index}/index.html`));
    const message = await refusal(pages, {
      minutes: [{ path: '1.mdx', text: '---\ntitle: La porte\n---\n' }],
    });
    expect(message.split('\n')).toHaveLength(4);
    expect(message).toContain('and 8 gated addresses: 1 phrases');
  });

  it('says which sealed files it could not read to their end', async () => {
    const site = [file('/cdp/a.txt', 'mot '.repeat(600_000))];
    expect(await refuseLeaks(sealedOf([]), settings({ site }))).toEqual([
      expect.stringMatching(/^cdp\/a\.txt is sealed, but .*2000000 characters/),
    ]);
  });
});
