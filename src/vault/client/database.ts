// The browser's own store of the vault: keys of open rooms, what is kept for use offline, and sealed pages
// that are ready to be opened.

const DATABASE = 'portal-vault';
const VERSION = 3;

/** The stores, and what tells the records of each apart. */
const STORES = { sessions: 'room', packs: 'room', ready: 'id' } as const;
export type StoreName = keyof typeof STORES;

let opened: Promise<IDBDatabase> | null = null;

/** The database, opened once for as long as this page or worker lives. */
function database(): Promise<IDBDatabase> {
  opened ??= open().catch((cause: unknown) => {
    opened = null;
    throw cause;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      const { result } = request;
      // Keys of an older form cannot be used: the gate asks once more.
      for (const name of result.objectStoreNames) result.deleteObjectStore(name);
      for (const [name, keyPath] of Object.entries(STORES)) {
        result.createObjectStore(name, { keyPath });
      }
    };
    request.onsuccess = () => {
      const { result } = request;
      const forget = (): void => {
        opened = null;
      };
      // Another version, or the deletion of the site's data, must not wait for us.
      result.onversionchange = () => {
        result.close();
        forget();
      };
      result.onclose = forget;
      resolve(result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB cannot be opened.'));
    };
  });
}

/** Transactions of this page that are not over, without those that must not be given up. */
const dispensable = new Set<IDBTransaction>();
let isLeft = false;

/**
 * Gives up what this page asks of the store as it is left, until it is back. WebKit keeps a page that
 * may come back as it is, with its transactions: the worker and all tabs would wait for them.
 */
export function leaveDatabase(): void {
  isLeft = true;
  for (const transaction of dispensable) {
    try {
      transaction.abort();
    } catch {
      // It is over already, and was not told yet.
    }
  }
}

/** The page is back. */
export function returnToDatabase(): void {
  isLeft = false;
}

/**
 * Runs one request in a transaction of its own.
 * @param isVital whether it goes on when the page is left
 * @throws {Error} where the browser stores nothing (some private modes), or is full.
 */
export async function transact<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
  isVital = false,
): Promise<T> {
  const connection = await database();
  if (isLeft && !isVital) throw new Error('The page was left.');
  const transaction = connection.transaction(store, mode);
  if (!isVital) dispensable.add(transaction);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => {
      dispensable.delete(transaction);
      resolve(request.result);
    };
    transaction.onabort = transaction.onerror = () => {
      dispensable.delete(transaction);
      reject(transaction.error ?? new Error('IndexedDB refused, or the page was left.'));
    };
  });
}
