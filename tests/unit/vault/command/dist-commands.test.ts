import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSiteFiles } from '../../../../src/build/site-files.ts';
import { targetOf } from '../../../../src/vault/command/decrypt.ts';
import { compare, filesOf } from '../../../../src/vault/command/diff.ts';
import { sealBlob } from '../../../../src/vault/format/blob.ts';
import { fromBase64url, utf8 } from '../../../../src/vault/format/bytes.ts';
import {
  blobName,
  deriveRoomKeys,
  importRoomKey,
  type RoomKeys,
} from '../../../../src/vault/format/room-keys.ts';
import { readKeyring } from '../../../../src/vault/keys/keys-file.ts';
import { sealSite } from '../../../../src/vault/seal/seal-site.ts';
import { spoolTo } from '../../../../src/vault/seal/spool.ts';
import { CHEAP, noise } from '../room.fixture.ts';
import { TWO_ROOMS, useBench } from './context.fixture.ts';

// Passphrases are derived in most of these tests: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const bench = useBench();
const STRONG = 'brouette nuage fanion cartable muscade';
const LEAFLET = noise(1_500_000);
const page = (text: string): string => `<html><head></head><body>${text}</body></html>`;
let dist: string;
let out: string;

/** Builds a portal of two rooms into a folder of the bench. */
async function build(folder: string, text = 'Bonjour'): Promise<void> {
  const rooms = bench.context().rooms;
  const keyring = readKeyring(
    bench.root,
    bench.env,
    rooms.map(({ name }) => name),
  );
  const { published, stored } = await sealSite(
    [
      { path: '/index.html', bytes: utf8('accueil') },
      { path: '/cdp/index.html', bytes: utf8(page(text)) },
      { path: '/cdp/autre/index.html', bytes: utf8(page('autre')) },
      { path: '/cdp/a.pdf', bytes: LEAFLET },
      { path: '/atelier/index.html', bytes: utf8(page('atelier')) },
    ],
    keyring,
    {
      rooms,
      base: '/',
      programme: 'P',
      community: 'C',
      contact: 'a@example.org',
      client: { files: [] },
      kdf: CHEAP,
      keep: spoolTo(join(bench.root, 'spool', folder)),
    },
  );
  writeSiteFiles(join(bench.root, folder), [...published, ...stored]);
}

async function coordination(): Promise<RoomKeys> {
  const { epochs } = readKeyring(bench.root, bench.env, ['coordination', 'ecnp']);
  const key = fromBase64url(epochs.find(({ room }) => room === 'coordination')?.key ?? '');
  return deriveRoomKeys(await importRoomKey(key ?? new Uint8Array(0)));
}
const sealedFile = async (path: string): Promise<string> =>
  join(dist, '_vault', 'coordination', await blobName(await coordination(), path));

beforeEach(async () => {
  dist = join(bench.root, 'dist');
  out = join(bench.root, 'out');
  bench.keys(TWO_ROOMS);
  await build('dist');
});

describe('decrypt', () => {
  it('writes every file of the rooms a passphrase opens', async () => {
    const said = await bench.run(`decrypt ${dist} ${out}`, STRONG);
    expect(filesOf(out)).toEqual([
      'atelier/index.html',
      'cdp/a.pdf',
      'cdp/autre/index.html',
      'cdp/index.html',
    ]);
    expect(readFileSync(join(out, 'cdp', 'index.html'), 'utf8')).toContain('Bonjour');
    expect(readFileSync(join(out, 'cdp', 'a.pdf')).equals(LEAFLET)).toBe(true);
    expect(said).toMatch(/coordination.*3 fichiers[^]*ecnp.*1 fichiers/);
  });

  it('writes one room where asked', async () => {
    await bench.run(`decrypt ${dist} ${out} --room ecnp`, STRONG);
    expect(filesOf(out)).toEqual(['atelier/index.html']);
  });

  it('names a file that was altered or is missing, leaves it out, and writes the others', async () => {
    const altered = await sealedFile('/cdp/index.html');
    const bytes = readFileSync(altered);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(altered, bytes);
    rmSync(await sealedFile('/cdp/autre/index.html'));
    const said = await bench.run(`decrypt ${dist} ${out} --room coordination`, STRONG);
    expect(said).toMatch(/^KO /);
    expect(said).toMatch(/✗ \/cdp\/autre\/index\.html[^]*✗ \/cdp\/index\.html/);
    expect(filesOf(out)).toEqual(['cdp/a.pdf']);
  });

  it('never writes outside its folder, whatever the sealed list says', async () => {
    const keys = await coordination();
    const seal = async (path: string, text: string): Promise<void> => {
      const payload = { type: 'text/plain', gzip: false, bytes: utf8(text) };
      const blob = await sealBlob(keys, { room: 'coordination', epoch: 1, path }, payload);
      writeFileSync(await sealedFile(path), blob);
    };
    const evil = '/../evil.txt';
    await seal(evil, 'evil');
    await seal(
      '/_vault/index.json',
      JSON.stringify([{ path: evil, size: 4, sealed: 1, mark: 'A'.repeat(16) }]),
    );
    const said = await bench.run(`decrypt ${dist} ${out} --room coordination`, STRONG);
    expect(said).toContain('hors du dossier');
    expect(filesOf(out)).toEqual([]);
    expect(existsSync(join(bench.root, 'evil.txt'))).toBe(false);
  });

  it.each(['/a/../b', '/..', '/a//b', 'a', '/a\\b', '/c:/x', '/a\0', '/', ''])(
    'takes %j for no path inside a folder',
    (path) => {
      expect(() => targetOf('/tmp/out', path)).toThrow('hors du dossier');
    },
  );

  it.each([
    ['a wrong passphrase', 'dist', 'out', 'n’ouvre aucune salle'],
    ['a folder that is no portal', 'nothing', 'out', 'n’est pas un portail construit'],
    ['a folder that is not empty', 'dist', 'dist', 'n’est pas vide'],
  ])('refuses %s', async (_, from, to, message) => {
    const command = `decrypt ${join(bench.root, from)} ${join(bench.root, to)}`;
    await expect(bench.run(command, 'radeau')).rejects.toThrow(message);
  });
});

