/** The tasks of planned work in a job folder, named by the hash of their content. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InputError } from '../../../bindings/index.js';
import { decodePlain, encodePlain, type RepeatedWork } from '../../../bindings/entries/jobs.js';
import { otherTask, missingPlanned } from '../../../bindings/words/errors/program/cluster.js';
import { writeWhole } from '../../files/files.js';
import type { Host } from '../../host.js';
import { readStored } from '../../io.js';

export type Task = RepeatedWork['task'];

export interface EncodedTask {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** The bytes of a task, and their digest together with the build that runs it. */
export function encodeTask({ task, build }: RepeatedWork): EncodedTask {
  const bytes = encodePlain(task);
  return { digest: taskDigest(build.sha256, bytes), bytes };
}

function taskDigest(build: string, bytes: Uint8Array): string {
  return createHash('sha256').update(build).update(bytes).digest('hex');
}

function pathOf(folder: string, digest: string): string {
  return join(folder, 'works', `${digest}.task`);
}

/** Writes the tasks into an existing folder. */
export async function writeTasks(
  host: Host,
  folder: string,
  tasks: Iterable<EncodedTask>,
): Promise<void> {
  for (const { digest, bytes } of tasks) await writeWhole(host, pathOf(folder, digest), [bytes]);
}

/** @throws InputError `file-not-found`, `other-data` */
export async function readTask(folder: string, build: string, digest: string): Promise<Task> {
  const path = pathOf(folder, digest);
  const bytes = await readStored(path).catch(() => undefined);
  if (bytes === undefined) {
    throw new InputError(missingPlanned({ file: path, what: 'task' }), path);
  }
  const content = taskDigest(build, bytes);
  if (content === digest) return decodePlain(bytes) as Task;
  throw new InputError(otherTask({ file: path, expected: digest, found: content }), path);
}
