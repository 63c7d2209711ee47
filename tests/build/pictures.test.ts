import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runBuild } from '../support/build.ts';
import { readDist } from '../support/dist-files.ts';
import { png } from '../unit/ingest/pictures/fixture.ts';

const portal = inject('portal');
let folder: string;
let content: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-pictures-'));
  content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const head =
    'number: 99\ntitle: 99e conférence\ndate: "2026-05-04"\nstart: null\nend: null\nnext: []\ninclusions: null\nparticipants: []\nexcused: []\nagenda: []\nhighlights: []\n';
  const source = `source:\n  file: x.docx\n  sha256: "${'0'.repeat(64)}"\n  importedAt: "2026-05-05T00:00:00Z"\n`;
  const body = 'Voici.\n\n<Picture file="image-1.png" alt="Un damier gris" />\n';
  writeFileSync(join(content, 'comptes-rendus', '099.mdx'), `---\n${head}${source}---\n\n${body}`);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const build = (out: string) =>
  runBuild({
    PORTAL_CONTENT: content,
    PORTAL_KEYS: portal.keysFile,
    PORTAL_OUT: join(folder, out),
  });

it('says which picture of which CR is not there', { timeout: 120_000 }, async () => {
  const { code, output } = await build('without');
  expect(code).not.toBe(0);
  expect(output).toMatch(/099\.mdx[^]*099\/image-1\.png/);
});

it('publishes pictures sealed, like the pages that show them', { timeout: 120_000 }, async () => {
  const picture = Buffer.from(png(64, 48));
  mkdirSync(join(content, 'comptes-rendus', '099'));
  writeFileSync(join(content, 'comptes-rendus', '099', 'image-1.png'), picture);
  const { code, output } = await build('with');
  expect(output).toContain('Aucune fuite');
  expect(code).toBe(0);
  const files = readDist(join(folder, 'with'));
  const sealed = (of: typeof files): number =>
    of.filter(({ path }) => path.startsWith('_vault/coordination/')).length;
  // The page of the CR and its picture, at least.
  expect(sealed(files)).toBeGreaterThan(sealed(readDist(portal.dist)) + 1);
  expect(files.filter(({ path }) => /images|\.png$/.test(path)).map(({ path }) => path)).toEqual(
    [],
  );
  const pixels = picture.subarray(60, 90);
  expect(files.filter(({ bytes }) => bytes.includes(pixels)).map(({ path }) => path)).toEqual([]);
});
