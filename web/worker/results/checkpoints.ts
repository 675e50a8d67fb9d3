/** The replicates of the last bootstrap, kept by the browser so that it can go on after a stop or a reload. */
import type { Interrupted } from '../../engine/questions/bootstraps.js';

const [database, store, key] = ['wasmetrics-bootstrap', 'last', 'last'];

interface Kept extends Interrupted {
  readonly bytes: Uint8Array;
}

/** Used where the browser stores nothing, as in a private window or with a full disk. */
let inMemory: Kept | undefined;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  act: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error!);
    });
  } finally {
    base.close();
  }
}

/** What is kept, if anything is. */
export async function lastKept(): Promise<Kept | undefined> {
  if (inMemory !== undefined) return inMemory;
  return within('readonly', (objects) => objects.get(key) as IDBRequest<Kept | undefined>).catch(
    () => undefined,
  );
}

export async function keep(kept: Kept): Promise<void> {
  try {
    await within('readwrite', (objects) => objects.put(kept, key));
    inMemory = undefined;
  } catch {
    inMemory = kept;
  }
}
