import { createHash } from 'node:crypto';
import { utf8 } from '../format/bytes.ts';
import { FORMAT_VERSION } from '../format/blob.ts';
import { type Manifest, MANIFEST_PATH, type ManifestRoom } from '../format/manifest.ts';
import type { Keyring } from '../keys/keys-file.ts';
import { type ClientBundle, gatePage, withSessionScript } from './gate-page.ts';
import { partition } from './partition.ts';
import { type RoomSettings, sealRoom, type SiteFile } from './seal-room.ts';

export interface SealSettings {
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

/**
 * Seals a built site: every gated file becomes an opaque one, every gated address answers with the
 * gate. The same files and keys give the same bytes.
 * @returns all that is to be published, sorted by path, and what is now sealed.
 */
export async function sealSite(
  files: readonly SiteFile[],
  keyring: Keyring,
  settings: SealSettings,
): Promise<{ published: SiteFile[]; gated: SiteFile[] }> {
  const parts = partition(files, settings.rooms, '/_astro/');
  const published = [...parts.published, ...settings.client.files];
  const gated: SiteFile[] = [];
  const rooms: ManifestRoom[] = [];
  const gate = utf8(gatePage(settings));
  for (const room of settings.rooms) {
    const epoch = keyring.epochs.find((entry) => entry.room === room.name);
    if (epoch === undefined) throw new Error(`No key for room "${room.name}".`);
    const own = (parts.rooms.get(room.name) ?? []).map((file) =>
      withSessionScript(file, settings.base, room.name),
    );
    const passphrases = keyring.passphrases.filter((entry) => entry.room === room.name);
    const { sealed, manifest } = await sealRoom(room, epoch, passphrases, own);
    rooms.push(manifest);
    gated.push(...own);
    published.push(...sealed);
    published.push(
      ...own
        .filter((file) => file.path.endsWith('/index.html'))
        .map(({ path }) => ({ path, bytes: gate })),
    );
  }
  published.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = { format: FORMAT_VERSION, build: buildId(published, rooms), rooms };
  published.push({ path: `/${MANIFEST_PATH}`, bytes: utf8(JSON.stringify(manifest)) });
  return { published, gated };
}

/** Changes with any published byte. */
function buildId(published: readonly SiteFile[], rooms: readonly ManifestRoom[]): string {
  const hash = createHash('sha256').update(JSON.stringify(rooms));
  for (const { path, bytes } of published)
    hash.update(`\n${path}\n${String(bytes.length)}\n`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
