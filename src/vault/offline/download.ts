import { get, patiently, readBody } from '../client/http.ts';
import { SEALED_MOST } from '../format/sealed.ts';
import type { PlannedFile } from './plan.ts';

/** Files fetched side by side: more gain nothing on a bad line. */
const AT_ONCE = 4;

/** Why what was fetched could not be kept. */
export class StorageFull extends Error {
  constructor() {
    super('The browser has no room left.');
    this.name = 'StorageFull';
  }
}

/**
 * Fetches files into a cache. What was kept stays when it is stopped: the next time goes on from there.
 * @param progress told of the bytes of each file that is there
 * @throws {VaultError} as the host answers; {StorageFull}; {DOMException} `AbortError` when stopped.
 */
export async function download(
  cache: Cache,
  files: readonly PlannedFile[],
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<void> {
  const waiting = [...files];
  // The first failure stops the others.
  const stop = new AbortController();
  const stopped = (): void => {
    stop.abort();
  };
  signal.addEventListener('abort', stopped);
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (signal.aborted) throw new DOMException('Stopped.', 'AbortError');
      if (stop.signal.aborted) return;
      await keep(cache, file, stop.signal);
      progress(file.bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (cause) {
    stop.abort();
    throw signal.aborted ? new DOMException('Stopped.', 'AbortError') : cause;
  } finally {
    signal.removeEventListener('abort', stopped);
  }
}

async function keep(cache: Cache, { address, bytes, isFixed }: PlannedFile, signal: AbortSignal) {
  const response = await patiently(() => get(address, isFixed ? 'default' : 'no-cache', signal));
  const type = response.headers.get('content-type');
  // Whole first: a connection that ends in the middle must not leave half a file.
  const body = await readBody(response, address, Math.max(bytes, SEALED_MOST));
  const headers = type === null ? {} : { 'content-type': type };
  await cache.put(address, new Response(body, { headers })).catch((cause: unknown) => {
    throw cause instanceof DOMException && cause.name === 'QuotaExceededError'
      ? new StorageFull()
      : cause;
  });
}
