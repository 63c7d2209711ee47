/// <reference lib="webworker" />
import { sealedCache } from '../client/ciphertext.ts';
import { readReadyFile } from '../client/ready-rooms.ts';
import { readBody, readFromHost, type ReadSealed } from '../client/http.ts';
import type { Session } from '../client/store.ts';
import type { Bytes } from '../format/bytes.ts';
import { VaultError } from '../format/errors.ts';
import type { Ahead } from './ahead.ts';
import { withPatience } from './patience.ts';
import { noting } from './reach.ts';

/** Bytes at most of a file that is kept in passing; the whole room is kept when the reader asks. */
const KEPT_IN_PASSING = 512 * 1024;

/**
 * Reads sealed files from the host and keeps a copy, which answers when the host cannot be reached or
 * takes long; so does what was made ready of the room. A host that says "not there" is believed: the page may have been withdrawn.
 * @param path of the page or file that is asked for
 * @param keep lets work go on after the answer was given
 * @param ahead what the host was asked for already: its answer is used once
 */
export function keptReads(
  session: Session,
  path: string,
  keep: (work: Promise<unknown>) => void,
  ahead: Ahead | null = null,
): ReadSealed {
  let waiting = ahead;
  const fromHost: ReadSealed = (url, mode) => {
    if (waiting?.address !== url || mode !== 'no-cache') return readFromHost(url, mode);
    const { bytes } = waiting;
    waiting = null;
    return bytes;
  };
  let opened: Promise<Cache> | null = null;
  const cache = (): Promise<Cache> => (opened ??= caches.open(sealedCache(session)));
  const kept = async (url: string): Promise<Bytes | null> => {
    const found = await (await cache()).match(url);
    if (found !== undefined) return readBody(found, url);
    const ready = await readReadyFile(sealedCache(session), path);
    return ready?.address === url ? ready.bytes : null;
  };
  return async (url, mode) => {
    if (!navigator.onLine) {
      const found = await kept(url);
      if (found !== null) return found;
    }
    const answer = noting(fromHost(url, mode), isUnreachable);
    const bytes = await withPatience(answer, () => kept(url), isUnreachable);
    if (mode !== 'default' && bytes.length <= KEPT_IN_PASSING) keep(put(cache(), url, bytes));
    return bytes;
  };
}

const isUnreachable = (cause: unknown): boolean =>
  cause instanceof VaultError && cause.fault === 'network';

/** Milliseconds: what is kept must not slow down what is shown. */
const LATER = 1000;

/** @param cache open already: should the reader remove it meanwhile, this must not bring it back. */
async function put(cache: Promise<Cache>, url: string, bytes: Bytes): Promise<void> {
  const [opened] = await Promise.all([
    cache,
    new Promise((resolve) => {
      setTimeout(resolve, LATER);
    }),
  ]);
  // Full or refused: the page was shown all the same, and says so when the whole room is to be kept.
  await opened.put(url, new Response(bytes)).catch((cause: unknown) => {
    console.warn('vault: not kept:', cause instanceof Error ? cause.message : cause);
  });
}
