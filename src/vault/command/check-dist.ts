import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64url } from '../format/bytes.ts';
import { chunkName } from '../format/chunked.ts';
import { VaultError } from '../format/errors.ts';
import { normalisePassphrase } from '../format/kdf.ts';
import type { ManifestRoom } from '../format/manifest.ts';
import { INDEX_PATH, type IndexEntry } from '../format/room-index.ts';
import { blobName } from '../format/room-keys.ts';
import type { EpochEntry, PassphraseEntry } from '../keys/entry.ts';
import type { RoomSettings } from '../seal/site-file.ts';
import type { Findings } from './check.ts';
import { quoted } from './next-steps.ts';
import {
  type DistRoom,
  openRoom,
  readDistManifest,
  readRoomIndex,
  unlockRoom,
} from './sealed-dist.ts';

/** What a built portal is held against. */
interface Expected {
  rooms: readonly RoomSettings[];
  passphrases: readonly PassphraseEntry[];
  epochs: readonly EpochEntry[];
}

/** Checks a built portal: keys, slots, and that each file is there and stands behind the gate. */
export async function checkDist(
  dist: string,
  { rooms, passphrases, epochs }: Expected,
  findings: Findings,
): Promise<void> {
  const manifest = readDistManifest(dist);
  for (const room of manifest.rooms) {
    if (!rooms.some(({ name, prefix }) => name === room.name && prefix === room.prefix)) {
      findings.faults.push(
        `${dist} contient la salle « ${room.name} » (${room.prefix}), que portal.config.ts ne connaît pas : reconstruisez.`,
      );
      continue;
    }
    const epoch = epochs.find((entry) => entry.room === room.name);
    if (epoch?.epoch !== room.epoch || epoch.salt !== room.salt) {
      findings.faults.push(
        `« ${room.name} » est construite avec la clé de l’époque ${room.epoch}, le fichier de clés en est à ${epoch?.epoch ?? 'aucune'} : reconstruisez et publiez.`,
      );
      continue;
    }
    const own = passphrases.filter((entry) => entry.room === room.name);
    await checkSlots(dist, room, own, findings);
    const key = fromBase64url(epoch.key);
    if (key !== null) await checkFiles(dist, await openRoom(dist, room, key), findings);
  }
}

/** Each passphrase opens the room, and nothing else does. */
async function checkSlots(
  dist: string,
  room: ManifestRoom,
  own: readonly PassphraseEntry[],
  { faults, notes }: Findings,
): Promise<void> {
  const closed: string[] = [];
  for (const { label, passphrase } of own) {
    if ((await unlockRoom(dist, room, passphrase)) === null) closed.push(label);
  }
  const distinct = new Set(own.map(({ passphrase }) => normalisePassphrase(passphrase))).size;
  if (closed.length > 0) {
    faults.push(
      `« ${room.name} » ne s’ouvre pas avec la phrase de passe de ${quoted(closed)} : reconstruisez et publiez.`,
    );
  }
  const others = room.slots.length - (distinct - closed.length);
  if (others > 0) {
    faults.push(
      `« ${room.name} » s’ouvre avec ${others} phrase(s) de passe qui ne sont pas dans le fichier de clés. Reconstruisez ; si quelqu’un a été retiré à la main : npm run vault -- rotate --room ${room.name}`,
    );
  }
  if (closed.length === 0 && others === 0) {
    notes.push(
      `« ${room.name} » s’ouvre avec chacune de ses ${room.slots.length} phrases de passe, et aucune autre.`,
    );
  }
}

/** Every file of the index is there, every sealed file is in the index, every page shows the gate. */
async function checkFiles(
  dist: string,
  room: DistRoom,
  { faults, doubts, notes }: Findings,
): Promise<void> {
  let entries: IndexEntry[];
  try {
    entries = await readRoomIndex(room);
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause;
    faults.push(`La liste des fichiers de « ${room.name} » ne s’ouvre pas : ${cause.message}`);
    return;
  }
  const expected = new Set([await blobName(room.keys, INDEX_PATH)]);
  let missing = 0;
  for (const entry of entries) {
    const names = await namesOf(room, entry);
    for (const name of names) expected.add(name);
    const sizes = names.map(
      (name) => statSync(join(room.folder, name), { throwIfNoEntry: false })?.size ?? 0,
    );
    if (sizes.includes(0) || sizes.reduce((a, b) => a + b, 0) !== entry.sealed) missing += 1;
  }
  if (missing > 0)
    faults.push(
      `« ${room.name} » : ${missing} fichiers scellés manquent ou n’ont pas leur taille.`,
    );
  const strangers = readdirSync(room.folder).filter((name) => !expected.has(name)).length;
  if (strangers > 0) {
    doubts.push(
      `« ${room.name} » : ${strangers} fichiers scellés ne sont dans aucune liste (restes d’une publication précédente ?).`,
    );
  }
  const pages = entries.map(({ path }) => path).filter((path) => path.endsWith('/index.html'));
  const bare = pages.filter((path) => !hasGate(join(dist, path)));
  if (bare.length > 0)
    faults.push(`« ${room.name} » : ${bare.length} adresses ne montrent pas la porte.`);
  if (missing + strangers + bare.length === 0) {
    notes.push(`« ${room.name} » : ${entries.length} fichiers, tous présents et scellés.`);
  }
}

async function namesOf({ keys }: DistRoom, { path, chunks }: IndexEntry): Promise<string[]> {
  const names = [await blobName(keys, path)];
  const id = chunks === undefined ? null : fromBase64url(chunks.id);
  if (chunks === undefined || id === null) return names;
  for (let index = 0; index < chunks.count; index += 1) {
    names.push(await chunkName(keys, path, id, index));
  }
  return names;
}

const hasGate = (file: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8').includes('data-gate');
