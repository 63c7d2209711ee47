import { messageOf } from '../../../src/vault/client/messages.ts';
import type { Session } from '../../../src/vault/client/store.ts';
import type { Bytes } from '../../../src/vault/format/bytes.ts';
import { VaultError } from '../../../src/vault/format/errors.ts';
import { seeded } from '../ingest/random.ts';
import { isSame } from './bytes.ts';
import type { Case, Kinds } from './case.ts';
import { FORGED } from './forged-cases.ts';
import { MANIFEST_FIELDS } from './manifest-fields.ts';
import { MANIFEST_SLOTS } from './manifest-slots.ts';
import { LONG_MANIFESTS, MANIFEST_TEXTS } from './manifest-text.ts';
import { attemptToRead, sessionOf } from './reader.ts';
import { SEALED } from './sealed-cases.ts';
import { makeWorld, type World } from './world.ts';

/** Every kind of attack; the costly ones come round ten times as seldom. */
const USUAL: Kinds = {
  ...SEALED,
  ...FORGED,
  ...MANIFEST_FIELDS,
  ...MANIFEST_SLOTS,
  ...MANIFEST_TEXTS,
};
const RARE = 10;

/** How a long run went. */
export interface AttackResult {
  /** Attacks that changed something. */
  runs: number;
  /** Attacks that changed nothing a reader uses: the page opened as it was. Not counted. */
  idle: number;
  /** How often each kind was refused, by fault: `kind → fault`. */
  refused: Map<string, Map<string, number>>;
  /** The longest that one took, in milliseconds, and its kind. */
  slowest: { ms: number; kind: string };
  /** What went wrong with the first attack that did; the run ends there. */
  failure: string | null;
}

/** What became of one attack. */
type Outcome = { fault: string } | 'idle' | { failure: string };

/**
 * Attacks a small sealed site. Each attack has a seed of its own, `seed` and its place in the run, so
 * that it can be repeated alone; the kinds come in turn.
 * @param say takes a line on how far it is
 * @param mostMs milliseconds that one attack may take, where that is to be watched
 */
export async function attack(
  { runs, seed, mostMs = Infinity }: { runs: number; seed: number; mostMs?: number },
  say: (line: string) => void = () => undefined,
): Promise<AttackResult> {
  const world = await makeWorld();
  const plain = await readAll(world);
  const result: AttackResult = {
    runs: 0,
    idle: 0,
    refused: new Map(),
    slowest: { ms: 0, kind: '' },
    failure: null,
  };
  for (let number = seed; result.runs < runs; number += 1) {
    const [kind, make] = kindOf(number);
    const made = await make(world, seeded(number));
    const start = performance.now();
    const outcome = await judge(world, made, plain);
    const ms = performance.now() - start;
    if (ms > result.slowest.ms) result.slowest = { ms, kind };
    const slow = ms > mostMs ? { failure: `took ${Math.round(ms)} ms` } : outcome;
    if (slow === 'idle') {
      result.idle += 1;
      continue;
    }
    result.runs += 1;
    if ('failure' in slow) {
      result.failure = `${kind} (${made.note}): ${slow.failure}\n  again: npm run vault:attack -- --runs 1 --seed ${number}`;
      return result;
    }
    const faults = result.refused.get(kind) ?? new Map<string, number>();
    result.refused.set(kind, faults.set(slow.fault, (faults.get(slow.fault) ?? 0) + 1));
    if (result.runs % 1000 === 0) say(`${result.runs} attacks refused`);
  }
  return result;
}

function kindOf(number: number): [string, Kinds[string]] {
  const [usual, rare] = [Object.entries(USUAL), Object.entries(LONG_MANIFESTS)];
  const turn = Math.floor(number / (usual.length + 1));
  const place = number % (usual.length + 1);
  const found =
    usual[place] ?? (turn % RARE < rare.length ? rare[turn % RARE] : usual[turn % usual.length]);
  if (found === undefined) throw new Error('No kind of attack.');
  return found;
}

const sessionNow = ({ now }: World): Session => sessionOf(now, now.keys);

async function readAll(world: World): Promise<ReadonlyMap<string, Bytes>> {
  const plain = new Map<string, Bytes>();
  for (const { path } of world.now.targets) {
    const attempt = { path, build: world.now, lies: new Map(), signsIn: true };
    plain.set(path, await attemptToRead(attempt, sessionNow(world)));
  }
  return plain;
}

async function judge(
  world: World,
  made: Case,
  plain: ReadonlyMap<string, Bytes>,
): Promise<Outcome> {
  const { path, lies, build = world.now, signsIn = false } = made;
  try {
    const opened = await attemptToRead({ path, lies, build, signsIn }, sessionNow(world));
    const isAsBefore = isSame(opened, plain.get(path) ?? new Uint8Array());
    if (made.mayBeIdle === true && isAsBefore) return 'idle';
    return { failure: isAsBefore ? 'nothing was refused' : 'something else was shown' };
  } catch (cause) {
    if (!(cause instanceof VaultError)) {
      const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      return { failure: `no error of the vault: ${what}` };
    }
    const { fault, message } = cause;
    if (!made.faults.includes(fault))
      return { failure: `refused as ${fault} (${message}), not as ${made.faults.join(' or ')}` };
    if (message.length > 500) return { failure: `a message of ${message.length} characters` };
    if (messageOf(cause, 'la communauté').startsWith('Quelque chose'))
      return { failure: `no French sentence for ${fault}` };
    return { fault };
  }
}
