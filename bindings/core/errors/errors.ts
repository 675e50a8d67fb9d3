/**
 * Typed errors. A message names the subject, what was expected, what was found and what to do. `code` is a stable
 * kebab-case string for programs. `status` is the number that the core returned, 0 if the bindings raised the error.
 */
import { type Told, toldAgain } from '../../words/told.js';
import { messageOf } from '../../words/text/messages.js';

export type ErrorDetail = Readonly<Record<string, unknown>>;

/** What an error tells besides its sentence. */
export interface Telling {
  /** The subject, with which the message begins. */
  readonly of?: string | undefined;
  /** The key or option of the subject that is at fault, which the message names after it. */
  readonly key?: string | undefined;
  /** The place in a file, which the detail of the error has, but not what it says. */
  readonly place?: ErrorDetail | undefined;
  /** The number that the core returned. */
  readonly status?: number;
  /** Lines that show a place in a text below the message. */
  readonly excerpt?: string;
  /** What was thrown first; by default an error with the sentence of the `cause` in the detail. */
  readonly cause?: unknown;
}

/** What an error tells otherwise when somebody else throws it again. */
interface Retelling extends Pick<Telling, 'of' | 'key' | 'place' | 'excerpt'> {
  readonly told?: Told;
  readonly detail?: ErrorDetail;
}

/** The code of a sentence's id. */
const codeOf = (id: string) => id.split('/', 1)[0]!;

/** What another thread, or the host, said, which the detail of an error has as data. */
function quotedCause({ detail }: Told): Error | undefined {
  const { cause } = detail as { readonly cause?: Partial<Told> | null };
  return typeof cause?.text === 'string' ? new Error(cause.text) : undefined;
}

/** Any error of the library. For users `code` decides the type of `detail`: see `coded.ts`. */
export abstract class EconError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends Error {
  /** Process exit code of the command line for this class of error. */
  abstract readonly exitCode: number;
  /** Declared explicitly, because minifiers rename classes. */
  abstract override readonly name: string;

  /** A stable word for programs, such as `unknown-column`. */
  readonly code: Code;
  /** The number that the core returned, 0 if it returned none. */
  readonly status: number;
  /** What the message says, as data, and the place in a file if there is one. */
  readonly detail: Detail;
  readonly #told: Told;
  readonly #telling: Telling;

  /** `telling` is the subject, or says more than that. */
  constructor(told: Told, telling: string | Telling = {}) {
    const all = typeof telling === 'string' ? { of: telling } : telling;
    const { of, key, place, status = 0, excerpt = '', cause = quotedCause(told) }: Telling = all;
    const parts = [of, key, told.text].filter((one) => one !== undefined);
    super(messageOf(parts.join(': '), excerpt), cause === undefined ? undefined : { cause });
    this.code = codeOf(told.id) as Code;
    this.status = status;
    this.detail = { ...told.detail, ...place } as unknown as Detail;
    this.#told = told;
    this.#telling = all;
  }

  /** What the message says of its subject, as data. */
  get told(): Told {
    return this.#told;
  }

  /** The subject, the key and the lines below the message. */
  get telling(): Telling {
    return this.#telling;
  }

  /** The message without the lines below. */
  get line(): string {
    return this.retold({ excerpt: '' }).message;
  }

  /** The error of the same class and status that tells something otherwise; without a subject if `of` is undefined. */
  retold({ told = this.told, detail, ...telling }: Retelling): this {
    const again = detail === undefined ? told : toldAgain(told, detail);
    const all = { ...this.telling, ...telling };
    // Classes of users may have constructors of other arguments.
    const error = Reflect.construct(EconError, [again, all], this.constructor as never) as this;
    return Object.assign(error, { name: this.name, exitCode: this.exitCode });
  }
}

/** The engine failed: memory, a foreign build, a trap, a dead worker. */
export class EngineError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends EconError<Code, Detail> {
  override readonly name: string = 'EngineError';
  override readonly exitCode: number = 1;
}

/** Data, formula, model file or options are wrong. */
export class InputError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends EconError<Code, Detail> {
  override readonly name: string = 'InputError';
  override readonly exitCode: number = 3;
}

/** The parameters are not identified by this sample. */
export class IdentificationError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends EconError<Code, Detail> {
  override readonly name: string = 'IdentificationError';
  override readonly exitCode: number = 4;
}

/** Arithmetic broke down: an indefinite matrix, an overflow. */
export class NumericalError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends EconError<Code, Detail> {
  override readonly name: string = 'NumericalError';
  override readonly exitCode: number = 5;
}

/** An iteration did not converge, or too many bootstrap replicates failed. */
export class ConvergenceError<
  Code extends string = string,
  Detail extends ErrorDetail = ErrorDetail,
> extends EconError<Code, Detail> {
  override readonly name: string = 'ConvergenceError';
  override readonly exitCode: number = 6;
}

/** An error as data that can be sent between threads. */
export interface PlainError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status?: number;
  readonly detail?: ErrorDetail;
  readonly told?: Told;
  readonly telling?: Telling;
}

export function plainError(error: EconError): PlainError {
  const { name, code, message, status, detail, told, telling } = error;
  // A cause may be anything, also what cannot be sent.
  return { name, code, message, status, detail, told, telling: { ...telling, cause: undefined } };
}

/** Restores an error that a thread sent, with its class. */
export function revivedError(plain: PlainError): EconError {
  const { name, code, message, detail = {}, status = 0, telling } = plain;
  const { told = { id: code, detail, text: message } } = plain;
  const classes = [
    EngineError,
    InputError,
    IdentificationError,
    NumericalError,
    ConvergenceError,
  ] as const;
  return classes
    .map((Class) => new Class(told, { status, ...telling }))
    .find((one) => one.name === name)!;
}
