// The browser's own store of the vault: keys of open rooms, and what is kept for use offline.

const DATABASE = 'portal-vault';
const VERSION = 2;

export type StoreName = 'sessions' | 'packs';

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
      for (const name of ['sessions', 'packs']) result.createObjectStore(name, { keyPath: 'room' });
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

/**
 * Runs one request in a transaction of its own.
 * @throws {Error} where the browser stores nothing (some private modes), or is full.
 */
export async function transact<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(store, mode);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onabort = transaction.onerror = () => {
      reject(transaction.error ?? new Error('IndexedDB refused.'));
    };
  });
}
