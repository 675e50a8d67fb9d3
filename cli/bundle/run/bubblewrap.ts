/**
 * Bubblewrap (`bwrap`) on Linux runs a program in separate namespaces: it has no network, sees no other processes, and
 * can only read the files that Node needs.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { type EngineProgram, nodeArguments, writable } from './permissions.js';
import * as said from '../../../bindings/words/errors/program/engines.js';
import type { Told } from '../../../bindings/words/told.js';

/** Folders of libraries that Node loads; most systems have only some of them. */
const libraries = ['/usr/lib', '/usr/lib32', '/usr/lib64', '/lib', '/lib64', '/usr/share/nodejs'];
const loaderCache = '/etc/ld.so.cache';

/** A command that starts Node in separate namespaces, or the reason why there is none. */
export type Bubblewrap =
  { readonly command: (program: EngineProgram) => readonly string[] } | { readonly missing: Told };

/** Finds bubblewrap, and checks that it can start Node here. */
export function findBubblewrap(path = process.env['PATH'] ?? ''): Bubblewrap {
  if (process.platform !== 'linux')
    return { missing: said.noBubblewrapOn({ system: process.platform }) };
  const bwrap = path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, 'bwrap'))
    .find(isExecutable);
  if (bwrap === undefined) return { missing: said.bubblewrapMissing() };
  const start = [bwrap, ...namespaces(), ...sealed];
  const [file, ...args] = [...start, '--', node(), '--version'];
  const { status, stderr, error } = spawnSync(file!, args, { encoding: 'utf8', env: {} });
  if (status !== 0) {
    const reason = (error?.message ?? stderr).trim().split('\n')[0]!.slice(0, 200);
    return { missing: said.bubblewrapFails({ reason }) };
  }
  return { command: (program) => command(bwrap, program) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function node(): string {
  return realpathSync(process.execPath);
}

/** Libraries that this process has loaded; some systems keep them in other folders. */
function loaded(): readonly string[] {
  const { sharedObjects = [] } = process.report.getReport() as unknown as {
    readonly sharedObjects?: readonly string[];
  };
  return sharedObjects.filter(
    (path) => isAbsolute(path) && !libraries.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** A separate session keeps the program from typing into the terminal. */
function namespaces(): readonly string[] {
  const files = [...libraries, loaderCache, ...loaded(), node()];
  // prettier-ignore
  return [
    '--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL',
    '--proc', '/proc', '--dev', '/dev',
    ...files.flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}

/** The rest of the file system is in memory; root could write to /proc/sys. */
const sealed = ['/dev', '/proc', '/'].flatMap((path) => ['--remount-ro', path]);

function command(bwrap: string, program: EngineProgram): readonly string[] {
  const folder = realpathSync(program.folder);
  const run = realpathSync(writable(program));
  // prettier-ignore
  return [
    bwrap, ...namespaces(),
    '--ro-bind', folder, folder, '--bind', run, run, ...sealed, '--chdir', folder,
    '--', node(), ...nodeArguments(program, true),
  ];
}
