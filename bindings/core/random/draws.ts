/**
 * Numbers drawn from a stream. Each call starts with the stream's next word; the functions document how many words a
 * number takes.
 */
import { badArgument } from '../errors/bad-argument.js';
import { checkWhole, withDefaults } from '../arguments/choices.js';
import { type Count, type Drawn, filled, MOST } from './counts.js';
import { drawn, type RandomStream } from './stream.js';
import { aFiniteNumber, aList, finiteAboveZero } from '../../words/expectations/values.js';

export function checkFinite(
  subject: string,
  name: string,
  value: unknown,
  above = -Infinity,
): void {
  if (typeof value === 'number' && Number.isFinite(value) && value > above) return;
  const expected = above === 0 ? finiteAboveZero() : aFiniteNumber();
  throw badArgument(subject, name, expected, value);
}

/**
 * Uniform numbers between `low` and `high`, both excluded: midpoints of 2^52 equal intervals, two words each.
 *
 * @param count - how many, or an array to fill; without it one number is returned
 * @throws InputError `bad-value`; EngineError `not-ready`
 */
export function uniform<C extends Count = undefined>(
  source: RandomStream,
  count?: C,
  low = 0,
  high = 1,
): Drawn<C> {
  checkFinite('uniform', 'low', low);
  checkFinite('uniform', 'high', high, low);
  return filled('uniform', count as C, (out) =>
    drawn('uniform', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_uniform(out.length, low, high - low, to)),
    ),
  );
}

/** Normal numbers, by inversion of a uniform number, two words each. Throws as `uniform`. */
export function normal<C extends Count = undefined>(
  source: RandomStream,
  count?: C,
  mean = 0,
  sd = 1,
): Drawn<C> {
  checkFinite('normal', 'mean', mean);
  checkFinite('normal', 'sd', sd, 0);
  return filled('normal', count as C, (out) =>
    drawn('normal', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_normal(out.length, mean, sd, to)),
    ),
  );
}

/** Exponential numbers, minus the mean times the logarithm of a uniform number, two words each. Throws as `uniform`. */
export function exponential<C extends Count = undefined>(
  source: RandomStream,
  count?: C,
  mean = 1,
): Drawn<C> {
  checkFinite('exponential', 'mean', mean, 0);
  return filled('exponential', count as C, (out) =>
    drawn('exponential', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_exponential(out.length, mean, to)),
    ),
  );
}

/**
 * Whole numbers from 0 to n - 1 without bias, one word each and one more per rejection (Lemire 2019).
 *
 * @param n - 1 to 2^32
 * @throws as `uniform`
 */
export function integers<C extends Count>(source: RandomStream, count: C, n: number): Drawn<C> {
  checkWhole('integers', 'n', [1, 2 ** 32], n);
  return filled('integers', count, (out) =>
    drawn('integers', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_integers(out.length, n === 2 ** 32 ? 0 : n, to)),
    ),
  );
}

/** -1 or 1 with equal probability, 32 per word. Throws as `uniform`. */
export function rademacher<C extends Count = undefined>(source: RandomStream, count?: C): Drawn<C> {
  return filled('rademacher', count as C, (out) =>
    drawn('rademacher', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_rademacher(out.length, to)),
    ),
  );
}

/** The two points of Mammen (1993): mean 0, variance 1, third moment 1; one word each. Throws as `uniform`. */
export function mammen<C extends Count = undefined>(source: RandomStream, count?: C): Drawn<C> {
  return filled('mammen', count as C, (out) =>
    drawn('mammen', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_mammen(out.length, to)),
    ),
  );
}

/** The six points of Webb, +-sqrt(1/2), +-1 and +-sqrt(3/2), drawn as `integers`. Throws as `uniform`. */
export function webb<C extends Count = undefined>(source: RandomStream, count?: C): Drawn<C> {
  return filled('webb', count as C, (out) =>
    drawn('webb', source, (core, memory) =>
      memory.floats(out, (to) => core.stream_webb(out.length, to)),
    ),
  );
}

/**
 * The numbers 0 to n - 1 in random order (Fisher and Yates), drawn as `integers`.
 *
 * @throws as `uniform`
 */
export function permutation(source: RandomStream, n: number): Int32Array<ArrayBuffer> {
  return exchanged('permutation', source, n, n);
}

/** Puts a list in random order, in place, and returns it. Throws as `uniform`. */
export function shuffle<List extends unknown[] | Float64Array | Int32Array>(
  source: RandomStream,
  list: List,
): List {
  if (!Array.isArray(list) && !ArrayBuffer.isView(list)) {
    throw badArgument('shuffle', 'list', aList(), list);
  }
  const copy = Array.from(list as ArrayLike<unknown>);
  const order = exchanged('shuffle', source, list.length, list.length);
  order.forEach((from, to) => ((list as unknown[])[to] = copy[from]));
  return list;
}

/** How to draw items. */
export interface SampleOptions {
  /** True if an item may be drawn again; false by default. */
  readonly replace?: boolean | undefined;
}

/**
 * `size` of the numbers 0 to n - 1, in the order of the draws.
 *
 * @throws as `uniform`; also if `size` is above n without replacement
 */
export function sample(
  source: RandomStream,
  n: number,
  size: number,
  options: SampleOptions = {},
): Int32Array<ArrayBuffer> {
  const { replace } = withDefaults('sample', { replace: false }, options);
  if (!replace) return exchanged('sample', source, n, size);
  checkWhole('sample', 'n', [1, MOST], n);
  checkWhole('sample', 'size', [0, MOST], size);
  return Int32Array.from(integers(source, size, n));
}

/** The first `size` of n integers, after exchanging each with one drawn from its position to the end. */
function exchanged(subject: string, source: RandomStream, n: number, size: number) {
  checkWhole(subject, 'n', [0, MOST], n);
  checkWhole(subject, 'size', [0, n], size);
  const out = new Int32Array(size);
  const items = Int32Array.from({ length: n }, (_, i) => i);
  drawn(subject, source, (core, memory) => {
    memory.ints(items, (address) => core.stream_shuffle(n, size, address), out);
  });
  return out;
}
