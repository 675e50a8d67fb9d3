/**
 * The errors as users of the library see them: `code` decides the type of `detail`. Inside the library they have the plain
 * types of `errors.ts`.
 */
import type { ErrorCode, ErrorDetails } from '../../words/errors/details.js';
import * as plain from './errors.js';

export type { ErrorCode, ErrorDetails };
export type { ErrorDetail } from './errors.js';

type DetailOf<Code extends ErrorCode> = ErrorDetails[Code] & plain.ErrorDetail;

type Arguments = ConstructorParameters<typeof plain.InputError>;
/** A class whose errors are of this type, as `instanceof` tells. */
type ErrorClass<Instance> = (new (...args: Arguments) => Instance) & {
  readonly prototype: Instance;
};
type AbstractClass<Instance> = (abstract new (...args: Arguments) => Instance) & {
  readonly prototype: Instance;
};

/** Any error of the library: `code` names it, and decides which `detail` it has. */
export type EconError = {
  [Code in ErrorCode]: plain.EconError<Code, DetailOf<Code>>;
}[ErrorCode];
export const EconError = plain.EconError as AbstractClass<EconError>;

/** The engine failed: memory, a foreign build, a trap, a dead worker. */
export type EngineError = {
  [Code in ErrorCode]: plain.EngineError<Code, DetailOf<Code>>;
}[ErrorCode];
export const EngineError = plain.EngineError as ErrorClass<EngineError>;

/** Data, formula, model file or options are wrong. */
export type InputError = {
  [Code in ErrorCode]: plain.InputError<Code, DetailOf<Code>>;
}[ErrorCode];
export const InputError = plain.InputError as ErrorClass<InputError>;

/** The parameters are not identified by this sample. */
export type IdentificationError = {
  [Code in ErrorCode]: plain.IdentificationError<Code, DetailOf<Code>>;
}[ErrorCode];
export const IdentificationError = plain.IdentificationError as ErrorClass<IdentificationError>;

/** Arithmetic broke down: an indefinite matrix, an overflow. */
export type NumericalError = {
  [Code in ErrorCode]: plain.NumericalError<Code, DetailOf<Code>>;
}[ErrorCode];
export const NumericalError = plain.NumericalError as ErrorClass<NumericalError>;

/** An iteration did not converge, or too many bootstrap replicates failed. */
export type ConvergenceError = {
  [Code in ErrorCode]: plain.ConvergenceError<Code, DetailOf<Code>>;
}[ErrorCode];
export const ConvergenceError = plain.ConvergenceError as ErrorClass<ConvergenceError>;
