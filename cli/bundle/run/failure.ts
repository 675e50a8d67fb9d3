/** The error of an engine that failed. */
import { constants } from 'node:os';
import { EngineError, InputError } from '../../../bindings/index.js';
import type { RunLimits } from './limits.js';

/** What a failed engine left. */
export interface Failed {
  /** From 129 on, 128 and the number of the signal that ended it. */
  readonly code: number;
  /** The end of what it printed on standard error. */
  readonly stderr: string;
  readonly isUntrusted: boolean;
  readonly limits: RunLimits;
}

/** What shells add to the number of a signal. */
const SIGNALS = 128;
/** Characters of an engine's words that a message repeats. */
const QUOTED = 300;

/** The engine's own error, if it is ours: codes and messages of an untrusted one may be false. */
export function failure(failed: Failed): Error {
  const printed = printedError(failed.stderr);
  if (printed !== undefined && !failed.isUntrusted) {
    return new InputError(printed.code, printed.message, { status: failed.code });
  }
  const { code, limits } = failed;
  const words = (printed?.message ?? lastWords(failed.stderr)).slice(0, QUOTED);
  const said = words === '' ? 'it printed no error' : `it printed: ${words}`;
  const memory =
    limits.memory === undefined
      ? ''
      : `; to allow more than ${limits.memory} GiB of memory, use --memory-limit`;
  const message = `bundle: the engine ended with ${ending(code)}; ${said.replace(/\s+/g, ' ')}${memory}`;
  return new EngineError('engine-failed', message, { status: code });
}

function ending(code: number): string {
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - SIGNALS);
  return signal?.[0] ?? `exit code ${code}`;
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

/** The line of an uncaught error, or the last line. */
function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  return lines.filter((line) => /^(\w*Error\b|FATAL)/.test(line)).at(-1) ?? lines.at(-1)!;
}
