/**
 * Restarts Node without WebAssembly's guard regions if virtual memory is limited (`ulimit -v`, which SGE, LSF and PBS
 * set). With them V8 reserves about 10 GB of address space per memory before it uses any. Without them it checks the
 * bounds of each access; results are the same.
 */
import type * as childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

const FLAG = '--disable-wasm-trap-handler';
const PAGES = '--wasm-max-mem-pages=';

/** Bytes of address space that a thread may reserve: two memories, and the rest of Node. */
const PER_THREAD = 24 * 2 ** 30;

/** Bytes of address space without guard regions: of Node itself, of a thread, and of a memory of useful size. */
const NODE = Number.parseInt(process.versions.node);
const PROCESS = 2 ** 30 * (NODE < 24 ? 1 : 1.5);
const THREAD = 2 ** 30 * (NODE < 26 ? 0.25 : 0.5);
const MEMORY = 2 ** 27;

/** Signals that a scheduler sends to the process that it started. */
const forwarded = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const;

/** Restarts the program if it has too little address space. Returns false if the current process should continue. */
export function startsAgain(): boolean {
  if (!mayStartAgain()) return false;
  const limit = addressLimit();
  const threads = 1 + Math.max(workersOf(process.argv), availableParallelism());
  if (limit >= PER_THREAD * threads) return false;
  const args = [FLAG, mostPages(limit), ...process.execArgv, ...process.argv.slice(1)];
  replaceProcess(args);
  runChild(args);
  return true;
}

/**
 * The option that limits the size of a memory; each thread has two. Without it V8 would reserve as much as it can and
 * leave nothing for the next thread. The library starts only as many workers as this limit allows.
 */
function mostPages(limit: number): string {
  const free = limit - PROCESS;
  const room = Math.floor((free - 2 * MEMORY) / (THREAD + 2 * MEMORY));
  const least = process.argv[2] === 'worker' ? 1 : 0; // a worker computes only in threads
  const workers = Math.max(least, Math.min(workersOf(process.argv), room));
  const bytes = Math.max((free - THREAD * workers) / (2 * (workers + 1)), LEAST_MEMORY);
  return `${PAGES}${Math.floor(Math.min(bytes, MOST_MEMORY) / PAGE)}`;
}

const [PAGE, LEAST_MEMORY, MOST_MEMORY] = [2 ** 16, 3 * 2 ** 24, 2 ** 32];

/** The number of threads that the arguments ask for; by default one per processor, and one for `run`. */
function workersOf(args: readonly string[]): number {
  const name = args[2] === 'worker' ? '--concurrency' : '--workers';
  const position = args.indexOf(name);
  const joined = args.find((one) => one.startsWith(`${name}=`));
  const given = position < 0 ? joined?.slice(name.length + 1) : args[position + 1];
  const count = Number(given ?? (args[2] === 'run' ? 1 : availableParallelism()));
  return Number.isFinite(count) ? count : 1;
}

/** False if Node already has the flag, does not know it, or may not start a program. */
function mayStartAgain(): boolean {
  const { versions, platform, execArgv, env, permission, allowedNodeEnvironmentFlags } = process;
  if (platform !== 'linux' || 'bun' in versions || 'deno' in versions) return false;
  if (execArgv.includes(FLAG) || env['NODE_OPTIONS']?.includes(FLAG) === true) return false;
  const { has } = (permission ?? { has: () => true }) as { has(scope: string): boolean };
  return has('child') && allowedNodeEnvironmentFlags.has(FLAG);
}

/** Node options that limit the address space of child processes. */
export function addressOptions(): readonly string[] {
  return process.execArgv.filter((option) => option === FLAG || option.startsWith(PAGES));
}

/** Maximum bytes of address space of this process. */
function addressLimit(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max address space +(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}

/** Replaces this process by the new one, in Node 22.15 or newer. Returns if that is not possible. */
function replaceProcess(args: readonly string[]): void {
  const { execve, emitWarning } = process as { execve?: Replace; emitWarning: unknown };
  if (execve === undefined) return;
  try {
    Object.assign(process, { emitWarning: () => undefined }); // hides the warning that `execve` is experimental
    execve(process.execPath, [process.execPath, ...args], process.env);
  } catch {
    Object.assign(process, { emitWarning });
  }
}

type Replace = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => void;

/** Runs the new process as a child, forwards signals, and exits with its code. */
function runChild(args: readonly string[]): void {
  const require = createRequire(import.meta.url); // few runs need it
  const { spawn } = require('node:child_process') as typeof childProcess;
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const send = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of forwarded) process.on(signal, send);
  // A terminal sends Ctrl-C to both processes, and a second one would end the program.
  const hasTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  process.on('SIGINT', hasTerminal ? () => undefined : send);
  child.once('error', ({ message }) => {
    process.stderr.write(`wasmetrics: cannot restart Node with ${FLAG}: ${message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
