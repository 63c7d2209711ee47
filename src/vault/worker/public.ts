/// <reference lib="webworker" />
import { SHELL_CACHE } from '../client/ciphertext.ts';
import { messageOf } from '../client/messages.ts';
import { countPacks } from '../client/packs.ts';
import { GATE_PATH, isCode } from '../client/shell.ts';
import { VaultError } from '../format/errors.ts';
import { withPatience } from './patience.ts';
import { isOutOfReach, noting } from './reach.ts';
import { errorPage } from './respond.ts';

/** Rooms kept whole; unknown until the browser has said. */
let packs: number | undefined;

/** Looks again whether any room is kept whole. */
export async function lookForPacks(): Promise<void> {
  // Where nothing can be stored, nothing is kept.
  packs = await countPacks().catch(() => 0);
}

/**
 * Whether public files need the worker at all: not on a line that works, where the browser is quicker
 * alone. Decided on the spot, as the browser asks for it.
 */
export function isShellNeeded(): boolean {
  return packs !== 0 || isOutOfReach();
}

/** Answers a request for a public file: what is kept and cannot have changed, the network, what is kept. */
export async function answerPublic(request: Request, base: string): Promise<Response> {
  const kept = (): Promise<Response | null> => keptCopy(request.url);
  if (isCode(new URL(request.url), base)) return (await kept()) ?? noting(fetch(request));
  try {
    return await withPatience(noting(fetch(request)), kept, () => true);
  } catch (cause) {
    if (request.mode !== 'navigate') throw cause;
    return offlinePage(base, base);
  }
}

/** The gate: the network's, else the copy that is kept, else why neither. */
export async function answerGate(request: Request, base: string, home: string): Promise<Response> {
  const kept = (): Promise<Response | null> => keptCopy(`${base}${GATE_PATH}`);
  try {
    return await withPatience(
      noting(fetchGate(request)),
      request.mode === 'navigate' ? kept : () => Promise.resolve(null),
      () => true,
    );
  } catch (cause) {
    if (request.mode !== 'navigate') throw cause;
    return offlinePage(base, home);
  }
}

/** Asks for a gate without what the reader searches: every gate is the same, and the words are hers. */
function fetchGate(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (request.mode !== 'navigate' || url.search === '') return fetch(request);
  url.search = '';
  // A navigation follows redirects itself.
  return fetch(url, { cache: request.cache, redirect: 'manual' });
}

async function keptCopy(address: string): Promise<Response | null> {
  const shell = await caches.open(SHELL_CACHE);
  const { pathname, search } = new URL(address, location.href);
  // A page is the same with any query; an address without one takes whatever version is kept.
  const ignoreSearch = pathname.endsWith('/') || search === '';
  return (await shell.match(address, { ignoreSearch })) ?? null;
}

function offlinePage(base: string, home: string): Response {
  const offline = new VaultError('network', 'No network, and no copy.');
  return errorPage(503, 'Hors ligne', messageOf(offline, ''), { base, home });
}
