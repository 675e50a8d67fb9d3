/** The methods of every distribution: functions of a number or of a list of numbers. */
import type { Told } from '../../words/told.js';
import { badArgument } from '../errors/bad-argument.js';
import { linearEngine } from '../engine/instances/linear-engine.js';
import { isList } from '../engine/number-list.js';
import type { LinearExports } from '../../generated/exports.js';
import { aNumber, numberOrNumbers } from '../../words/expectations/values.js';
import { noMoreThan, probability, solvable } from '../../words/expectations/core/distributions.js';

/** A function of a number, or of each number in a list. */
export interface Pointwise<Parameters extends readonly (number | undefined)[]> {
  (x: number, ...parameters: Parameters): number;
  (x: ArrayLike<number>, ...parameters: Parameters): Float64Array<ArrayBuffer>;
}

/**
 * A continuous distribution. NaN gives NaN. Parameters and probabilities out of range throw InputError `bad-value`. A
 * call before `ready()` throws EngineError `not-ready`.
 */
export interface Distribution<Parameters extends readonly (number | undefined)[]> {
  /** The density at x. */
  readonly pdf: Pointwise<Parameters>;
  /** P(X <= x). */
  readonly cdf: Pointwise<Parameters>;
  /** P(X > x), accurate even where it is small. */
  readonly sf: Pointwise<Parameters>;
  /** ln P(X > x), finite far beyond the point where `sf` is 0. */
  readonly logSf: Pointwise<Parameters>;
  /** The x with P(X <= x) = p, 0 <= p <= 1. */
  readonly quantile: Pointwise<Parameters>;
  /** The x with P(X > x) = p, 0 <= p <= 1: the critical value of an upper tail. */
  readonly isf: Pointwise<Parameters>;
}

/** A parameter: its name and valid values. */
export interface Parameter {
  readonly name: string;
  readonly expected: () => Told;
  readonly allows: (value: number) => boolean;
  /** The default. */
  readonly usual?: number;
}

/** A function of the core that takes the argument and the parameters. */
type Kernel = (core: LinearExports, x: number, a: number, b: number, c: number) => number;

export interface Kernels {
  readonly pdf: Kernel;
  readonly cdf: Kernel;
  readonly sf: Kernel;
  readonly logSf: Kernel;
  readonly quantile: Kernel;
  readonly isf: Kernel;
}

/** Makes a distribution from its kernels. */
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
    const core = linearEngine(subject).exports;
    if (given.length > parameters.length) throw tooMany(subject, parameters, given.length);
    const a = valueOf(subject, parameters[0], given[0]);
    const b = valueOf(subject, parameters[1], given[1]);
    const c = valueOf(subject, parameters[2], given[2]);
    if (typeof x === 'number') {
      checkNumber(subject, x, -1, inverse);
      return solved(subject, x, -1, kernel(core, x, a, b, c));
    }
    if (!isList(x)) {
      throw badArgument(subject, inverse ? 'p' : 'x', numberOrNumbers(), x);
    }
    const out = new Float64Array(x.length);
    for (let i = 0; i < out.length; ++i) {
      const value = x[i]!;
      checkNumber(subject, value, i, inverse);
      out[i] = solved(subject, value, i, kernel(core, value, a, b, c));
    }
    return out;
  };
  return f as unknown as Pointwise<Parameters>;
}

/** The answer for x, which is NaN for NaN only. */
function solved(subject: string, x: number, place: number, answer: number): number {
  if (Number.isNaN(answer) && !Number.isNaN(x))
    throw badArgument(subject, nameOf('p', place), solvable(), x);
  return answer;
}

function nameOf(name: string, place: number): string {
  return place < 0 ? name : `${name}[${place}]`;
}

function tooMany(subject: string, parameters: readonly Parameter[], count: number) {
  const names = parameters.map(({ name }) => name);
  return badArgument(subject, 'arguments', noMoreThan({ names }), count + 1);
}

/** The value of a parameter; 0 if the distribution has no such parameter. */
function valueOf(subject: string, parameter: Parameter | undefined, given: unknown): number {
  if (parameter === undefined) return 0;
  const value = given ?? parameter.usual;
  if (typeof value === 'number' && parameter.allows(value)) return value;
  throw badArgument(subject, parameter.name, parameter.expected(), value);
}

function checkNumber(subject: string, value: unknown, place: number, inverse: boolean): void {
  if (typeof value === 'number' && !(inverse && (value < 0 || value > 1))) return;
  const name = nameOf(inverse ? 'p' : 'x', place);
  const expected = inverse ? probability() : aNumber();
  throw badArgument(subject, name, expected, value);
}
