import { openBlob } from '../../../src/vault/format/blob.ts';
import { type Bytes, toBase64url, utf8 } from '../../../src/vault/format/bytes.ts';
import {
  chunkCount,
  type ChunkedFile,
  chunkName,
  readDescriptor,
} from '../../../src/vault/format/chunked.ts';
import { MANIFEST_PATH } from '../../../src/vault/format/manifest.ts';
import { INDEX_PATH } from '../../../src/vault/format/room-index.ts';
import {
  blobName,
  deriveRoomKeys,
  importRoomKey,
  type RoomKeys,
} from '../../../src/vault/format/room-keys.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import type { SiteFile } from '../../../src/vault/seal/site-file.ts';
import { CHEAP, noise } from '../../unit/vault/room.fixture.ts';

/** The room that is attacked; the other one lends its files. */
export const ROOM = 'coordination';
const OTHER = 'ecnp';
export const MANIFEST = `/${MANIFEST_PATH}`;
export const PASSPHRASE = 'sable renard clocher vapeur';

/** A sealed file that is attacked, in one build. */
export interface Target {
  path: string;
  /** Where its sealed file lies, and its chunks where it has some. */
  address: string;
  chunks: string[];
  /** Its descriptor, where it has chunks. */
  file: ChunkedFile | null;
}

/** One build of the site, as a host has it. */
export interface Build {
  host: ReadonlyMap<string, Bytes>;
  epoch: number;
  salt: string;
  keys: RoomKeys;
  targets: readonly Target[];
}

/** A small sealed site of two rooms, and what an attacker may have kept of it. */
export interface World {
  now: Build;
  /** The same content under the epoch before. */
  formerEpoch: Build;
  /** Other content, same keys. */
  formerVersion: Build;
  /** Addresses of the other room's sealed files. */
  otherRoom: string[];
}

const ROOMS = [
  { name: ROOM, prefix: '/cdp/', label: 'la communauté' },
  { name: OTHER, prefix: '/atelier/', label: 'l’atelier' },
];
const PATHS = ['/cdp/index.html', '/cdp/suite/index.html', '/cdp/a.csv'];
const LARGE = ['/cdp/a.pdf', '/cdp/b.pdf', '/cdp/c.csv'];
const page = (text: string): Bytes => utf8(`<html><head></head><body>${text}</body></html>`);

function site(version: number): SiteFile[] {
  const large = (seed: number, length = 1_200_000): Bytes => noise(length, seed * 10 + version);
  return [
    { path: '/cdp/index.html', bytes: page(`Accueil ${version}`) },
    { path: '/cdp/suite/index.html', bytes: page(`Suite ${version}. `.repeat(200)) },
    { path: '/cdp/a.csv', bytes: utf8(`site;inclusions\nun;${version}\n`) },
    // Its first two chunks are of one length.
    { path: '/cdp/a.pdf', bytes: large(1, 2_200_000) },
    { path: '/cdp/b.pdf', bytes: large(2) },
    { path: '/cdp/c.csv', bytes: utf8(Buffer.from(large(3)).toString('base64')) },
    { path: '/atelier/index.html', bytes: page(`Atelier ${version}`) },
  ];
}

/** Seals the site three times. */
export async function makeWorld(): Promise<World> {
  const [now, formerEpoch, formerVersion] = [
    await build(2, 30, 2),
    await build(2, 20, 1),
    await build(1, 30, 2),
  ];
  const otherRoom = [...now.host.keys()].filter((path) => path.startsWith(`/_vault/${OTHER}/`));
  return { now, formerEpoch, formerVersion, otherRoom };
}

async function build(version: number, byte: number, epoch: number): Promise<Build> {
  const fill = (length: number, value: number): Bytes => new Uint8Array(length).fill(value);
  const epochs = [ROOM, OTHER].map((room, at) => ({
    room,
    epoch,
    salt: toBase64url(fill(16, byte + at)),
    key: toBase64url(fill(32, byte + at)),
  }));
  const label = (room: string, name: string, passphrase: string) => ({
    room,
    label: name,
    passphrase,
  });
  const passphrases = [
    label(ROOM, 'a', PASSPHRASE),
    label(ROOM, 'b', 'granit bouleau'),
    label(OTHER, 'b', 'granit bouleau'),
  ];
  const { published } = await sealSite(
    site(version),
    { passphrases, epochs },
    {
      rooms: ROOMS,
      base: '/',
      programme: 'ESSAI',
      community: 'Communauté d’essai',
      contact: 'essai@example.org',
      client: { files: [] },
      kdf: CHEAP,
    },
  );
  const host = new Map(published.map(({ path, bytes }) => [path, new Uint8Array(bytes)]));
  const keys = await deriveRoomKeys(await importRoomKey(fill(32, byte)));
  const targets: Target[] = [];
  for (const path of [...PATHS, ...LARGE, INDEX_PATH]) {
    targets.push(await targetOf(host, keys, epoch, path));
  }
  return { host, epoch, salt: epochs[0]?.salt ?? '', keys, targets };
}

async function targetOf(
  host: ReadonlyMap<string, Bytes>,
  keys: RoomKeys,
  epoch: number,
  path: string,
): Promise<Target> {
  const address = `/_vault/${ROOM}/${await blobName(keys, path)}`;
  const payload = await openBlob(keys, { room: ROOM, epoch, path }, bytesAt(host, address));
  if (!payload.chunked) return { path, address, chunks: [], file: null };
  const file = readDescriptor(payload, path);
  const chunks: string[] = [];
  for (let index = 0; index < chunkCount(file); index += 1) {
    chunks.push(`/_vault/${ROOM}/${await chunkName(keys, path, file.id, index)}`);
  }
  return { path, address, chunks, file };
}

/** The bytes a host has at an address. @throws {Error} where it has none: the attack is mistaken. */
export function bytesAt(host: ReadonlyMap<string, Bytes>, address: string): Bytes {
  const bytes = host.get(address);
  if (bytes === undefined) throw new Error(`The small site has no ${address}.`);
  return bytes;
}
