/** Compares values with the shapes that the build writes from the types of results. */
import type { Told } from '../words/told.js';
import {
  aNumber,
  aValue,
  trueOrFalse,
  aList,
  listOfNumbers,
  keysAndValues,
} from '../words/expectations/values.js';
import * as wanted from '../words/expectations/analysis/results.js';
import { isKeyed } from '../core/arguments/arguments.js';
import { type Keys, objectAt, type Shape } from './shape-text.js';

type Key = string | number;

/** What is wrong with a part of a value. */
export class ShapeError extends Error {
  /** The keys that lead to the part. */
  readonly path: Key[] = [];

  constructor(
    readonly expected: Told,
    readonly value: unknown,
  ) {
    super(expected.text);
  }
}

/**
 * The value if it has the shape, with NaN for null in the place of a number, because JSON writes null for numbers that
 * are not finite. Parts without such a null are not copied. Objects may have additional keys.
 *
 * @throws ShapeError
 */
export function shaped(shape: Shape, value: unknown): unknown {
  if (shape === 'floats') return floats(value);
  if (typeof shape === 'string') return scalar(shape, value);
  if ('is' in shape) {
    if (value === shape.is) return value;
    throw new ShapeError(wanted.exactly({ value: shape.is }), value);
  }
  if ('any' in shape) return anyOf(shape.any, value);
  if ('object' in shape) return objectOf(objectAt(shape.object), value);
  if ('map' in shape) {
    if (!isKeyed(value)) throw new ShapeError(wanted.valuesByName(), value);
    return replaced(value, Object.keys(value), () => shape.map);
  }
  if (!Array.isArray(value)) throw new ShapeError(aList(), value);
  const places = [...value.keys()];
  if ('list' in shape) return replaced(value, places, () => shape.list);
  const { tuple } = shape;
  if (value.length !== tuple.length)
    throw new ShapeError(wanted.valuesOf({ count: tuple.length }), value);
  return replaced(value, places, (place) => tuple[place as number]!);
}

function floats(value: unknown): Float64Array {
  if (value instanceof Float64Array) return value;
  if (!Array.isArray(value)) throw new ShapeError(listOfNumbers(), value);
  const isNumber = (one: unknown) => typeof one === 'number' || one === null;
  const other = value.findIndex((one) => !isNumber(one));
  if (other >= 0) throw new ShapeError(listOfNumbers(), value[other]);
  return Float64Array.from(value, (one: number | null) => one ?? NaN);
}

const words = {
  number: aNumber,
  string: wanted.someText,
  boolean: trueOrFalse,
  null: () => wanted.exactly({ value: null }),
  unknown: aValue,
} as const;

type Scalar = keyof typeof words;

/** True if the shape is a primitive type that fits the value. */
function isScalar(shape: Shape, value: unknown): boolean {
  return shape === 'unknown' || (shape === 'null' ? value === null : typeof value === shape);
}

function scalar(shape: Scalar, value: unknown): unknown {
  if (isScalar(shape, value)) return value;
  if (shape === 'number' && value === null) return NaN;
  throw new ShapeError(words[shape](), value);
}

/**
 * The value read by the first shape that accepts it unchanged, or else by the first that accepts it; otherwise the
 * error of the deepest part.
 */
function anyOf(shapes: readonly Shape[], value: unknown): unknown {
  // Results have many numbers that may be null, and creating an error with its stack for each takes a tenth of a
  // millisecond.
  if (shapes.some((shape) => isScalar(shape, value))) return value;
  const failed = new Map<Shape, ShapeError>();
  const accepted: unknown[] = [];
  const [likely, others] = [true, false].map((could) =>
    shapes.filter((shape) => couldTake(shape, value) === could),
  );
  for (const shape of [...likely!, ...others!]) {
    if (accepted.length > 0 && others!.includes(shape)) break;
    try {
      const as = shaped(shape, value);
      if (Object.is(as, value)) return value;
      accepted.push(as);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      failed.set(shape, error);
    }
  }
  if (accepted.length > 0) return accepted[0];
  const failures = shapes.flatMap((shape) => failed.get(shape) ?? []);
  const depth = Math.max(...failures.map(({ path }) => path.length));
  if (depth > 0) throw failures.find(({ path }) => path.length === depth)!;
  throw new ShapeError(
    wanted.anyOfThese({ these: failures.map(({ expected }) => expected) }),
    value,
  );
}

/** False for a shape of another form than the value; such a shape is tried only for its message. */
function couldTake(shape: Shape, value: unknown): boolean {
  if (shape === 'floats') return value instanceof Float64Array || Array.isArray(value);
  if (typeof shape === 'string') return shape === 'number' && value === null;
  if ('is' in shape) return shape.is === value;
  if ('any' in shape) return true;
  return 'object' in shape || 'map' in shape ? isKeyed(value) : Array.isArray(value);
}

function objectOf(keys: Keys, value: unknown): unknown {
  if (!isKeyed(value)) throw new ShapeError(keysAndValues(), value);
  const shapes = new Map<Key, Shape>();
  for (const [key, shape] of Object.entries(keys)) {
    const optional = key.endsWith('?');
    const name = optional ? key.slice(0, -1) : key;
    if (!optional || value[name] !== undefined) shapes.set(name, shape);
  }
  return replaced(value, [...shapes.keys()], (name) => shapes.get(name)!);
}

/** The value with the parts that change replaced in a copy; the value itself if none does. */
function replaced(value: object, keys: readonly Key[], shapeOf: (key: Key) => Shape): object {
  const changed = new Map<Key, unknown>();
  for (const key of keys) {
    const part: unknown = value[key as keyof typeof value];
    const as = partOf(key, shapeOf(key), part);
    if (!Object.is(as, part)) changed.set(key, as);
  }
  if (changed.size === 0) return value;
  if (Array.isArray(value)) {
    return value.map((part: unknown, place) => (changed.has(place) ? changed.get(place) : part));
  }
  return { ...value, ...Object.fromEntries(changed) };
}

function partOf(key: Key, shape: Shape, part: unknown): unknown {
  try {
    return shaped(shape, part);
  } catch (error) {
    if (error instanceof ShapeError) error.path.unshift(key);
    throw error;
  }
}
