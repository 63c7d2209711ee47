import { FORMAT_VERSION } from './blob.ts';
import { type Bytes, fromBase64url } from './bytes.ts';
import { VaultError } from './errors.ts';
import type { KdfParameters } from './kdf.ts';
import { SLOT_LENGTH } from './slot.ts';

/** Path of the manifest under the portal's base. */
export const MANIFEST_PATH = '_vault/manifest.json';

/** Bytes of a manifest at most: more than sixteen rooms with a thousand slots each take. */
export const MANIFEST_MOST = 2 * 1024 * 1024;

export { INDEX_PATH } from './room-index.ts';

/** A room as the manifest publishes it. Labels of passphrases are not in it. */
export interface ManifestRoom {
  name: string;
  /** Routes under it are sealed. */
  prefix: string;
  /** What a passphrase opens, in French: "la communauté". */
  label: string;
  epoch: number;
  /** base64url, 16 bytes. */
  salt: string;
  kdf: KdfParameters;
  /** base64url, {@link SLOT_LENGTH} bytes each. */
  slots: string[];
  /** Mark of the room's list of files: a list of another one belongs to another build. */
  list: string;
}

/** `_vault/manifest.json`. */
export interface Manifest {
  format: number;
  /** Names this build: changes with any published byte. */
  build: string;
  rooms: ManifestRoom[];
}

/** OWASP's least for Argon2id: a manifest that asks for less was weakened. */
const FLOOR = { memory: 19 * 1024, passes: 2 };
/** More would exhaust a phone. `work`: KiB times passes of all rooms, as one passphrase is tried on each. */
const CEILING = { memory: 256 * 1024, passes: 10, slots: 1000, rooms: 16, work: 4 * 1024 * 1024 };
/** Of texts: a name of a room, a prefix, a label, the name of a build. */
const LONGEST = 200;

function refuse(what: string): never {
  throw new VaultError('bad-manifest', `${MANIFEST_PATH}: ${what}`);
}

/**
 * Checks a manifest that came from the network.
 * @throws {VaultError} `unknown-version`, or `bad-manifest` naming the field: parameters below the
 * floor or beyond what a phone bears are refused before anything is derived.
 */
export function readManifest(value: unknown): Manifest {
  const manifest = record(value, 'the manifest');
  const { format, build, rooms } = manifest;
  if (!isCount(format)) refuse('"format" is no positive whole number.');
  if (format !== FORMAT_VERSION) {
    throw new VaultError(
      'unknown-version',
      `${MANIFEST_PATH}: format ${format}, this code reads ${FORMAT_VERSION}.`,
    );
  }
  if (!isText(build) || !Array.isArray(rooms)) refuse('"build" or "rooms" is missing.');
  if (rooms.length > CEILING.rooms) refuse(`more than ${CEILING.rooms} rooms.`);
  const read = rooms.map(readRoom);
  for (const key of ['name', 'prefix'] as const) {
    if (new Set(read.map((room) => room[key])).size < read.length)
      refuse(`two rooms of one ${key}.`);
  }
  if (read.reduce((sum, { kdf }) => sum + kdf.memory * kdf.passes, 0) > CEILING.work)
    refuse('the kdf of all rooms together costs too much.');
  return { format: FORMAT_VERSION, build, rooms: read };
}

/**
 * Reads the text of a manifest; see {@link readManifest}.
 * @throws {VaultError} `bad-manifest` also where it is no JSON.
 */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('it is no JSON.');
  }
  return readManifest(value);
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;

/** What is counted from 1: a version, an epoch. */
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(`${what} is no object.`);
  return value as Record<string, unknown>;
}

function readRoom(value: unknown): ManifestRoom {
  const room = record(value, 'a room');
  const { name, prefix, label, epoch, salt, slots, list } = room;
  if (!isText(name) || !isText(prefix) || !isText(label))
    refuse('a room lacks its name, prefix or label.');
  if (!/^[a-z][a-z0-9-]*$/.test(name)) refuse('the name of a room is not of a-z, 0-9 and hyphens.');
  if (!/^\/(?:[\w-]+\/)+$/.test(prefix)) refuse(`the prefix of "${name}" is no path.`);
  if (!isCount(epoch)) refuse(`the epoch of "${name}" is no positive number.`);
  if (typeof salt !== 'string' || fromBase64url(salt)?.length !== 16)
    refuse(`the salt of "${name}" is not 16 bytes.`);
  if (!Array.isArray(slots) || slots.length === 0 || slots.length > CEILING.slots)
    refuse(`"${name}" has no slots, or too many.`);
  const isSlot = (slot: unknown): slot is string =>
    typeof slot === 'string' && fromBase64url(slot)?.length === SLOT_LENGTH;
  if (!slots.every(isSlot)) refuse(`a slot of "${name}" is not ${String(SLOT_LENGTH)} bytes.`);
  if (typeof list !== 'string' || fromBase64url(list)?.length !== 12)
    refuse(`the list of "${name}" is not named by 12 bytes.`);
  return { name, prefix, label, epoch, salt, slots, list, kdf: readKdf(room['kdf'], name) };
}

function readKdf(value: unknown, room: string): KdfParameters {
  const { name, memory, passes, lanes } = record(value, `the kdf of "${room}"`);
  if (name !== 'argon2id') refuse(`the kdf of "${room}" is not argon2id.`);
  const within = (number: unknown, least: number, most: number): number =>
    typeof number === 'number' && Number.isSafeInteger(number) && number >= least && number <= most
      ? number
      : refuse(`the kdf of "${room}" is outside ${String(least)}–${String(most)}.`);
  return {
    name,
    memory: within(memory, FLOOR.memory, CEILING.memory),
    passes: within(passes, FLOOR.passes, CEILING.passes),
    lanes: within(lanes, 1, 1),
  };
}

/** The bytes of a room's salt and slots. */
export function roomBytes(room: ManifestRoom): { salt: Bytes; slots: Bytes[] } {
  const decode = (text: string): Bytes =>
    fromBase64url(text) ?? refuse('bytes that are no base64url.');
  return { salt: decode(room.salt), slots: room.slots.map(decode) };
}

/** The room a path (without the base) belongs to, or `null` for a public one. */
export function roomOf<Room extends { prefix: string }>(
  rooms: readonly Room[],
  path: string,
): Room | null {
  return rooms.find((room) => path.startsWith(room.prefix)) ?? null;
}
