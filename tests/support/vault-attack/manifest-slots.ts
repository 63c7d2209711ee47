import { fromBase64url, toBase64url, utf8 } from '../../../src/vault/format/bytes.ts';
import type { Manifest, ManifestRoom } from '../../../src/vault/format/manifest.ts';
import type { Random } from '../ingest/random.ts';
import type { Kinds, Maker } from './case.ts';
import { lie, strictOf, textOf } from './manifest-lie.ts';
import { bytesAt, MANIFEST, ROOM, type World } from './world.ts';

const own = (manifest: Manifest): ManifestRoom => {
  const room = manifest.rooms.find(({ name }) => name === ROOM);
  if (room === undefined) throw new Error(`The small site has no room ${ROOM}.`);
  return room;
};

/** Changes what is well formed: no slot opens. */
function wellFormed(
  act: (room: ManifestRoom, random: Random, manifest: Manifest, world: World) => string,
): Maker {
  return (world, random) => {
    const manifest = strictOf(textOf(world));
    const how = act(own(manifest), random, manifest, world);
    return { ...lie(utf8(JSON.stringify(manifest)), ['wrong-passphrase'], how), mayBeIdle: true };
  };
}

function changed(text: string, random: Random): string {
  const bytes = fromBase64url(text) ?? new Uint8Array();
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return toBase64url(bytes);
}

const formerRoom = (world: World): ManifestRoom =>
  own(strictOf(new TextDecoder().decode(bytesAt(world.formerEpoch.host, MANIFEST))));

const otherOf = (manifest: Manifest): ManifestRoom =>
  manifest.rooms.find(({ name }) => name !== ROOM) ?? own(manifest);

/** A manifest that is well formed, and whose slots do not open for what it says. */
export const MANIFEST_SLOTS: Kinds = {
  'manifest: another epoch': wellFormed((room, random) => {
    room.epoch = random.chance(0.5) ? 1 : 3 + random.below(2 ** 31);
    return `epoch ${room.epoch}`;
  }),
  'manifest: epoch and salt of the former epoch': wellFormed((room, _, __, world) => {
    const former = formerRoom(world);
    Object.assign(room, { epoch: former.epoch, salt: former.salt });
    return 'epoch and salt';
  }),
  'manifest: slots of the former epoch': wellFormed((room, _, __, world) => {
    room.slots = formerRoom(world).slots;
    return 'slots';
  }),
  'manifest: salt changed': wellFormed((room, random) => {
    room.salt = changed(room.salt, random);
    return 'salt';
  }),
  'manifest: every slot changed': wellFormed((room, random) => {
    room.slots = room.slots.map((slot) => changed(slot, random));
    return 'slots';
  }),
  'manifest: one slot changed': wellFormed((room, random) => {
    const at = random.below(room.slots.length);
    room.slots[at] = changed(room.slots[at] ?? '', random);
    return `slot ${at}`;
  }),
  'manifest: one slot left': wellFormed((room, random) => {
    room.slots = [room.slots[random.below(room.slots.length)] ?? ''];
    return 'one slot';
  }),
  'manifest: slots joined of two halves': wellFormed((room, random) => {
    const [one = '', two = ''] = room.slots;
    const at = 1 + random.below(one.length - 1);
    room.slots = [one.slice(0, at) + two.slice(at), two.slice(0, at) + one.slice(at)];
    return `at ${at}`;
  }),
  'manifest: slots of the other room': wellFormed((room, _, manifest) => {
    room.slots = otherOf(manifest).slots;
    return 'slots';
  }),
  'manifest: rooms with each other’s name': wellFormed((room, _, manifest) => {
    const other = otherOf(manifest);
    [room.name, other.name] = [other.name, room.name];
    return 'names';
  }),
};
