/** Files of a job folder about its parts: results, failures, and marks of running parts. */
import { lstat, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeFolder, replaceFile } from '../files/files.js';
import { createPartFile, type PartFile } from './works/part-file.js';
import type { Shard } from './works/pieces.js';

/** Why running a part again would fail in the same way. */
export interface PartFailure {
  readonly part: number;
  readonly code: string;
  readonly message: string;
}

const ending = {
  failure: '.failed.json',
  running: '.running',
} as const;

/** Milliseconds between signs of life of a running part, and after which a silent part counts as ended. */
const BEAT_MS = 5000;
const SILENT_MS = 30_000;

function partsFolder(folder: string): string {
  return join(folder, 'parts');
}

type Kind = keyof typeof ending;

function partPath(folder: string, shard: Shard, kind: Kind): string {
  return join(partsFolder(folder), nameOf(shard, kind));
}

function nameOf({ index, of }: Shard, kind: Kind): string {
  return `${index}-of-${of}${ending[kind]}`;
}

/** The parts that have a file of this kind. The folder, which may hold thousands of files, is listed once. */
export async function partsWith(folder: string, kind: Kind): Promise<(shard: Shard) => boolean> {
  const names = new Set(await readdir(partsFolder(folder)).catch(() => []));
  return (shard) => names.has(nameOf(shard, kind));
}

const pieces = '.wasmjobs';

/** Paths of all files with results, of one part or of all parts, in a fixed order. */
export async function pieceFiles(folder: string, shard?: Shard): Promise<string[]> {
  const start = shard === undefined ? '' : prefixOf(shard);
  const names = await readdir(partsFolder(folder)).catch(() => []);
  const files = names.filter((name) => name.startsWith(start) && name.endsWith(pieces)).sort();
  return files.map((name) => join(partsFolder(folder), name));
}

/** The prefix of the names of all result files of a part. */
export function prefixOf({ index, of }: Shard): string {
  return `${index}-of-${of}.`;
}

/** The name of a new file for the results of a part; each process writes its own file. */
export async function newPieceFile(folder: string, shard: Shard): Promise<PartFile> {
  for (let attempt = 1; ; ++attempt) {
    try {
      const name = `${prefixOf(shard)}${attempt}${pieces}`;
      return await createPartFile(join(partsFolder(folder), name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Marks a part as running until the returned function is called. */
export async function markRunning(folder: string, shard: Shard): Promise<() => Promise<void>> {
  await makeFolder(partsFolder(folder));
  const path = partPath(folder, shard, 'running');
  await replaceFile(path, `${process.pid}\n`);
  const beat = () => utimes(path, new Date(), new Date()).catch(() => undefined);
  const timer = setInterval(() => void beat(), BEAT_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await rm(path, { force: true });
  };
}

/**
 * True if the part gave a sign of life in the last half minute. A time far in the future does not count, because clocks
 * differ by less.
 */
export async function isRunning(folder: string, shard: Shard): Promise<boolean> {
  const stats = await stat(partPath(folder, shard, 'running')).catch(() => undefined);
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) < SILENT_MS;
}

export async function writeFailure(
  folder: string,
  shard: Shard,
  { code, message }: Omit<PartFailure, 'part'>,
): Promise<void> {
  const path = partPath(folder, shard, 'failure');
  const failure: PartFailure = { part: shard.index, code, message };
  await replaceFile(path, `${JSON.stringify(failure)}\n`);
}

export async function clearFailure(folder: string, shard: Shard): Promise<void> {
  await rm(partPath(folder, shard, 'failure'), { force: true });
}

/** The failure of a part, if it failed. A file that cannot be read counts as a failure, because something wrote it. */
export async function readFailure(folder: string, shard: Shard): Promise<PartFailure | undefined> {
  const path = partPath(folder, shard, 'failure');
  const facts = await lstat(path).catch(() => undefined);
  if (facts === undefined) return undefined;
  const isFailure = facts.isFile() && facts.size <= MOST_FAILURE;
  const value = isFailure ? parsed(await readFile(path, 'utf8').catch(() => '')) : undefined;
  const { code, message } = v.is(failureShape, value) ? value : unread;
  return { part: shard.index, code, message };
}

/** Maximum bytes of a failure file. */
const MOST_FAILURE = 2 ** 16;
const failureShape = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  message: v.pipe(v.string(), v.maxLength(2000)),
});
const unread = { code: 'unexpected', message: 'the file of the failure cannot be read' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Renames a broken file, so that its part can be computed again. */
export async function setAside(path: string): Promise<void> {
  await rename(path, `${path}.bad`);
}
