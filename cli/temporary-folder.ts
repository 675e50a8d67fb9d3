/** Folders below the temporary one of the system. Those that killed processes left are removed by the next one. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { notWritten } from './not-written.js';

/** What a folder is for, in its name. */
export type Purpose = 'bundle' | 'job';

/**
 * The real path of a new folder with a name that nobody can foresee. It names its process, so that another one can tell
 * when nobody uses it any more.
 *
 * @throws InputError `file-not-writable` or EngineError `file-not-written` where TMPDIR takes no folders
 */
export async function temporaryFolder(purpose: Purpose): Promise<string> {
  await removeAbandoned().catch(() => undefined); // what cannot be removed harms nothing
  try {
    return await realpath(await mkdtemp(join(tmpdir(), `${startOf(purpose)}${process.pid}-`)));
  } catch (error) {
    throw notWritten(`the temporary folder ${tmpdir()}`, error);
  }
}

/** Removes a folder and follows no links, also one that is too deep for paths, or closed to its owner. False if it stays. */
export async function removeTree(folder: string): Promise<boolean> {
  try {
    await rm(folder, { recursive: true, force: true });
    return true;
  } catch {
    const script = 'chmod -R u+rwX -- "$1"; rm -rf -- "$1"';
    return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { stdio: 'ignore' }).status === 0;
  }
}

/** Removes the folders of processes of this user and machine that have ended. */
async function removeAbandoned(): Promise<void> {
  const ofProcess = new RegExp(
    `^(${startOf('bundle')}|${startOf('job')})(\\d{1,10})-[A-Za-z0-9]{6}$`,
  );
  for (const name of await readdir(tmpdir())) {
    const pid = Number(ofProcess.exec(name)?.[2] ?? NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const path = join(tmpdir(), name);
    if (await isFolderOfUser(path)) await removeTree(path);
  }
}

const startOf = (purpose: Purpose) => `wasmetrics-${purpose}-${machineHash()}-`;

/** Numbers of processes mean the same on one machine only, and there in one container only: the start of their hash. */
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
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // a process of another user lives
  }
}

/** True for a folder of this user that is no link. */
async function isFolderOfUser(path: string): Promise<boolean> {
  const facts = await lstat(path).catch(() => undefined);
  return facts?.isDirectory() === true && facts.uid === (process.geteuid?.() ?? facts.uid);
}
