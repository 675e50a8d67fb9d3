/** The database of the browser with the work of its tabs: one work a tab. */

export interface KeptSource {
  readonly name: string;
  readonly options?: object | undefined;
  readonly url?: string | undefined;
  /** Bytes of the file. */
  readonly size?: number | undefined;
}

/** The work of a tab, without the bytes of its file. */
export interface Work {
  readonly id: string;
  /** When it was kept, in milliseconds. */
  readonly time: number;
  readonly model: object;
  /** The text of the model with its comments, if it was written as one. */
  readonly text?: string | undefined;
  readonly source: KeptSource | undefined;
  /** False if there was no room for the file. */
  readonly hasFile: boolean;
  readonly mode: string;
  readonly language: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

const stores = { works: 'works', files: 'files' } as const;

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('wasmetrics', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(stores.works, { keyPath: 'id' });
      request.result.createObjectStore(stores.files);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(errorOf(request));
  });
  return opened;
}

const errorOf = ({ error }: { readonly error: DOMException | null }) =>
  error ?? new DOMException('the database gave no answer', 'UnknownError');

/** Runs a transaction, and waits until the browser has written it. */
async function inTransaction<Value>(
  mode: IDBTransactionMode,
  run: (works: IDBObjectStore, files: IDBObjectStore) => IDBRequest<Value> | undefined,
): Promise<Value | undefined> {
  const transaction = (await database()).transaction(Object.values(stores), mode);
  const request = run(transaction.objectStore(stores.works), transaction.objectStore(stores.files));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(errorOf(transaction));
    transaction.onerror = () => reject(errorOf(transaction));
  });
}

/** All work, the newest first. */
export async function listWorks(): Promise<readonly Work[]> {
  const all = await inTransaction<Work[]>('readonly', (works) => works.getAll());
  return (all ?? []).sort((one, other) => other.time - one.time);
}

export function readFile(id: string): Promise<Blob | undefined> {
  return inTransaction<Blob | undefined>('readonly', (_, files) => files.get(id));
}

/** Keeps the work, and its file if one is given: both or neither. @throws DOMException `QuotaExceededError` */
export async function writeWork(work: Work, file?: Blob): Promise<void> {
  await inTransaction('readwrite', (works, files) => {
    works.put(work);
    if (file !== undefined) files.put(file, work.id);
    return undefined;
  });
}

export async function deleteWork(id: string): Promise<void> {
  await inTransaction('readwrite', (works, files) => {
    works.delete(id);
    files.delete(id);
    return undefined;
  });
}
