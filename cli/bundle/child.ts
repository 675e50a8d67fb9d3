/** Runs an engine in a process that may read and write only the folders it needs. */
import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError, InputError } from '../../bindings/index.js';
import { exitCodes, Interrupted } from '../exit.js';
import type { Host } from '../host.js';

export interface EngineRun {
  /** The file that Node runs. */
  readonly main: string;
  /** The folder that the run sees, which is also where it works. It may write to the folder `run` in it. */
  readonly folder: string;
  readonly args: readonly string[];
  /** The folder of `main`, where that is another one. */
  readonly engineFolder?: string;
}

/**
 * The options of Node with which a process reads `folder` alone, writes to its folder `run`, and starts no other program.
 * Node 25 and newer also refuse it the network.
 */
async function limits({ folder, engineFolder }: EngineRun): Promise<readonly string[]> {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ['--permission', '--experimental-permission'].find((one) => known.has(one));
  if (flag === undefined) return [];
  const readable = [folder, ...(engineFolder === undefined ? [] : [engineFolder])];
  const real = await Promise.all(readable.map((one) => realpath(one)));
  return [
    flag,
    '--allow-worker',
    ...real.map((one) => `--allow-fs-read=${one}`),
    `--allow-fs-write=${join(real[0]!, 'run')}`,
  ];
}

/** Variables that a run may see; others could change what Node does. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'LC_ALL', 'TZ'];

/**
 * Runs an engine to its end. Returns its exit code and what it wrote to standard output.
 *
 * @throws InputError with the code and message of the engine's error; EngineError `engine-failed`
 */
export async function runEngine(
  host: Host,
  run: EngineRun,
): Promise<{ readonly code: number; readonly stdout: string }> {
  const env = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  const options = [...(await limits(run)), '--no-warnings', run.main, ...run.args];
  const child = spawn(process.execPath, options, {
    cwd: run.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    child.kill('SIGINT');
  };
  host.once('SIGINT', stop);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? exitCodes.other));
    });
    if (isStopped) throw new Interrupted('stopped before the study was complete');
    if (code === exitCodes.ok || code === exitCodes.failedPart) return { code, stdout };
    throw failure(stderr, code);
  } finally {
    host.off('SIGINT', stop);
  }
}

/** The error that an engine printed as JSON on its last line. */
function failure(stderr: string, status: number): Error {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  try {
    const { error } = JSON.parse(last) as { error: { code: string; message: string } };
    return new InputError(error.code, error.message, { status });
  } catch {
    const message = `bundle: the engine ended with exit code ${status}: ${last.slice(0, 300)}`;
    return new EngineError('engine-failed', message, { status });
  }
}
