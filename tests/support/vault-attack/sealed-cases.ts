import type { Bytes } from '../../../src/vault/format/bytes.ts';
import { INDEX_PATH } from '../../../src/vault/format/room-index.ts';
import type { Random } from '../ingest/random.ts';
import { faultOf, isSame, MUTATION_NAMES, MUTATIONS } from './bytes.ts';
import type { Case, Kinds, Maker } from './case.ts';
import { bytesAt, type Target, type World } from './world.ts';

// What a host, or a thief of its files, can do to sealed files without a key.

/** A path nothing is published at: a reader who asks for it reads the room's list. */
const NOWHERE = '/cdp/nulle-part/index.html';

/** The path that is asked for so that a file is read. */
const asked = ({ path }: Target): string => (path === INDEX_PATH ? NOWHERE : path);

const some = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** An address of a target: its own, or that of a chunk. */
function aim(world: World, random: Random): { target: Target; address: string } {
  const target = some(random, world.now.targets);
  const address = some(random, [target.address, target.address, ...target.chunks]);
  return { target, address };
}

/** A case in which one address has other bytes. */
function lie(target: Target, address: string, bytes: Bytes, note: string): Case {
  const lies = new Map([[address, () => bytes]]);
  return { path: asked(target), lies, faults: [faultOf(bytes)], note: `${target.path} ${note}` };
}

/** Draws until the bytes are others than those that belong there. */
function draw(world: World, address: string, make: () => Bytes): Bytes {
  const sealed = bytesAt(world.now.host, address);
  for (let tries = 0; tries < 100; tries += 1) {
    const bytes = make();
    if (!isSame(bytes, sealed)) return bytes;
  }
  throw new Error(`Nothing changes ${address}.`);
}

const mutations: Kinds = Object.fromEntries(
  MUTATION_NAMES.map((name): [string, Maker] => [
    `sealed file: ${name}`,
    (world, random) => {
      const { target, address } = aim(world, random);
      const others = world.now.targets.map((each) => bytesAt(world.now.host, each.address));
      const sealed = bytesAt(world.now.host, address);
      const bytes = draw(world, address, () => MUTATIONS[name](sealed, random, others));
      return lie(target, address, bytes, `${name} at ${address}`);
    },
  ]),
);

const chunked = (world: World, random: Random): Target =>
  some(
    random,
    world.now.targets.filter(({ chunks }) => chunks.length > 1),
  );

