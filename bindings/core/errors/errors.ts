/**
 * Typed errors. A message names the subject, what was expected, what was found and what to do. `code` is a stable
 * kebab-case string for programs. `status` is the number that the core returned, 0 if the bindings raised the error.
 */
import { messageOf } from '../text/messages.js';

export type ErrorDetail = Readonly<Record<string, unknown>>;

export abstract class EconError extends Error {
  /** Process exit code of the command line for this class of error. */
  abstract readonly exitCode: number;
  /** Declared explicitly, because minifiers rename classes. */
  abstract override readonly name: string;

  readonly code: string;
  readonly status: number;
  readonly detail: ErrorDetail;

  /** `excerpt`: lines below the message that show a place in a text. */
  constructor(code: string, message: string, detail: ErrorDetail = {}, status = 0, excerpt = '') {
    super(messageOf(message, excerpt));
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** The engine failed: memory, a foreign build, a trap, a dead worker. */
export class EngineError extends EconError {
  override readonly name = 'EngineError';
  override readonly exitCode = 1;
}

/** Data, formula, model file or options are wrong. */
export class InputError extends EconError {
  override readonly name = 'InputError';
  override readonly exitCode = 3;
}

/** The parameters are not identified by this sample. */
export class IdentificationError extends EconError {
  override readonly name = 'IdentificationError';
  override readonly exitCode = 4;
}

/** Arithmetic broke down: an indefinite matrix, an overflow. */
export class NumericalError extends EconError {
  override readonly name = 'NumericalError';
  override readonly exitCode = 5;
}

/** An iteration did not converge, or too many bootstrap replicates failed. */
export class ConvergenceError extends EconError {
  override readonly name = 'ConvergenceError';
  override readonly exitCode = 6;
}

/** An error as data that can be sent between threads. */
export interface PlainError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status?: number;
  readonly detail?: ErrorDetail;
}

export function plainError({ name, code, message, status, detail }: EconError): PlainError {
  return { name, code, message, status, detail };
}

/** Restores an error that a thread sent, with its class. */
export function revivedError({ name, code, message, detail, status }: PlainError): EconError {
  const classes = [
    EngineError,
    InputError,
    IdentificationError,
    NumericalError,
    ConvergenceError,
  ] as const;
  const error = classes
    .map((Class) => new Class(code, '', detail, status))
    .find((one) => one.name === name)!;
  error.message = message; // complete: it may include an excerpt
  return error;
}
