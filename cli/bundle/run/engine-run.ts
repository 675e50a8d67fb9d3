/** Runs an engine in a confined process within limits. The engine ends when this process ends. */
import { spawn } from 'node:child_process';
import { EngineError, InputError } from '../../../bindings/index.js';
import { engineFailed } from '../../../bindings/words/errors/program/engines.js';
import { exitCodes, Interrupted } from '../../exit.js';
import type { Host } from '../../host.js';
import type { Confinement } from './confinement.js';
import { constants } from 'node:os';
import { limited, type RunLimits, watchRun } from './limits.js';
import { type EngineProgram, writable } from './permissions.js';

/** What a failed engine left. */
interface Failed {
  /** The exit code. From 129 on, it is 128 plus the number of the signal that ended the engine. */
  readonly code: number;
  /** The end of what it printed on standard error. */
  readonly stderr: string;
  readonly isUntrusted: boolean;
  readonly limits: RunLimits;
}

/** Shells add this to the number of a signal. */
const SIGNALS = 128;
/** Maximum characters of an engine's output in a message. */
const QUOTED = 300;

/** The installed engine's error. For an untrusted engine, whose codes and messages may be false, a general error. */
function failure(failed: Failed): Error {
  const printed = printedError(failed.stderr);
  if (printed !== undefined && !failed.isUntrusted) {
    const { code, message } = printed;
    return new InputError({ id: code, detail: { status: failed.code }, text: message });
  }
  const { code: status, limits } = failed;
  const words = (printed?.message ?? lastWords(failed.stderr)).slice(0, QUOTED);
  const detail = { status, signal: signalOf(status), printed: words.replace(/\s+/g, ' ') };
  return new EngineError(engineFailed({ ...detail, memory: limits.memory }), 'bundle');
}

function signalOf(code: number): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => number === code - SIGNALS)?.[0];
}

/** The error that an engine printed as JSON on its last line. */
function printedError(stderr: string): { code: string; message: string } | undefined {
  try {
    const last = stderr.trimEnd().split('\n').at(-1) ?? '';
    const { error } = JSON.parse(last) as { error?: { code?: unknown; message?: unknown } | null };
    const { code, message } = error ?? {};
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : undefined;
  } catch {
    return undefined;
  }
}

/** The line of an uncaught error; otherwise the last line. */
function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  return lines.filter((line) => /^(\w*Error\b|FATAL)/.test(line)).at(-1) ?? lines.at(-1)!;
}

/**
 * A Node script that runs the program in its arguments. It kills the program when its standard input ends, a pipe from
 * the process that started the script. The program is in a separate process group, and the whole group is killed.
 */
const script = `
const { spawn } = require('node:child_process');
const { signals } = require('node:os').constants;
const [file, ...args] = process.argv.slice(1);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
const grouped = process.platform !== 'win32';
const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: grouped });
const kill = () => {
  try {
    process.kill(grouped ? -child.pid : child.pid, 'SIGKILL');
  } catch {}
};
process.stdin.on('end', kill).on('error', kill).resume();
child.on('error', ({ message }) => { console.error(message); process.exit(1); });
child.on('exit', (code, signal) => process.exit(code ?? 128 + signals[signal]));
`;

/** The command that runs another one under this script, the keeper. */
export function kept(command: readonly string[]): readonly string[] {
  return [process.execPath, '-e', script, '--', ...command];
}

export interface EngineRun extends EngineProgram {
  readonly confinement: Confinement;
  readonly limits: RunLimits;
}

/** Variables that a run may see; others could change what Node does, or are private. */
const passed = ['SystemRoot', 'LANG', 'LC_ALL', 'TZ'];

/** Milliseconds in which a keeper must end its engine before it is killed itself. */
const END_MS = 5000;
/** Characters of standard error that are kept, from the end. */
const KEPT = 65_536;

/**
 * Runs an engine to its end.
 *
 * @throws InputError with the code and message of the installed engine's error; EngineError `engine-failed`, and
 *   `engine-limit` if it exceeded a limit; Interrupted
 */
export async function runEngine(host: Host, run: EngineRun): Promise<void> {
  const { confinement, limits } = run;
  const child = start(run);
  let stderr = '';
  let reason: Error | undefined;
  const stop = (error: Error) => {
    if (reason !== undefined) return;
    reason = error;
    child.stdin.destroy();
    setTimeout(() => {
      child.kill('SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
    }, END_MS).unref();
  };
  const interrupt = () => stop(new Interrupted('study'));
  const watch = watchRun(writable(run), limits, (error: EngineError) => stop(error));
  child.stdin.on('error', () => undefined); // the process has ended
  child.stdout.on('data', (part: Buffer) => watch.printed(part.length));
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    watch.printed(part.length);
    stderr = (stderr + part).slice(-KEPT);
  });
  host.once('SIGINT', interrupt);
  host.once('SIGTERM', interrupt);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? exitCodes.other));
    }).finally(() => watch.end());
    if (reason !== undefined) throw reason;
    if (code === exitCodes.ok || code === exitCodes.failedPart) return;
    throw failure({ code, stderr, isUntrusted: confinement.isUntrusted, limits });
  } finally {
    host.off('SIGINT', interrupt);
    host.off('SIGTERM', interrupt);
  }
}

function start(run: EngineRun) {
  const { confinement, limits, folder } = run;
  const [file, ...args] = kept(limited(confinement.command(run), limits));
  const home = writable(run);
  return spawn(file!, args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(passed.map((name) => [name, process.env[name]])),
      HOME: home,
      TMPDIR: home,
      TEMP: home,
      TMP: home,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
