import { CommanderError } from 'commander';
import { EconError, visibleMessage } from '../bindings/index.js';
import { type Host, printError } from './host.js';
import { hideAll, hideSecrets } from './options/secrets.js';

/** Exit codes in addition to those of an `EconError`: 3 input, 4 identification, 5 numerical, 6 not converged. */
export const exitCodes = {
  ok: 0,
  other: 1,
  usage: 2,
  /** A table or figure of a study failed. */
  failedPart: 7,
  /** A required claim is not supported. */
  notSupported: 8,
  /** An output of a bundle differs from its rerun. */
  differs: 9,
  /** A bundle is refused: its files do not match the manifest, or a path leads out of it. */
  refused: 10,
  /** A bundle cannot be rerun without data that it does not ship. */
  dataMissing: 11,
  /** The rerun is identical, but its engine is neither installed nor published. */
  unknownEngine: 12,
  /** The rerun is identical, but used synthetic data. */
  syntheticOnly: 14,
  /** A part of distributed work was stopped; running it again continues it. */
  again: 75,
  interrupted: 130,
} as const;

/** Ctrl-C before there was a result to print. */
export class Interrupted extends Error {}

/** The error for options that cannot be combined. */
export function usage(message: string): CommanderError {
  return new CommanderError(exitCodes.usage, 'wasmetrics.options', `error: ${message}`);
}

interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly detail: unknown;
}

function failureOf(error: unknown): Failure {
  if (error instanceof EconError) return error;
  if (error instanceof Interrupted) {
    const { message } = error;
    return { exitCode: exitCodes.interrupted, code: 'interrupted', message, detail: {} };
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    return { exitCode: exitCodes.usage, code: 'usage', message, detail: {} };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: exitCodes.other, code: 'unexpected', message, detail: {} };
}

/** True for what commander throws after it has printed a message, help or the version. */
function alreadyPrinted(error: unknown): error is CommanderError {
  return (
    error instanceof CommanderError &&
    ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)
  );
}

/** Prints an error on standard error, as `wasmetrics: message` or as JSON. Returns its exit code. */
export function reportError(error: unknown, json: boolean, host: Host): number {
  if (alreadyPrinted(error)) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  const { exitCode, code, message, detail } = failureOf(error);
  const line = json
    ? JSON.stringify({ error: hideAll({ code, message, detail }) })
    : `wasmetrics: ${visibleMessage(hideSecrets(message))}`;
  printError(host, line);
  return exitCode;
}
