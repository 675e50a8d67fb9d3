import { EconError, EngineError } from '../errors/errors.js';
import type { AnyEngine } from './instances/instance.js';
import { retire } from './instances/shared.js';
import { cannotAllocate, coreStopped } from '../../words/errors/core/engine.js';
import { Status } from './status.js';

/** Layout of a record shared with the core (`bindings/generated/records.ts`). */
export interface RecordLayout {
  readonly size: number;
  readonly bytes: number;
  read(from: DataView, byteOffset: number): Readonly<Record<string, number>>;
  /** Writes `size` and the values; other fields become 0. */
  write(
    to: DataView,
    byteOffset: number,
    size: number,
    values: Readonly<Record<string, number | undefined>>,
  ): void;
}

/** The numbers of a record, by field. */
export type RecordValues<L extends RecordLayout> = {
  readonly [K in keyof ReturnType<L['read']>]: number;
};

/**
 * Memory of the core during one call. Arrays are copied in and results copied out; addresses are valid until the
 * scope ends. Each `put` and `alloc` throws EngineError `out-of-memory` at 4 GiB.
 */
export interface Arena {
  putFloats(values: Float64Array): number;
  /** A column-major matrix of `nrows` rows; a number fills its whole column. */
  putColumns(columns: readonly (Float64Array | number)[], nrows: number): number;
  /** Lists of one length, one after another. */
  putInts(...lists: readonly Int32Array[]): number;
  putBytes(values: Uint8Array): number;
  /** A record with its `size` field set; fields not given are 0. */
  putRecord<L extends RecordLayout>(layout: L, values: Partial<RecordValues<L>>): number;
  /** Overwrites a record with its `size` and these fields; others become 0. */
  setRecord<L extends RecordLayout>(
    layout: L,
    address: number,
    values: Partial<RecordValues<L>>,
  ): void;
  setFloats(address: number, values: Float64Array): void;
  /** The whole memory as doubles, until the core allocates more. */
  doubles(): Float64Array<ArrayBuffer>;
  /** The memory of `length` bytes, until the core allocates more. */
  bytes(address: number, length: number): Uint8Array;
  /** A copy of the record at `address`. */
  copyRecord(layout: RecordLayout, address: number): number;
  readRecord<L extends RecordLayout>(layout: L, address: number): RecordValues<L>;
  floats(address: number, length: number): Float64Array<ArrayBuffer>;
  /** Copies of the lists at [address, length], in one block of memory. A block takes 0.7 us, each list in it 0.1 us. */
  floatLists<const Places extends readonly Place[]>(
    places: Places,
  ): { readonly [I in keyof Places]: Float64Array<ArrayBuffer> };
  ints(address: number, length: number): Int32Array<ArrayBuffer>;
  /** `length` doubles of uninitialised memory. */
  allocFloats(length: number): number;
  allocInts(length: number): number;
}

/** Address of a list in the core, and its number of doubles. */
type Place = readonly [address: number, length: number];

/** Bytes that 32-bit addresses reach: 4 GiB. */
const ADDRESSES = 2 ** 32;

/**
 * Runs `use` with an arena and releases its memory, even after an error.
 *
 * @throws EngineError `trap` if the core stops; errors of `use`
 */
export function scope<T>(engine: AnyEngine, use: (arena: Arena) => T): T {
  const mark = engine.exports.mark();
  try {
    return use(openArena(engine));
  } catch (error) {
    throw failed(engine, error);
  } finally {
    engine.exports.release(mark);
    if (engine.exports.memory.buffer.byteLength > MOST_KEPT) retire(engine);
  }
}

/** A shared instance keeps at most 64 MiB, because WebAssembly memory never shrinks. */
const MOST_KEPT = 64 * 2 ** 20;

/** Memory for one object at a time: each call reuses the memory of the previous call. */
export type Hold = <T>(make: (arena: Arena) => T) => T;

/**
 * Memory that outlives a call, above the memory in use now. It ends with the surrounding scope or with the instance.
 * Every scope that was opened later must end before the next call.
 */
export function hold(engine: AnyEngine): Hold {
  const mark = engine.exports.mark();
  return (make) => {
    engine.exports.release(mark);
    try {
      return make(openArena(engine));
    } catch (error) {
      throw failed(engine, error);
    }
  };
}

const arenas = new WeakMap<AnyEngine, Arena>();

