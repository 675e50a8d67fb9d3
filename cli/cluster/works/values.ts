/**
 * Plain data with typed arrays as bytes: the same bytes for the same data on every machine, and nothing but data when
 * they are read. Every part starts at a multiple of 8 bytes:
 *
 *   length of the JSON (u32) | 0 (u32) | JSON, padded with spaces | the arrays in their order, each padded with zeros
 *
 * In the JSON an array is {"#array": [type, length]}, and a number that JSON lacks {"#number": "NaN"}.
 */

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

const marks: ReadonlySet<string> = new Set([...['#number', '#map', '#array', '#object']]);

/** @throws TypeError for what is neither plain data nor an array of numbers */
export function encodeValue(value: unknown): Buffer {
  const arrays: NumberArray[] = [];
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key) {
    const part = this[key]; // before toJSON
    if (part === undefined && Array.isArray(this)) throw notPlain('list with a hole');
    return written(part, arrays);
  });
  const json = Buffer.from(text);
  const start = ALIGNMENT + padded(json.length);
  const size = arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), start);
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(json.length, 0);
  bytes.fill(0x20, ALIGNMENT, start);
  json.copy(bytes, ALIGNMENT);
  let place = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), place);
    place += padded(byteLength);
  }
  return bytes;
}

/** What stands for a part of a value in JSON. */
function written(part: unknown, arrays: NumberArray[]): unknown {
  if (typeof part === 'number') return writtenNumber(part);
  if (typeof part === 'bigint' || typeof part === 'function') throw notPlain(typeof part);
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
  if (prototype !== Object.prototype && prototype !== null) throw notPlain(part.constructor.name);
  const [key, ...others] = Object.keys(part);
  const isMark = key !== undefined && others.length === 0 && marks.has(key);
  return isMark ? { '#object': Object.entries(part) } : part;
}

function notPlain(type: string): TypeError {
  return new TypeError(`expected plain data, found a ${type}`);
}

/** The value of bytes. Throws Error for bytes that `encodeValue` did not write. */
export function decodeValue(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  if (length > bytes.length - ALIGNMENT) throw new RangeError('a length beyond the bytes');
  const json = new TextDecoder('utf-8', { fatal: true }).decode(
    bytes.subarray(ALIGNMENT, ALIGNMENT + length),
  );
  let place = ALIGNMENT + padded(length);
  const takeArray = (type: unknown, count: unknown): NumberArray => {
    const constructor = arrayTypes[type as ArrayType];
    if (constructor === undefined || !Number.isSafeInteger(count) || (count as number) < 0) {
      throw new TypeError('an unknown array');
    }
    const end = place + (count as number) * constructor.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw new RangeError('an array beyond the bytes');
    const { buffer } = new Uint8Array(bytes.subarray(place, end)); // a copy, at an aligned place
    place = padded(end);
    return new constructor(buffer, 0, count as number);
  };
  const value: unknown = JSON.parse(json, (_, part: unknown) => read(part, takeArray));
  if (place !== padded(bytes.length)) throw new RangeError('bytes after the arrays');
  return value;
}

function read(part: unknown, takeArray: (type: unknown, count: unknown) => NumberArray): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const keys = Object.keys(part);
  if (keys.length !== 1 || !marks.has(keys[0]!)) return part;
  const inner = (part as Record<string, unknown>)[keys[0]!];
  if (keys[0] === '#number') return Number(inner);
  const list = inner as readonly unknown[];
  if (!Array.isArray(list)) throw new TypeError('no list');
  if (keys[0] === '#array') return takeArray(list[0], list[1]);
  const entries = list as readonly (readonly [string, unknown])[];
  if (!entries.every(Array.isArray)) throw new TypeError('no entries');
  return keys[0] === '#map' ? new Map(entries) : Object.fromEntries(entries);
}
