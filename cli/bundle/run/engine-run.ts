/** Runs an engine in a confined process within limits, which ends when this process ends. */
import { spawn } from 'node:child_process';
import type { EngineError } from '../../../bindings/index.js';
import { exitCodes, Interrupted } from '../../exit.js';
import type { Host } from '../../host.js';
import type { Confinement } from './confinement.js';
import { failure } from './failure.js';
import { kept } from './keeper.js';
import { limited, type RunLimits, watchRun } from './limits.js';
import { type EngineProgram, writable } from './permissions.js';

export interface EngineRun extends EngineProgram {
  readonly confinement: Confinement;
  readonly limits: RunLimits;
}

/** Variables that a run may see; others could change what Node does, or are private. */
const passed = ['SystemRoot', 'LANG', 'LC_ALL', 'TZ'];

/** Milliseconds that a keeper has to end its engine before it is killed. */
const END_MS = 5000;
/** Characters of standard error that are kept. */
const KEPT = 65_536;

/**
 * Runs an engine to its end.
 *
 * @throws InputError with the code and message of the installed engine's error; EngineError `engine-failed`, and
 *   `engine-limit` if it used more than it may; Interrupted
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
  const interrupt = () => stop(new Interrupted('stopped before the study was complete'));
  const watch = watchRun(writable(run), limits, (error: EngineError) => stop(error));
  child.stdin.on('error', () => undefined); // it has ended
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
      ...{ HOME: home, TMPDIR: home, TEMP: home, TMP: home },
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
