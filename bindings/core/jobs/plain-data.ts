/**
 * Plain data with typed arrays as bytes, for tasks and results that go to other machines: equal data have equal bytes
 * everywhere, and reading them gives only data. Every part starts at a multiple of 8 bytes:
 *
 *   length of the JSON (u32) | 0 (u32) | JSON, padded with spaces | the arrays in their order, each padded with zeros
 *
 * In the JSON an array is {"#array": [type, length]}, and a number that JSON lacks {"#number": "NaN"}.
 */
import { InputError } from '../errors/errors.js';
import * as said from '../../words/errors/core/jobs.js';

const arrayTypes = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
} as const;
type ArrayType = keyof typeof arrayTypes;
type NumberArray = InstanceType<(typeof arrayTypes)[ArrayType]>;

const ALIGNMENT = 8;

function padded(length: number): number {
  return ALIGNMENT * Math.ceil(length / ALIGNMENT);
}

const marks: ReadonlySet<string> = new Set(['#number', '#map', '#array', '#object']);

/**
 * The bytes of a value.
 *
 * @throws InputError `not-plain-data` for a value that is neither plain data nor an array of numbers
 */
export function encodePlain(value: unknown): Uint8Array {
  const arrays: NumberArray[] = [];
  const json = new TextEncoder().encode(jsonOf(value, arrays));
  const start = ALIGNMENT + padded(json.length);
  const size = arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.fill(0x20, ALIGNMENT, start);
  bytes.set(json, ALIGNMENT);
  let place = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), place);
    place += padded(byteLength);
  }
  return bytes;
}

/** The JSON of a value; its arrays of numbers are moved to `arrays`. */
function jsonOf(value: unknown, arrays: NumberArray[]): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value, function (this: Record<string, unknown>, key) {
      const part = this[key]; // the value before toJSON
      if (part === undefined && Array.isArray(this)) throw notWrittenAs('hole');
      return written(part, arrays);
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw notWrittenAs('size'); // JSON cannot write it
  }
  if (json === undefined) throw notWrittenAs('json');
  return json;
}

/** How JSON represents a part of a value. */
function written(part: unknown, arrays: NumberArray[]): unknown {
  if (typeof part === 'number') return writtenNumber(part);
  if (typeof part === 'bigint' || typeof part === 'function') throw notPlainType(typeof part);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  if (part instanceof Map) return { '#map': [...(part as Map<unknown, unknown>)] };
  const type = Object.entries(arrayTypes).find(([, constructor]) => part instanceof constructor);
  if (type !== undefined) {
    arrays.push(part as NumberArray);
    return { '#array': [type[0], (part as NumberArray).length] };
  }
  return writtenObject(part);
}

function writtenNumber(x: number): unknown {
  if (Number.isFinite(x) && !Object.is(x, -0)) return x;
  return { '#number': Object.is(x, -0) ? '-0' : String(x) };
}

function writtenObject(part: object): object {
  const prototype: unknown = Object.getPrototypeOf(part);
  if (prototype !== Object.prototype && prototype !== null)
    throw notPlainType(part.constructor.name);
  if (Object.hasOwn(part, PROTOTYPE)) throw notWrittenAs('prototype');
  const [key, ...others] = Object.keys(part);
  const isMark = key !== undefined && others.length === 0 && marks.has(key);
  return isMark ? { '#object': Object.entries(part) } : part;
}

function notPlainType(type: string): InputError {
  return new InputError(said.notPlain({ found: type }), 'task');
}

function notWrittenAs(problem: said.PlainProblem): InputError {
  return new InputError(said.notWritten({ problem }), 'task');
}

/** Assigning to this key would change an object's prototype. */
const PROTOTYPE = '__proto__';

/**
 * Reads a value from bytes.
 *
 * @throws InputError `not-plain-data` for bytes that `encodePlain` did not write
 */
export function decodePlain(bytes: Uint8Array): unknown {
  try {
    return decoded(bytes);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(said.unreadableBytes({ reason }), 'task');
  }
}

function wrongBytes(problem: said.BytesProblem): InputError {
  return new InputError(said.otherBytes({ problem }), 'task');
}

function decoded(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  if (length > bytes.length - ALIGNMENT) throw wrongBytes('length');
  const json = new TextDecoder('utf-8', { fatal: true }).decode(
    bytes.subarray(ALIGNMENT, ALIGNMENT + length),
  );
  let place = ALIGNMENT + padded(length);
  const takeArray = (type: unknown, count: unknown): NumberArray => {
    const isKnown = typeof type === 'string' && Object.hasOwn(arrayTypes, type);
    if (!isKnown || !Number.isSafeInteger(count) || (count as number) < 0) {
      throw wrongBytes('unknown-array');
    }
    const constructor = arrayTypes[type as ArrayType];
    const end = place + (count as number) * constructor.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw wrongBytes('array-length');
    const { buffer } = new Uint8Array(bytes.subarray(place, end)); // a copy, which is aligned
    place = padded(end);
    return new constructor(buffer, 0, count as number);
  };
  const value: unknown = JSON.parse(json, (_, part: unknown) => read(part, takeArray));
  if (place !== padded(bytes.length)) throw wrongBytes('rest');
  return value;
}

function read(part: unknown, takeArray: (type: unknown, count: unknown) => NumberArray): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  if (Object.hasOwn(part, PROTOTYPE)) throw wrongBytes('prototype');
  const keys = Object.keys(part);
  if (keys.length !== 1 || !marks.has(keys[0]!)) return part;
  const inner = (part as Record<string, unknown>)[keys[0]!];
  if (keys[0] === '#number') return readNumber(inner);
  const list = inner as readonly unknown[];
  if (!Array.isArray(list)) throw wrongBytes('no-list');
  if (keys[0] === '#array') return takeArray(list[0], list[1]);
  const isEntry = (one: unknown) => Array.isArray(one) && one.length === 2;
  if (!list.every(isEntry)) throw wrongBytes('no-entries');
  const entries = list as readonly (readonly [unknown, unknown])[];
  if (keys[0] === '#map') return new Map(entries);
  const isKey = (key: unknown) => typeof key === 'string' && key !== PROTOTYPE;
  if (!entries.every(([key]) => isKey(key))) throw wrongBytes('no-keys');
  return Object.fromEntries(entries as readonly (readonly [string, unknown])[]);
}

const numbers: ReadonlySet<unknown> = new Set(['NaN', 'Infinity', '-Infinity', '-0']);

function readNumber(text: unknown): number {
  if (numbers.has(text)) return Number(text);
  throw wrongBytes('unknown-number');
}