/** The same path in a build of another time. */
function then(targets: readonly Target[], { path }: Target): Target {
  const found = targets.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} is not in that build.`);
  return found;
}

const moved: Kinds = {
  'swapped between paths': (world, random) => {
    const { target, address } = aim(world, random);
    const from = some(
      random,
      world.now.targets
        .flatMap((each) => [each.address, ...each.chunks])
        .filter((each) => each !== address),
    );
    return lie(target, address, bytesAt(world.now.host, from), `has ${from}`);
  },
  'swapped between rooms': (world, random) => {
    const { target, address } = aim(world, random);
    const from = some(random, world.otherRoom);
    return lie(target, address, bytesAt(world.now.host, from), `has ${from}`);
  },
  'file of the former epoch': (world, random) => {
    const target = some(random, world.now.targets);
    const former = then(world.formerEpoch.targets, target);
    const bytes = bytesAt(world.formerEpoch.host, former.address);
    return lie(target, target.address, bytes, 'of the former epoch');
  },
  'chunk of the former epoch': (world, random) => {
    const target = chunked(world, random);
    const at = random.below(target.chunks.length);
    const former = then(world.formerEpoch.targets, target).chunks[at] ?? '';
    const bytes = bytesAt(world.formerEpoch.host, former);
    return lie(target, target.chunks[at] ?? '', bytes, `chunk ${at} of the former epoch`);
  },
  'chunk of a former version': (world, random) => {
    const target = chunked(world, random);
    const former = then(world.formerVersion.targets, target);
    const at = random.below(Math.min(target.chunks.length, former.chunks.length));
    const bytes = bytesAt(world.formerVersion.host, former.chunks[at] ?? '');
    return lie(target, target.chunks[at] ?? '', bytes, `chunk ${at} of a former version`);
  },
  'descriptor of a former version': (world, random) => {
    const target = chunked(world, random);
    const bytes = bytesAt(
      world.formerVersion.host,
      then(world.formerVersion.targets, target).address,
    );
    return {
      ...lie(target, target.address, bytes, 'descriptor of a former version'),
      faults: ['missing'],
    };
  },
  'chunks reordered': (world, random) => {
    const target = chunked(world, random);
    const [one = '', two = ''] = target.chunks;
    const lies = new Map([
      [one, () => bytesAt(world.now.host, two)],
      [two, () => bytesAt(world.now.host, one)],
    ]);
    return {
      path: target.path,
      lies,
      faults: ['tampered'],
      note: `${target.path} chunks 0 and 1 swapped`,
    };
  },
  'chunk repeated': (world, random) => {
    const target = chunked(world, random);
    const at = random.below(target.chunks.length);
    const from = target.chunks[(at + 1) % target.chunks.length] ?? '';
    return lie(
      target,
      target.chunks[at] ?? '',
      bytesAt(world.now.host, from),
      `chunk ${at} is another`,
    );
  },
  'chunk of another file': (world, random) => {
    const target = chunked(world, random);
    const others = world.now.targets.filter(
      ({ path, chunks }) => path !== target.path && chunks.length > 1,
    );
    const at = random.below(target.chunks.length);
    const from = some(random, some(random, others).chunks);
    return lie(
      target,
      target.chunks[at] ?? '',
      bytesAt(world.now.host, from),
      `chunk ${at} is ${from}`,
    );
  },
  'chunk dropped': (world, random) => {
    const target = chunked(world, random);
    const at = random.below(target.chunks.length);
    const lies = new Map([[target.chunks[at] ?? '', () => null]]);
    return {
      path: target.path,
      lies,
      faults: ['missing'],
      note: `${target.path} without chunk ${at}`,
    };
  },
  'file dropped': (world, random) => {
    const target = some(random, world.now.targets);
    const lies = new Map([[target.address, () => null]]);
    return { path: asked(target), lies, faults: ['missing'], note: `${target.path} is gone` };
  },
  'answer without an end': (world, random) => {
    const { target, address } = aim(world, random);
    const start = bytesAt(world.now.host, address);
    const lies = new Map([[address, () => endless(start)]]);
    return { path: asked(target), lies, faults: ['tampered'], note: `${address} never ends` };
  },
  'files of the former epoch under the manifest of now': (world, random) => {
    const target = some(random, world.now.targets);
    const manifest = bytesAt(world.now.host, '/_vault/manifest.json');
    const lies = new Map([['/_vault/manifest.json', () => manifest]]);
    const build = world.formerEpoch;
    return {
      path: target.path,
      lies,
      build,
      signsIn: random.chance(0.5),
      faults: ['missing'],
      note: target.path,
    };
  },
  'build of the former epoch for a session of now': (world, random) => {
    const { path } = some(random, world.now.targets);
    return { path, lies: new Map(), build: world.formerEpoch, faults: ['stale-key'], note: path };
  },
  'manifest of the former epoch over files of now': (world, random) => {
    const { path } = some(random, world.now.targets);
    const manifest = bytesAt(world.formerEpoch.host, '/_vault/manifest.json');
    const lies = new Map([['/_vault/manifest.json', () => manifest]]);
    return { path, lies, signsIn: true, faults: ['missing'], note: path };
  },
};

/** The right bytes, and then more and more. */
function endless(start: Bytes): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(isFirst ? start.slice() : new Uint8Array(256 * 1024));
      isFirst = false;
    },
  });
}

export const SEALED: Kinds = { ...mutations, ...moved };
