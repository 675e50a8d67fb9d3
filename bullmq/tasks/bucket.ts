/** Tasks in a bucket with the protocol of S3. */
import type { TaskStore } from './files.js';
import { openBucket } from './s3.js';

/** Throws as `openBucket`. */
export async function inBucket(address: string): Promise<TaskStore> {
  const bucket = await openBucket(address);
  const nameOf = (digest: string) => `${digest}.task`;
  return {
    async put(digest, task) {
      if (!(await bucket.has(nameOf(digest)))) await bucket.put(nameOf(digest), task);
    },
    get: (digest, bytes) => bucket.get(nameOf(digest), bytes),
  };
}
