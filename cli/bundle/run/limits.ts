/** Limits of a run: time, memory, disk and output. */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../../bindings/index.js';
import { bundleLimits } from '../../../bindings/entries/bundle.js';
import { engineLimit, type EngineLimit } from '../../../bindings/words/errors/program/engines.js';

export interface RunLimits {
  readonly minutes?: number | undefined;
  /** Memory of each process, in GiB. */
  readonly memory?: number | undefined;
  /** Bytes of all files that the run writes; by default the limit of a bundle. */
  readonly disk?: number | undefined;
}

/** For an untrusted program, unless the user allows more. */
export const untrustedLimits: RunLimits = { minutes: 60, memory: 4, disk: 2 ** 28 };
export const noLimits: RunLimits = {};

/** Maximum bytes that a program may print: an error takes one line. */
const MOST_OUTPUT = 2 ** 20;
const MS_PER_MINUTE = 60_000;
const KIB_PER_GIB = 2 ** 20;
/** Bytes per unit of `ulimit -f` in POSIX. */
const BLOCK = 512;
/** Milliseconds between checks of the disk. */
const LOOK_MS = 200;

/** A shell command that sets the limits and then becomes the program. Limits that are already lower stay. */
export function limited(
  command: readonly string[],
  { memory, disk = bundleLimits.mostBytes }: RunLimits,
): readonly string[] {
  if (process.platform === 'win32') return command;
  const limits = [
    'c 0',
    `f ${disk / BLOCK}`,
    ...(memory === undefined ? [] : [`d ${Math.floor(memory * KIB_PER_GIB)}`]),
  ];
  const script = [...limits.map((limit) => `ulimit -${limit} 2>/dev/null`), 'exec "$@"'];
  return ['/bin/sh', '-c', script.join('; '), 'sh', ...command];
}

export interface Watch {
  /** Counts bytes that the program printed. */
  printed(bytes: number): void;
  /** Ends the watch with a last check of the disk, because a program can fill it between two checks. */
  end(): Promise<void>;
}

/** Calls `exceed` when the run has exceeded its time, disk or output. */
export function watchRun(
  folder: string,
  { minutes, disk = bundleLimits.mostBytes }: RunLimits,
  exceed: (error: EngineError) => void,
): Watch {
  const timer =
    minutes === undefined
      ? undefined
      : setTimeout(() => {
          exceed(beyond({ limit: 'time', most: minutes }));
        }, minutes * MS_PER_MINUTE);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    if (await fills(folder, disk)) {
      exceed(beyond({ limit: 'disk', most: disk, files: bundleLimits.mostFiles }));
    }
    looking = false;
  };
  const looks = setInterval(() => void look(), LOOK_MS);
  let output = 0;
  return {
    printed(bytes) {
      output += bytes;
      if (output > MOST_OUTPUT) exceed(beyond({ limit: 'output', most: MOST_OUTPUT }));
    },
    async end() {
      clearTimeout(timer);
      clearInterval(looks);
      looking = false;
      await look();
    },
  };
}

const beyond = (limit: EngineLimit): EngineError => new EngineError(engineLimit(limit), 'bundle');

/** True if a folder has too many files or bytes. Files may vanish while they are counted. */
async function fills(folder: string, disk: number): Promise<boolean> {
  let [entries, bytes] = [0, 0];
  const open = [folder];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const inner = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
    entries += inner.length;
    if (entries > bundleLimits.mostFiles) return true;
    const inside = (entry: Dirent) => join(path, entry.name);
    const files = inner.filter((entry) => !entry.isDirectory()).map(inside);
    open.push(...inner.filter((entry) => entry.isDirectory()).map(inside));
    const facts = await Promise.all(files.map((file) => lstat(file).catch(() => ({ size: 0 }))));
    bytes += facts.reduce((sum, { size }) => sum + size, 0);
    if (bytes > disk) return true;
  }
  return false;
}