describe('check', () => {
  it('finds all well', async () => {
    const said = await bench.run(`check ${dist}`);
    expect(said).toMatch(/Tout va bien\.$/);
    expect(said).toContain('s’ouvre avec chacune de ses 2 phrases de passe, et aucune autre');
    expect(said).toContain('3 fichiers, tous présents et scellés');
  });

  it('finds a portal built before the key was changed', async () => {
    await bench.run('rotate --room coordination');
    expect(await bench.run(`check ${dist}`)).toMatch(
      /^KO [^]*époque 1, le fichier de clés en est à 2/,
    );
  });

  it('finds a passphrase that was changed by hand, and one that was taken out by hand', async () => {
    bench.keys(bench.keys().replace('colline', 'vallon'));
    const changed = await bench.run(`check ${dist}`);
    expect(changed).toMatch(/ne s’ouvre pas avec la phrase de passe de «\u00a0Épinal/);
    expect(changed).toContain('1 phrase(s) de passe qui ne sont pas dans le fichier');
    bench.keys(bench.keys().replace(/- room: coordination\n {2}# [^]*?octave\n/, ''));
    expect(await bench.run(`check ${dist}`)).toMatch(/1 phrase\(s\) de passe qui ne sont pas/);
  });

  it('finds sealed files that are missing, cut or left over, and a page without its gate', async () => {
    rmSync(await sealedFile('/cdp/autre/index.html'));
    writeFileSync(await sealedFile('/cdp/index.html'), 'cut');
    writeFileSync(join(dist, '_vault', 'coordination', '0'.repeat(32)), 'x');
    writeFileSync(join(dist, 'cdp', 'index.html'), page('en clair'));
    const said = await bench.run(`check ${dist}`);
    expect(said).toContain('2 fichiers scellés manquent');
    expect(said).toContain('1 fichiers scellés ne sont dans aucune liste');
    expect(said).toContain('1 adresses ne montrent pas la porte');
  });

  it('finds what is wrong with the keys file', async () => {
    bench.keys(
      `${TWO_ROOMS}- { room: salon, label: x, passphrase: motdepasse }\n- { room: ecnp, label: y, passphrase: motdepasse }\n- { room: ecnp, label: Épinal, passphrase: ${STRONG} }\n`,
    );
    chmodSync(bench.file, 0o644);
    const said = await bench.run('check');
    expect(said).toContain('chmod 600');
    expect(said).toMatch(/✗ La salle «\u00a0salon\u00a0» n’est pas dans portal\.config\.ts/);
    expect(said).toMatch(/\? «\u00a0x\u00a0» et «\u00a0y\u00a0» ont la même phrase de passe/);
    expect(said).toMatch(/\? La phrase de passe de «\u00a0x\u00a0» et «\u00a0y\u00a0» est faible/);
    expect(said).toMatch(/\? «\u00a0Épinal\u00a0» a une phrase de passe différente selon la salle/);
    expect(said).not.toMatch(/motdepasse|brouette/);
  });
});

describe('diff', () => {
  it('counts the files and bytes that differ, sealed and public apart', async () => {
    await build('next', 'Bonsoir!');
    writeFileSync(join(bench.root, 'next', 'neuf.txt'), '12345');
    rmSync(join(bench.root, 'next', 'index.html'));
    const next = join(bench.root, 'next');
    const sealed = compare(dist, next, (path) => path.startsWith('_vault/coordination/'));
    // The page and the list of the room's files.
    expect([sealed.changed.files, sealed.added.files, sealed.removed.files]).toEqual([2, 0, 0]);
    const open = compare(dist, next, (path) => !path.startsWith('_vault/coordination/'));
    expect(open.added).toEqual({ files: 1, bytes: 5 });
    expect(open.removed).toEqual({ files: 1, bytes: 7 });
    expect(open.changed.files).toBe(1);
    expect(await bench.run(`diff ${dist} ${next}`)).toMatch(/À téléverser\u00a0: 4 fichiers/);
  });

  it('finds nothing between two builds of the same', async () => {
    await build('next');
    const { added, changed, removed } = compare(dist, join(bench.root, 'next'), () => true);
    expect([added.files, changed.files, removed.files]).toEqual([0, 0, 0]);
  });
});
