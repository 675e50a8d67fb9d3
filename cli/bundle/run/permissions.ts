/** Node's permission model: which files a process may use, and that it may not start other programs. */
import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { addressOptions } from '../../limits/address-space.js';

/** A program that Node runs, and the folders that it needs. */
export interface EngineProgram {
  /** The file that Node runs. */
  readonly main: string;
  readonly args: readonly string[];
  /**
   * The working directory of the program, and the only folder apart from that of `main` that it may read. It may write
   * to the folder `run` in it.
   */
  readonly folder: string;
}

const known = process.allowedNodeEnvironmentFlags;

/** The option that turns the permission model on; undefined if this version of Node has no permission model. */
const permission = ['--permission', '--experimental-permission'].find((flag) => known.has(flag));

export const hasPermissions = permission !== undefined;

/** True if this Node also blocks the network unless an option allows it. */
export const refusesNetwork = known.has('--allow-net');

/** The only folder that a program may write to. */
export function writable({ folder }: EngineProgram): string {
  return join(folder, 'run');
}

/**
 * Arguments with which Node runs a program under few permissions. An untrusted program gets no threads, because a
 * thread could drop its permissions.
 */
export function nodeArguments(program: EngineProgram, isUntrusted: boolean): readonly string[] {
  const main = realpathSync(program.main);
  const options = [...addressOptions(), ...permissions(program, isUntrusted), '--no-warnings'];
  return [...options, main, ...program.args];
}

function permissions(program: EngineProgram, isUntrusted: boolean): readonly string[] {
  if (permission === undefined) return [];
  const folder = realpathSync(program.folder);
  const engine = dirname(realpathSync(program.main));
  const isInside = engine === folder || engine.startsWith(`${folder}${sep}`);
  const readable = isInside ? [folder] : [folder, engine]; // Node 20 crashes if a folder is named twice
  return [
    permission,
    ...(isUntrusted ? [] : ['--allow-worker']),
    // The permission model does not cover files opened by node:sqlite.
    ...(isUntrusted && known.has('--no-experimental-sqlite') ? ['--no-experimental-sqlite'] : []),
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${realpathSync(writable(program))}`,
  ];
}
