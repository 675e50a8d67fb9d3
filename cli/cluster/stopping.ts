/** Stops a part: a signal from the scheduler, Ctrl-C, or the time limit. */
import type { Host } from '../host.js';
import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { invalid } from '../exit.js';

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds in a text such as `90s`, `55m` or `1h30m`. */
export function durationOf(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([smhd])/g)];
  const length = parts.reduce((sum, [part]) => sum + part.length, 0);
  const seconds = parts.reduce((sum, [, n, unit]) => sum + Number(n) * secondsOf[unit!]!, 0);
  if (length === text.length && seconds > 0) return seconds;
  throw invalid(usageValue.duration());
}

/**
 * Calls `run` with a host that turns a signal from the scheduler, or the end of the time limit, into a Ctrl-C. The
 * limit counts from the start of the process. A listener that is added later is called at once.
 */
export async function stoppable<T>(
  host: Host,
  seconds: number | undefined,
  run: (host: Host, stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => controller.abort();
  const left = seconds === undefined ? undefined : 1000 * seconds - performance.now();
  const timer = left === undefined ? undefined : setTimeout(stop, waitOf(left));
  const terminate = () => {
    host.once('SIGTERM', terminate); // schedulers send it repeatedly; the part still writes what it has and its exit code
    stop();
  };
  host.once('SIGTERM', terminate);
  host.once('SIGINT', stop);
  try {
    return await run(withSignal(host, signal), signal);
  } finally {
    clearTimeout(timer);
    host.off('SIGINT', stop);
  }
}

/** Maximum milliseconds of a timer. */
const LONGEST_MS = 2 ** 31 - 1;

/** At least 1 ms, because the limit may have passed while the program was loading. */
const waitOf = (left: number) => Math.max(1, Math.min(left, LONGEST_MS));

function withSignal(host: Host, signal: AbortSignal): Host {
  return {
    ...plainHost(host),
    once(_, listener) {
      if (signal.aborted) listener();
      else signal.addEventListener('abort', listener, { once: true });
    },
    off: (_, listener) => signal.removeEventListener('abort', listener),
  };
}

/** An object with only the members of a host; a process has more. */
export function plainHost(host: Host): Host {
  const { stdin, stdout, stderr, spoken } = host;
  return {
    ...(spoken && { spoken }),
    stdin,
    stdout,
    stderr,
    cwd: () => host.cwd(),
    once: (signal, listener) => host.once(signal, listener),
    off: (signal, listener) => host.off(signal, listener),
  };
}
