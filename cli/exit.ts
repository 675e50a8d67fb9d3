import { CommanderError, InvalidArgumentError } from 'commander';
import { EconError } from '../bindings/index.js';
import { visibleMessage } from '../bindings/entries/report.js';
import { interrupted, type Unfinished } from '../bindings/words/errors/program/usage.js';
import type { Told } from '../bindings/words/told.js';
import { type Host, inLanguage, printError } from './host.js';
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
export class Interrupted extends Error {
  readonly told: Told;

  constructor(before: Unfinished) {
    const told = interrupted({ before });
    super(told.text);
    this.told = told;
  }
}

/** The error of a command line that cannot be run. */
export function usage(told: Told): CommanderError & { readonly told: Told } {
  const error = new CommanderError(exitCodes.usage, 'wasmetrics.options', `error: ${told.text}`);
  return Object.assign(error, { told });
}

/** The error for the value of an option, to which commander adds the option and the value. */
export function invalid(told: Told): InvalidArgumentError & { readonly told: Told } {
  return Object.assign(new InvalidArgumentError(told.text), { told });
}

interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly detail: unknown;
  /** The message in the language of the command, if it has another than English. */
  readonly sentence: string | undefined;
}

function failureOf(error: unknown, { spoken }: Host): Failure {
  if (error instanceof EconError) {
    const { exitCode, code, message, detail } = error;
    return { exitCode, code, message, detail, sentence: spoken?.error(error) };
  }
  const { told } = error as { readonly told?: Told };
  const { text: message, detail = {} } = told ?? { text: messageOf(error) };
  const sentence = told && spoken?.told(told);
  return { ...kindOf(error), message, detail, sentence };
}

function kindOf(error: unknown): Pick<Failure, 'exitCode' | 'code'> {
  if (error instanceof Interrupted) return { exitCode: exitCodes.interrupted, code: 'interrupted' };
  if (error instanceof CommanderError) return { exitCode: exitCodes.usage, code: 'usage' };
  return { exitCode: exitCodes.other, code: 'unexpected' };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof CommanderError ? message.replace(/^error: /, '') : message;
}

/** True for what commander throws after it has printed a message, help or the version. */
function alreadyPrinted(error: unknown): error is CommanderError {
  return (
    error instanceof CommanderError &&
    ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)
  );
}

/**
 * Prints an error on standard error, as `wasmetrics: message` or as JSON, with a hint if there is one. Returns its exit
 * code.
 */
export function reportError(error: unknown, json: boolean, host: Host, hint?: Told): number {
  if (alreadyPrinted(error)) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  const { exitCode, code, message, detail, sentence } = failureOf(error, host);
  const next = hint === undefined ? undefined : inLanguage(host)(hint);
  const said = {
    ...(sentence !== undefined && { sentence }),
    ...(next !== undefined && { hint: next }),
  };
  const line = json
    ? JSON.stringify({ error: hideAll({ code, message, detail, ...said }) })
    : `wasmetrics: ${visibleMessage(hideSecrets(sentence ?? message))}`;
  printError(host, line);
  if (!json && next !== undefined) printError(host, next);
  return exitCode;
}
