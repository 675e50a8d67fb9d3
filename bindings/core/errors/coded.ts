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
/**
 * What `instanceof` tells: of a class of the library its errors with their codes, of a class that extends it, those of
 * that class, which may have codes of their own.
 */
type Told<Class, Coded> = Class extends { readonly prototype: infer Instance }
  ? 0 extends 1 & Instance
    ? Coded
    : Instance
  : Coded;
/** An interface, because TypeScript 5.4 ignores the predicate of an intersection. */
interface ErrorClass<Plain, Coded> {
  new <Made extends Plain = Plain>(...args: Arguments): Made;
  [Symbol.hasInstance]<Class>(this: Class, value: unknown): value is Told<Class, Coded>;
}

/** Any error of the library: `code` names it, and decides which `detail` it has. */
export type EconError = {
  [Code in ErrorCode]: plain.EconError<Code, DetailOf<Code>>;
}[ErrorCode];
export const EconError = plain.EconError as unknown as ErrorClass<plain.EconError, EconError>;

/** The engine failed: memory, a foreign build, a trap, a dead worker. */
export type EngineError = {
  [Code in ErrorCode]: plain.EngineError<Code, DetailOf<Code>>;
}[ErrorCode];
export const EngineError = plain.EngineError as unknown as ErrorClass<
  plain.EngineError,
  EngineError
>;

/** Data, formula, model file or options are wrong. */
export type InputError = {
  [Code in ErrorCode]: plain.InputError<Code, DetailOf<Code>>;
}[ErrorCode];
export const InputError = plain.InputError as unknown as ErrorClass<plain.InputError, InputError>;

/** The parameters are not identified by this sample. */
export type IdentificationError = {
  [Code in ErrorCode]: plain.IdentificationError<Code, DetailOf<Code>>;
}[ErrorCode];
export const IdentificationError = plain.IdentificationError as unknown as ErrorClass<
  plain.IdentificationError,
  IdentificationError
>;

/** Arithmetic broke down: an indefinite matrix, an overflow. */
export type NumericalError = {
  [Code in ErrorCode]: plain.NumericalError<Code, DetailOf<Code>>;
}[ErrorCode];
export const NumericalError = plain.NumericalError as unknown as ErrorClass<
  plain.NumericalError,
  NumericalError
>;

/** An iteration did not converge, or too many bootstrap replicates failed. */
export type ConvergenceError = {
  [Code in ErrorCode]: plain.ConvergenceError<Code, DetailOf<Code>>;
}[ErrorCode];
export const ConvergenceError = plain.ConvergenceError as unknown as ErrorClass<
  plain.ConvergenceError,
  ConvergenceError
>;
