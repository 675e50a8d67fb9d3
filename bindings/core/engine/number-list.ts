/** Lists of numbers that callers pass to array functions. */
import { badArgument } from '../errors/bad-argument.js';
import type { Take } from './instances/scratch.js';
import { aNumber, listOfNumbers } from '../../words/expectations/values.js';
import { numberNotColumn } from '../../words/expectations/core/arrays.js';

/** True for an array or a typed array, whatever its elements. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

const newArray: Take = (length) => new Float64Array(length);

/**
 * The list itself if it is a `Float64Array`, or a copy in an array from `take`.
 *
 * @throws InputError `bad-value` for anything but a list of numbers
 */
export function numbersOf(
  subject: string,
  name: string,
  value: unknown,
  take = newArray,
): Float64Array {
  if (value instanceof Float64Array) return value;
  if (!isList(value)) throw badArgument(subject, name, listOfNumbers(), value);
  const numbers = take(value.length);
  const place = copyNumbers(value, numbers);
  if (place === numbers.length) return numbers;
  const expected = isList(value[place]) ? numberNotColumn() : aNumber();
  throw badArgument(subject, `${name}[${place}]`, expected, value[place]);
}

/**
 * Copies elements up to the first that is not a number, which also happens if the list became shorter. Returns its
 * position, or the length.
 */
function copyNumbers(from: ArrayLike<unknown>, to: Float64Array): number {
  let i = 0;
  for (; i < to.length; ++i) {
    const number = from[i];
    if (typeof number !== 'number') break;
    to[i] = number;
  }
  return i;
}