/** The engine's arena without release, for an instance that serves one task. */
export function openArena(engine: AnyEngine): Arena {
  let arena = arenas.get(engine);
  if (arena === undefined) arenas.set(engine, (arena = newArena(engine)));
  return arena;
}

function newArena({ exports }: AnyEngine): Arena {
  const alloc = (bytes: number): number => {
    const address = bytes < ADDRESSES ? exports.alloc(bytes) >>> 0 : 0;
    if (address === 0) throw outOfMemory(bytes);
    return address;
  };
  let current = viewOf(exports.memory);
  // Growing the memory detaches the old arrays: their length becomes 0. A new array takes 1 us, so the view is kept.
  const view = () => (current.bytes.length > 0 ? current : (current = viewOf(exports.memory)));
  return {
    putFloats(values) {
      const address = alloc(8 * values.length);
      view().floats.set(values, address / 8);
      return address;
    },
    putColumns(columns, nrows) {
      const address = alloc(8 * nrows * columns.length);
      columns.forEach((column, place) => {
        const start = address / 8 + nrows * place;
        if (typeof column === 'number') view().floats.fill(column, start, start + nrows);
        else view().floats.set(column, start);
      });
      return address;
    },
    putInts(...lists) {
      const nrows = lists[0]?.length ?? 0;
      const address = alloc(4 * nrows * lists.length);
      lists.forEach((list, place) => view().ints.set(list, address / 4 + nrows * place));
      return address;
    },
    putBytes(values) {
      const address = alloc(values.length);
      view().bytes.set(values, address);
      return address;
    },
    putRecord(layout, values) {
      const address = alloc(layout.bytes);
      layout.write(view().data, address, layout.size, values);
      return address;
    },
    setRecord(layout, address, values) {
      layout.write(view().data, address, layout.size, values);
    },
    setFloats: (address, values) => view().floats.set(values, address / 8),
    doubles: () => view().floats,
    bytes: (address, length) => view().bytes.subarray(address, address + length),
    copyRecord(layout, from) {
      const address = alloc(layout.bytes);
      view().bytes.copyWithin(address, from, from + layout.bytes);
      return address;
    },
    readRecord: (layout, address) =>
      layout.read(view().data, address) as RecordValues<typeof layout>,
    floats: (address, length) => view().floats.slice(address / 8, address / 8 + length),
    floatLists: (places) => listsOf(view().floats, places),
    ints: (address, length) => view().ints.slice(address / 4, address / 4 + length),
    allocFloats: (length) => alloc(8 * length),
    allocInts: (length) => alloc(4 * length),
  };
}

function listsOf<const Places extends readonly Place[]>(floats: Float64Array, places: Places) {
  const all = new Float64Array(places.reduce((total, [, length]) => total + length, 0));
  let end = 0;
  const lists = places.map(([address, length]) => {
    const start = end;
    end += length;
    for (let i = 0; i < length; i++) all[start + i] = floats[address / 8 + i]!;
    return all.subarray(start, end);
  });
  return lists as { readonly [I in keyof Places]: Float64Array<ArrayBuffer> };
}

/** Views of an instance's whole memory. Addresses are multiples of 16, so an array begins at a whole element. */
interface MemoryView {
  readonly floats: Float64Array<ArrayBuffer>;
  readonly ints: Int32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly data: DataView;
}

function viewOf({ buffer }: WebAssembly.Memory): MemoryView {
  return {
    floats: new Float64Array(buffer),
    ints: new Int32Array(buffer),
    bytes: new Uint8Array(buffer),
    data: new DataView(buffer),
  };
}

function outOfMemory(bytes: number): EngineError {
  return new EngineError(cannotAllocate({ bytes }), { of: 'engine', status: Status.OutOfMemory });
}

/** The error of a call: a trap becomes a typed one. The instance of a failed call is not used again. */
function failed(engine: AnyEngine, error: unknown): unknown {
  const typed = asEngineError(error);
  if (typed instanceof EngineError) retire(engine);
  return typed;
}

/** Turns a trap of the core into a typed error and returns other errors unchanged. */
function asEngineError(error: unknown): unknown {
  if (error instanceof EconError || !(error instanceof WebAssembly.RuntimeError)) return error;
  const told = coreStopped({ reason: error.message });
  return new EngineError(told, { of: 'engine', status: Status.Trap });
}
