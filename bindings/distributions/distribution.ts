/** What every distribution has: functions of a number or of a list of numbers. */
import { badArgument } from '../core/bad-argument.js';
import { sharedEngine } from '../core/shared.js';
import type { CoreExports } from '../generated/exports.js';

/** A function of a number, or of each number of a list. */
export interface Pointwise<Parameters extends readonly (number | undefined)[]> {
  (x: number, ...parameters: Parameters): number;
  (x: ArrayLike<number>, ...parameters: Parameters): Float64Array<ArrayBuffer>;
}

/**
 * A continuous distribution. NaN gives NaN. Parameters and probabilities out of range throw InputError `bad-value`, a
 * call before `ready()` EngineError `not-ready`.
 */
export interface Distribution<Parameters extends readonly (number | undefined)[]> {
  /** The density at x. */
  readonly pdf: Pointwise<Parameters>;
  /** P(X <= x). */
  readonly cdf: Pointwise<Parameters>;
  /** P(X > x), exact where it is small. */
  readonly sf: Pointwise<Parameters>;
  /** ln P(X > x), finite far beyond the point where `sf` is 0. */
  readonly logSf: Pointwise<Parameters>;
  /** The x with P(X <= x) = p, 0 <= p <= 1. */
  readonly quantile: Pointwise<Parameters>;
  /** The x with P(X > x) = p, 0 <= p <= 1: the critical value of an upper tail. */
  readonly isf: Pointwise<Parameters>;
}

/** A parameter: its name and the values that it may have. */
export interface Parameter {
  readonly name: string;
  readonly expected: string;
  readonly allows: (value: number) => boolean;
  /** Used if the parameter is not given. */
  readonly usual?: number;
}

/** A function of the core: the argument and the parameters to its value. */
type Kernel = (core: CoreExports, x: number, a: number, b: number, c: number) => number;

export interface Kernels {
  readonly pdf: Kernel;
  readonly cdf: Kernel;
  readonly sf: Kernel;
  readonly logSf: Kernel;
  readonly quantile: Kernel;
  readonly isf: Kernel;
}

/** Makes a distribution of its kernels. */
export function distribution<Parameters extends readonly (number | undefined)[]>(
  name: string,
  parameters: readonly Parameter[],
  kernels: Kernels,
): Distribution<Parameters> {
  const of = (part: keyof Kernels) =>
    pointwise<Parameters>(`${name}.${part}`, parameters, kernels[part], isInverse(part));
  return {
    pdf: of('pdf'),
    cdf: of('cdf'),
    sf: of('sf'),
    logSf: of('logSf'),
    quantile: of('quantile'),
    isf: of('isf'),
  };
}

function isInverse(part: keyof Kernels): boolean {
  return part === 'quantile' || part === 'isf';
}

function pointwise<Parameters extends readonly (number | undefined)[]>(
  subject: string,
  parameters: readonly Parameter[],
  kernel: Kernel,
  inverse: boolean,
): Pointwise<Parameters> {
  const f = (x: number | ArrayLike<number>, ...given: number[]) => {
    const core = sharedEngine(subject).exports;
    const [a = 0, b = 0, c = 0] = valuesOf(subject, parameters, given);
    const one = (value: unknown, place: number) => {
      const argument = numberOf(subject, value, place, inverse);
      return kernel(core, argument, a, b, c);
    };
    if (typeof x === 'number') return one(x, -1);
    if (typeof x !== 'object' || x === null || !Number.isSafeInteger(x.length)) {
      throw badArgument(subject, inverse ? 'p' : 'x', 'a number or a list of numbers', x);
    }
    const out = new Float64Array(x.length);
    for (let i = 0; i < out.length; ++i) out[i] = one(x[i], i);
    return out;
  };
  return f as unknown as Pointwise<Parameters>;
}

function valuesOf(subject: string, parameters: readonly Parameter[], given: readonly unknown[]) {
  if (given.length > parameters.length) {
    const names = parameters.map(({ name }) => name).join(', ');
    throw badArgument(subject, 'arguments', `no more than ${names || 'x'}`, given.length + 1);
  }
  return parameters.map(({ name, expected, allows, usual }, i) => {
    const value = given[i] ?? usual;
    if (typeof value === 'number' && allows(value)) return value;
    throw badArgument(subject, name, expected, value);
  });
}

function numberOf(subject: string, value: unknown, place: number, inverse: boolean): number {
  const where = place < 0 ? '' : `[${place}]`;
  if (typeof value !== 'number') {
    throw badArgument(subject, `${inverse ? 'p' : 'x'}${where}`, 'a number', value);
  }
  if (inverse && (value < 0 || value > 1)) {
    throw badArgument(subject, `p${where}`, 'a probability from 0 to 1', value);
  }
  return value;
}
