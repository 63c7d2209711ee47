import type { ReadFile } from './index-reads.ts';

/** What the vault's session script offers to the pages it opened. */
interface PortalVault {
  /** The opened file at a path of the site, base included; `null` where there is none. */
  open(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null>;
}

/** Milliseconds the vault may take before the service worker, which has copies, is asked as well. */
const PATIENCE = 4000;

/** Reads scripts of the index where no service worker answers for them; `null` where `import` does. */
export function scriptReader(): ReadFile | null {
  const vault = vaultOfPage();
  return vault === null || hasWorker() ? null : (path) => opened(vault, path);
}

/**
 * Reads files of the index: `plainFetch` where nothing is sealed (in development), else through the
 * vault in the page itself. That spares each of a search's dozen files the way through the service
 * worker, which is asked where the host is out of reach, or late.
 */
export function indexReader(plainFetch: ReadFile): ReadFile {
  const vault = vaultOfPage();
  if (vault === null) return plainFetch;
  if (!hasWorker()) return (path) => opened(vault, path);
  return async (path) => {
    if (!navigator.onLine) return plainFetch(path);
    return (await inTime(opened(vault, path))) ?? plainFetch(path);
  };
}

const vaultOfPage = (): PortalVault | null =>
  (globalThis as { portalVault?: PortalVault }).portalVault ?? null;

function hasWorker(): boolean {
  // `serviceWorker` is absent on plain http and in some web views.
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  return (workers?.controller ?? null) !== null;
}

async function opened(vault: PortalVault, path: string): Promise<Response> {
  const file = await vault.open(path);
  if (file === null) return new Response(null, { status: 404 });
  return new BytesAtHand(file.bytes, { headers: { 'content-type': file.type } });
}

/** An answer whose bytes are in memory: they need not wait for a stream, which a search in full swing is long to read. */
class BytesAtHand extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, init: ResponseInit) {
    super(bytes, init);
    this.#bytes = bytes;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new Uint8Array(this.#bytes).buffer);
  }
}

/** An answer; `null` where there is none, or none yet. */
async function inTime(answer: Promise<Response>): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, PATIENCE);
  });
  const failed = answer.catch((cause: unknown) => {
    console.warn('search:', cause instanceof Error ? cause.message : cause);
    return null;
  });
  try {
    return await Promise.race([failed, late]);
  } finally {
    clearTimeout(timer);
  }
}
