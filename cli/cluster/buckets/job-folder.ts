/**
 * The job folder that a command names: a folder, or a temporary copy of what the command needs from a folder in a
 * bucket.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bucket } from '../../../bullmq/tasks/s3.js';
import { type Host, locate } from '../../host.js';
import { temporaryFolder } from '../../files/temporary-folder.js';
import { inTurn } from '../works/in-turn.js';

export interface JobFolder {
  /** The folder on this machine. */
  readonly path: string;
  /** True if `path` is a copy, which is removed at the end. */
  readonly isCopy: boolean;
  /** Fetches the files whose names begin with `start`, if they are new or have changed. */
  fetch(start: string): Promise<void>;
  /** Sends changed files whose names begin with `start` while `work` runs and when it ends, even if it fails. */
  sending<Result>(start: string, work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const BUCKET = 's3://';

/** True for the address of a job folder in a bucket. */
function isInBucket(name: string): boolean {
  return name.startsWith(BUCKET);
}

/** @throws as `openBucket` */
export async function openJobFolder(host: Host, name: string): Promise<JobFolder> {
  if (isInBucket(name)) return copyOf(await bucketAt(name));
  const nothing = () => Promise.resolve();
  return {
    path: locate(host, name),
    isCopy: false,
    fetch: nothing,
    close: nothing,
    sending: (_, work) => work(),
  };
}

/** Opens a bucket; its client is loaded only when a bucket is named. */
export async function bucketAt(name: string): Promise<Bucket> {
  const { openBucket } = await import('../../../bullmq/tasks/s3.js');
  return openBucket(name);
}

/** Folders of a job folder that commands read and write, and the names of its files. */
const folders = ['works', 'inputs', 'parts'];
const known =
  /^(plan\.json|works\/[0-9a-f]{64}\.task|inputs\/\d+-[^/\\\0]{1,200}|parts\/\d+-of-\d+\.[\w.-]{1,100})$/;

async function copyOf(bucket: Bucket): Promise<JobFolder> {
  const path = await temporaryFolder('job');
  for (const folder of folders) await mkdir(join(path, folder));
  const copied = new Map<string, string>(); // the tag of each file when it was fetched
  const sender = senderOf(bucket, path);
  return {
    path,
    isCopy: true,
    sending: (start, work) => sending(sender, start, work),
    async fetch(start) {
      const objects = (await bucket.list(start)).filter(
        ({ name, ...facts }) => known.test(name) && copied.get(name) !== JSON.stringify(facts),
      );
      const fetched = inTurn(objects, async ({ name, ...facts }) => {
        const bytes = await bucket.get(name, facts.bytes);
        if (bytes === undefined) return; // the file has been removed
        await writeFile(join(path, name), bytes);
        const time = new Date(facts.modified);
        if (Number.isFinite(facts.modified)) await utimes(join(path, name), time, time);
        copied.set(name, JSON.stringify(facts));
        await sender.isThere(name);
      });
      for await (const _ of fetched) void _;
    },
    close: () => rm(path, { recursive: true, force: true }),
  };
}

interface Sender {
  /** Records that the bucket has the current version of a file. */
  isThere(name: string): Promise<void>;
  /** Sends changed files, and removes deleted ones. */
  send(start: string): Promise<void>;
}

/** Gives each new file with results a unique name, because another machine may compute the same part. */
function senderOf(bucket: Bucket, path: string): Sender {
  const there = new Map<string, { readonly name: string; readonly state: string }>();
  const unique = randomBytes(4).toString('hex');
  const stateOf = async (name: string) => {
    const { size, mtimeMs } = await stat(join(path, name));
    return `${size} ${mtimeMs}`;
  };
  return {
    async isThere(name) {
      there.set(name, { name, state: await stateOf(name) });
    },
    async send(start) {
      const names = (await readdir(join(path, 'parts'))).map((file) => `parts/${file}`);
      const ours = names.filter((name) => name.startsWith(start) && !name.endsWith('.tmp'));
      for (const name of ours) {
        const before = there.get(name);
        const state = await stateOf(name).catch(() => undefined); // the part has ended
        if (state === undefined || before?.state === state) continue;
        const target = before?.name ?? name.replace(/\.wasmjobs$/, `-${unique}.wasmjobs`);
        await bucket.put(target, await readFile(join(path, name)));
        there.set(name, { name: target, state });
      }
      for (const [name, { name: target }] of there) {
        if (!name.startsWith(start) || names.includes(name)) continue;
        await bucket.remove(target);
        there.delete(name);
      }
    },
  };
}

/** Milliseconds between uploads: less than the time after which a silent part counts as ended. */
const EVERY_MS = 15_000;

async function sending<Result>(
  sender: Sender,
  start: string,
  work: () => Promise<Result>,
): Promise<Result> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(() => sender.send(start)).catch(() => undefined); // the last upload reports an error
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await last;
    await sender.send(start);
  }
}
