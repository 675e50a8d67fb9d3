/** Errors of the stores of tasks: folders, buckets and the server of the queue, in English. */
import { family } from '../../family.js';
import { says } from '../../told.js';

export const badStoreAddress = says(
  'bad-value/store',
  'expected redis, folder:/path or s3://bucket/prefix, found {found}',
);
export const badBucketAddress = says(
  'bad-value/bucket',
  'expected s3://bucket/prefix, found {found}',
);

export interface LargeTask {
  readonly path: 'store';
  readonly most: number;
  readonly bytes: number;
}

export const largeTask = says(
  'bad-value/redis-task',
  ({ most, bytes }: LargeTask) =>
    `expected less than ${most} bytes, as Redis keeps in a value, found ${bytes}; name another store, such as folder:/path`,
);
export const noPackage = says(
  'missing-package/store',
  ({ package: name }: { readonly package: string }) =>
    `the package ${name} is not installed; run npm install ${name}`,
);
export const noCredentials = says(
  'no-credentials',
  'expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, found none',
);

export interface StoreFile {
  readonly file: string;
  /** The error of the system, such as ENOSPC. */
  readonly reason: string;
  /** Its words. */
  readonly words: string;
}

interface OfRequest {
  readonly method: string;
}

export interface Answer extends OfRequest {
  readonly httpStatus: number;
  /** What the bucket calls the error; undefined if it says nothing. */
  readonly fault: string | undefined;
}

export const storeFault = family('store-failed', {
  missing: 'the task {digest} is not in the store {address}',
  hash: 'the task {digest} in {address} is refused: its contents have the hash {found}',
  digest: 'expected the digest of a task, found another',
  size: 'expected a task of {expected} bytes, found {found}; it is refused',
  file: ({ reason, words }: StoreFile) => {
    const known: Readonly<Record<string, string>> = {
      ENOSPC: 'the disk is full',
      EDQUOT: 'the quota of the disk is used up',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the file system is read-only',
    };
    return known[reason] ?? words;
  },
  list: 'its list of objects cannot be read',
  endless: 'its list of objects has no end',
  bucket: 'no bucket {bucket}',
  request: '{method} failed: {words}',
  answer: ({ method, httpStatus, fault }: Answer) =>
    `${method} failed with status ${httpStatus} (${fault ?? 'no reason'})`,
});
