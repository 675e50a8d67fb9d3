/** Processes of other programs: their time, their peak of memory, and an end for those that hang. */
import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Finished {
  readonly ms: number;
  /** Bytes at the peak; null where the system does not tell. */
  readonly memory: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  /** The signal that ended it. */
  readonly killedBy: NodeJS.Signals | null;
  /** True if the time limit ended it. */
  readonly isLate: boolean;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly folder: string;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds for output after the end of a process: children that it left may hold its pipes open. */
const GRACE_MS = 500;
/** Milliseconds between looks at the memory of a process. */
const LOOK_MS = 5;
/** The longest time of a timer; a longer one would end at once. */
const MOST_MS = 2 ** 31 - 1;
/** Most characters that are kept of what a process prints. */
const MOST = 1_000_000;

/** Signals that end this process, whose child is in a group of its own and would go on. */
const endings = ['SIGTERM', 'SIGHUP'] as const;

/** One thread for each program, as an estimate of ours has. */
const oneThread = Object.fromEntries(
  ['OMP', 'OPENBLAS', 'MKL', 'VECLIB_MAXIMUM', 'R_DATATABLE'].map((of) => [
    `${of}_NUM_THREADS`,
    '1',
  ]),
);

/** Runs a process to its end or to the limit; a program that cannot be started ends with a code of null. */
export function runCommand({ file, args, env }: Command, running: Running): Promise<Finished> {
  const { folder, limitMs, signal } = running;
  const begin = performance.now();
  const isGroup = process.platform !== 'win32';
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, ...oneThread, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isGroup,
  });
  let [stdout, stderr, memory, isLate] = ['', '', null as number | null, false];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout.length < MOST) stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < MOST) stderr += text;
  });
  const end = () => endGroup(child.pid, isGroup);
  const look = setInterval(() => (memory = peakOf(child.pid) ?? memory), LOOK_MS);
  const limit = setTimeout(
    () => {
      isLate = true;
      end();
    },
    Math.min(limitMs, MOST_MS),
  );
  signal?.addEventListener('abort', end);
  const die = (name: NodeJS.Signals) => {
    end();
    process.kill(process.pid, name);
  };
  for (const name of endings) process.once(name, die);
  return new Promise((resolve) => {
    let ms = 0;
    const finish = (code: number | null, killedBy: NodeJS.Signals | null = null) => {
      clearInterval(look);
      clearTimeout(limit);
      signal?.removeEventListener('abort', end);
      for (const name of endings) process.off(name, die);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ ms, memory, stdout, stderr, code, killedBy, isLate });
    };
    child.once('error', (error) => {
      stderr += error.message;
      finish(null);
    });
    child.once('exit', (code, killedBy) => {
      ms = performance.now() - begin;
      end();
      const wait = setTimeout(() => finish(code, killedBy), GRACE_MS);
      child.once('close', () => {
        clearTimeout(wait);
        finish(code, killedBy);
      });
    });
  });
}

/** Ends a process and those that it started. */
function endGroup(pid: number | undefined, isGroup: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(isGroup ? -pid : pid, 'SIGKILL');
  } catch {
    // it has ended
  }
}

/** The peak of a running process, on Linux. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];

/** The files of a command's name in the folders of PATH. */
export function onPath(name: string): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => extensions.map((one) => join(folder, name + one)));
  return [...new Set(places)].filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
