/** Folders in the system's temporary folder. Folders left by killed processes are removed the next time one is made. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { notWritten } from './not-written.js';

/** The purpose of a folder, which is part of its name. */
export type Purpose = 'bench' | 'bundle' | 'job';

/**
 * Makes a folder with an unpredictable name and returns its real path. The name contains the process, so that another
 * process can tell when the folder is no longer used.
 *
 * @throws InputError `file-not-writable` or EngineError `file-not-written` if no folder can be made in TMPDIR
 */
export async function temporaryFolder(purpose: Purpose): Promise<string> {
  await removeAbandoned().catch(() => undefined); // a folder that cannot be removed does no harm
  try {
    return await realpath(await mkdtemp(join(tmpdir(), `${startOf(purpose)}${process.pid}-`)));
  } catch (error) {
    throw notWritten(`the temporary folder ${tmpdir()}`, error);
  }
}

/**
 * Removes a folder without following links, even if it is too deep for paths or closed to its owner. Returns false if
 * it stays.
 */
export async function removeTree(folder: string): Promise<boolean> {
  try {
    await rm(folder, { recursive: true, force: true });
    return true;
  } catch {
    const script = 'chmod -R u+rwX -- "$1"; rm -rf -- "$1"';
    return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { stdio: 'ignore' }).status === 0;
  }
}

/** Removes the folders of ended processes of this user on this machine. */
async function removeAbandoned(): Promise<void> {
  const ofProcess = new RegExp(
    `^(${startOf('bench')}|${startOf('bundle')}|${startOf('job')})(\\d{1,10})-[A-Za-z0-9]{6}$`,
  );
  for (const name of await readdir(tmpdir())) {
    const pid = Number(ofProcess.exec(name)?.[2] ?? NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const path = join(tmpdir(), name);
    if (await isFolderOfUser(path)) await removeTree(path);
  }
}

const startOf = (purpose: Purpose) => `wasmetrics-${purpose}-${machineHash()}-`;

/** Start of a hash that identifies the machine and container: process numbers have a meaning only there. */
function machineHash(): string {
  let container = '';
  try {
    container = readlinkSync('/proc/self/ns/pid');
  } catch {
    // other systems than Linux
  }
  return createHash('sha256').update(`${hostname()} ${container}`).digest('hex').slice(0, 8);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // the process runs as another user
  }
}

/** True for a folder of this user that is not a link. */
async function isFolderOfUser(path: string): Promise<boolean> {
  const facts = await lstat(path).catch(() => undefined);
  return facts?.isDirectory() === true && facts.uid === (process.geteuid?.() ?? facts.uid);
}
