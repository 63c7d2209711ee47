import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { utf8 } from '../format/bytes.ts';
import { FORMAT_VERSION } from '../format/blob.ts';
import {
  type Manifest,
  MANIFEST_PATH,
  type ManifestRoom,
  readManifest,
} from '../format/manifest.ts';
import type { Keyring } from '../keys/keys-file.ts';
import { type ClientBundle, gatePage, withSessionScript } from './gate-page.ts';
import { partition } from './partition.ts';
import { shellOf } from './shell.ts';
import { type RoomSealing, type RoomSecrets, sealRoom } from './seal-room.ts';
import {
  isInMemory,
  isStored,
  type RoomSettings,
  type SiteFile,
  sizeOf,
  type StoredFile,
} from './site-file.ts';

export interface SealSettings extends RoomSealing {
  rooms: readonly RoomSettings[];
  /** Path the portal lives under. */
  base: string;
  /** Programme's name and contact, for the gate. */
  programme: string;
  community: string;
  contact: string;
  /** The vault's own scripts and styles, bundled. */
  client: ClientBundle;
}

/** A sealed site. */
export interface SealedSite {
  /** All that is to be published, sorted by path, but for what is stored. */
  published: SiteFile[];
  /** Sealed chunks that are to be published, and lie on the disk. */
  stored: StoredFile[];
  /** What is sealed now, but for files read from the disk. */
  gated: SiteFile[];
}

/**
 * Seals a built site: every gated file becomes an opaque one, every gated address answers with the
 * gate. The same files and keys give the same bytes. A room without files leaves no trace.
 * @throws {Error} naming a room that has files and no passphrase or key.
 */
export async function sealSite(
  files: readonly (SiteFile | StoredFile)[],
  keyring: Keyring,
  settings: SealSettings,
): Promise<SealedSite> {
  const parts = partition(files, settings.rooms, '/_astro/');
  const published = [...parts.published, ...settings.client.files];
  const stored: StoredFile[] = [];
  const gated: SiteFile[] = [];
  const rooms: ManifestRoom[] = [];
  const gate = utf8(gatePage(settings));
  // For use without the network: a gate at an address of its own, and the list of what it takes.
  published.push({ path: '/_vault/gate.html', bytes: gate });
  published.push(shellOf(published));
  for (const room of settings.rooms) {
    const own = (parts.rooms.get(room.name) ?? []).map((file) =>
      isStored(file) ? file : withSessionScript(file, settings, room.name),
    );
    if (own.length === 0) continue;
    const { epoch, passphrases } = keysOf(room, keyring, own.length);
    const { sealed, manifest } = await sealRoom(room, { epoch, passphrases }, own, settings);
    rooms.push(manifest);
    gated.push(...own.filter(isInMemory));
    stored.push(...sealed.filter(isStored));
    published.push(...sealed.filter(isInMemory));
    published.push(
      ...own
        .filter((file) => file.path.endsWith('/index.html'))
        .map(({ path }) => ({ path, bytes: gate })),
    );
  }
  published.sort((a, b) => (a.path < b.path ? -1 : 1));
  const build = buildId([...published, ...stored], rooms);
  const manifest: Manifest = { format: FORMAT_VERSION, build, rooms };
  // What browsers refuse is not to be published.
  readManifest(manifest);
  published.push({ path: `/${MANIFEST_PATH}`, bytes: utf8(JSON.stringify(manifest)) });
  return { published, stored, gated };
}

function keysOf({ name }: RoomSettings, keyring: Keyring, count: number): RoomSecrets {
  const passphrases = keyring.passphrases.filter((entry) => entry.room === name);
  if (passphrases.length === 0) {
    throw new Error(
      `Room "${name}" holds ${count} files and no passphrase opens it. Add one: npm run vault -- add --room ${name} --label LABEL`,
    );
  }
  const epoch = keyring.epochs.find((entry) => entry.room === name);
  if (epoch === undefined) throw new Error(`No key for room "${name}".`);
  return { passphrases, epoch };
}

/** Changes with any published byte. */
function buildId(
  published: readonly (SiteFile | StoredFile)[],
  rooms: readonly ManifestRoom[],
): string {
  const hash = createHash('sha256').update(JSON.stringify(rooms));
  for (const file of published) {
    const bytes = isStored(file) ? readFileSync(file.stored) : file.bytes;
    hash.update(`\n${file.path}\n${sizeOf(file)}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
