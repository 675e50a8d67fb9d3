/** Puts a planned job folder into a bucket. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usage } from '../../exit.js';
import { bucketAt } from './job-folder.js';

/** Throws a usage error if the place in the bucket is not empty. */
export async function checkEmptyBucket(address: string): Promise<void> {
  const bucket = await bucketAt(address);
  const [first] = await bucket.list('');
  if (first === undefined) return;
  throw usage(
    `plan: expected nothing below ${address}, found ${first.name}; name another folder with --store`,
  );
}

/** The plan is sent last: a folder that has one is whole. */
export async function sendPlan(folder: string, address: string): Promise<void> {
  const bucket = await bucketAt(address);
  for (const part of ['works', 'inputs']) {
    for (const file of await readdir(join(folder, part))) {
      await bucket.put(`${part}/${file}`, await readFile(join(folder, part, file)));
    }
  }
  await bucket.put('plan.json', await readFile(join(folder, 'plan.json')));
}
