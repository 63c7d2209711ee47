import { type Bytes, concat } from '../format/bytes.ts';
import { VaultError } from '../format/errors.ts';
import { SEALED_MOST } from '../format/sealed.ts';

/**
 * Gives the bytes of a sealed file by its address.
 * @throws {VaultError} `missing` where the server has none now, `network` where it cannot be reached.
 */
export type ReadSealed = (url: string, cache: RequestCache) => Promise<Bytes>;

/** A server that answers so is being restarted or replaced: as if the file was not there yet. */
const PASSING = new Set([404, 410, 429, 500, 502, 503, 504]);

/**
 * Asks the host for a file.
 * @throws {VaultError} `missing` or `network`.
 */
export async function get(
  url: string,
  cache: RequestCache,
  signal?: AbortSignal,
): Promise<Response> {
  const init: RequestInit = { cache, credentials: 'same-origin', ...(signal && { signal }) };
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new VaultError(
      'network',
      `${url}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  if (response.ok) return response;
  throw new VaultError(
    PASSING.has(response.status) ? 'missing' : 'network',
    `${url}: ${String(response.status)}`,
  );
}

/** Reads a sealed file over the network. */
export const readFromHost: ReadSealed = async (url, cache) => readBody(await get(url, cache), url);

/**
 * Reads an answer to its end.
 * @param most bytes at most, unpacked: a host must not fill the memory
 * @throws {VaultError} `tampered` where it is longer, `network` where the connection ends in the middle.
 */
export async function readBody(
  response: Response,
  url: string,
  most = SEALED_MOST,
): Promise<Bytes> {
  const cut = (cause: unknown): never => {
    throw new VaultError(
      'network',
      `${url}: ${cause instanceof Error ? cause.message : 'cut off'}`,
    );
  };
  if (isShort(response, most)) return new Uint8Array(await response.arrayBuffer().catch(cut));
  const pieces: Bytes[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read().catch(cut);
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length <= most) continue;
    // What it answers to being stopped is of no interest.
    await reader.cancel().catch(() => undefined);
    throw new VaultError('tampered', `${url}: more than ${most} bytes.`);
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : concat(...pieces);
}

/** Whether an answer says its length, which the protocol then holds it to. A packed one may swell. */
function isShort({ headers }: Response, most: number): boolean {
  const length = headers.get('content-length');
  return length !== null && Number(length) <= most && !headers.has('content-encoding');
}

/** Milliseconds to wait before each further try while a deployment goes on. */
const WAITS = [400, 1200, 3000];

/**
 * Tries again, with growing pauses, what a deployment in the middle would explain.
 * @throws what the last try threw; at once, what waiting does not heal.
 */
export async function patiently<T>(
  act: () => Promise<T>,
  isPassing: (cause: unknown) => boolean = isMissing,
  waits: readonly number[] = WAITS,
): Promise<T> {
  const [wait, ...later] = waits;
  try {
    return await act();
  } catch (cause) {
    if (wait === undefined || !isPassing(cause)) throw cause;
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    return patiently(act, isPassing, later);
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof VaultError && cause.fault === 'missing';
