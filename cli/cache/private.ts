/** Folders and files that only their user can change: what they hold decides what runs. */
import { lstatSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a private folder, because code that others could write would run as the user. Folders are made one by one,
 * because `recursive` never ends below /proc.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process made it
  }
}

/** Mode bits that let others write. */
const OTHERS_WRITE = 0o022;

/**
 * True if the user owns it and nobody else may write to it; always true on Windows, where the folder has the user's
 * permissions.
 */
export function isPrivate({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && !(mode & OTHERS_WRITE));
}

/** True for a folder of the user that is not a link. */
export function isPrivateFolder(folder: string): boolean {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && isPrivate(facts);
}
