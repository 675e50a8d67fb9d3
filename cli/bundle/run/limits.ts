/** What a run may use: time, memory, disk and output. */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleLimits, EngineError } from '../../../bindings/index.js';

export interface RunLimits {
  readonly minutes?: number | undefined;
  /** Memory of each process, in GiB. */
  readonly memory?: number | undefined;
  /** Bytes of all files that the run writes; by default those of a bundle. */
  readonly disk?: number | undefined;
}

/** For an untrusted program, unless the user allows more. */
export const untrustedLimits: RunLimits = { minutes: 60, memory: 4, disk: 2 ** 28 };
export const noLimits: RunLimits = {};

/** Bytes that a program may print: an error is a line. */
const MOST_OUTPUT = 2 ** 20;
const MS_PER_MINUTE = 60_000;
const KIB_PER_GIB = 2 ** 20;
/** Blocks of `ulimit -f`, as POSIX has them. */
const BLOCK = 512;
/** Milliseconds between two looks at the disk. */
const LOOK_MS = 200;

/** A shell limits itself and becomes the program; where a limit is lower already, it stays. */
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
  /** Ends the watch with a last look at the disk, as a program can fill it between two looks. */
  end(): Promise<void>;
}

/** Calls `exceed` once the run has used more time, disk or output than it may. */
export function watchRun(
  folder: string,
  { minutes, disk = bundleLimits.mostBytes }: RunLimits,
  exceed: (error: EngineError) => void,
): Watch {
  const timer =
    minutes === undefined
      ? undefined
      : setTimeout(() => {
          exceed(beyond('time', `at most ${minutes} minutes`, '; allow more with --time-limit'));
        }, minutes * MS_PER_MINUTE);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    if (await fills(folder, disk)) {
      exceed(beyond('disk', `at most ${bundleLimits.mostFiles} files and ${disk} bytes`));
    }
    looking = false;
  };
  const looks = setInterval(() => void look(), LOOK_MS);
  let output = 0;
  return {
    printed(bytes) {
      output += bytes;
      if (output > MOST_OUTPUT) exceed(beyond('output', `at most ${MOST_OUTPUT} printed bytes`));
    },
    async end() {
      clearTimeout(timer);
      clearInterval(looks);
      looking = false;
      await look();
    },
  };
}

function beyond(limit: 'time' | 'disk' | 'output', expected: string, advice = ''): EngineError {
  const message = `bundle: expected the engine to use ${expected}, found more; it was stopped${advice}`;
  return new EngineError('engine-limit', message, { limit });
}

/** True if a folder has more files or bytes than it may have. Files can vanish while they are counted. */
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
