/** Lists of numbers that a caller passes to functions of arrays. */
import { badArgument } from './bad-argument.js';

/** True for an array and for a typed array, whatever its elements are. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/**
 * The list itself if it is a `Float64Array`, or a copy.
 *
 * @throws InputError `bad-value` for anything but a list of numbers
 */
export function numbersOf(subject: string, name: string, value: unknown): Float64Array {
  if (value instanceof Float64Array) return value;
  if (!isList(value)) throw badArgument(subject, name, 'a list of numbers', value);
  const numbers = new Float64Array(value.length);
  for (let i = 0; i < value.length; ++i) {
    const number = value[i];
    if (typeof number !== 'number') {
      const expected = isList(number)
        ? 'a number (a matrix is a list of columns; see fromRows)'
        : 'a number';
      throw badArgument(subject, `${name}[${i}]`, expected, number);
    }
    numbers[i] = number;
  }
  return numbers;
}
