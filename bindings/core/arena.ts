import { EconError, EngineError } from './errors.js';
import type { Engine } from './engine.js';
import { Status } from './status.js';

/** Layout of a record shared with the core (`bindings/generated/records.ts`). */
export interface RecordLayout {
  readonly size: number;
  readonly bytes: number;
  readonly fields: Readonly<Record<string, { readonly offset: number; readonly type: FieldType }>>;
}

type FieldType = 'i32' | 'f64' | 'usize';

/** The numbers of a record, by field. */
export type RecordValues<L extends RecordLayout> = {
  readonly [K in keyof L['fields']]: number;
};

/**
 * Memory of the core during one call. Arrays are copied in and results copied out; addresses are
 * valid until the scope ends. Views are made anew for every access, because memory may have grown.
 */
export interface Arena {
  putFloats(values: Float64Array): number;
  /** A matrix of `nrows` rows, column-major; a number stands for a column of it. */
  putColumns(columns: readonly (Float64Array | number)[], nrows: number): number;
  putInts(values: Int32Array): number;
  putBytes(values: Uint8Array): number;
  /** A record with its `size` field set; fields not given are 0. */
  putRecord<L extends RecordLayout>(layout: L, values: Partial<RecordValues<L>>): number;
  readRecord<L extends RecordLayout>(layout: L, address: number): RecordValues<L>;
  floats(address: number, length: number): Float64Array<ArrayBuffer>;
  ints(address: number, length: number): Int32Array<ArrayBuffer>;
  /** `length` doubles of uninitialised memory. */
  allocFloats(length: number): number;
  allocInts(length: number): number;
}

/** Bytes that an address of the core can tell apart: 4 GiB. */
const ADDRESSES = 2 ** 32;

/** Runs `use` with an arena and gives its memory back on every path. */
export function scope<T>(engine: Engine, use: (arena: Arena) => T): T {
  const mark = engine.exports.mark();
  try {
    return use(openArena(engine));
  } catch (error) {
    throw asEngineError(error);
  } finally {
    engine.exports.release(mark);
  }
}

/** Memory for one thing at a time: what is made next takes the place of what was made before. */
export type Hold = <T>(make: (arena: Arena) => T) => T;

/**
 * Memory above what is in use now, for what outlives a call. It ends with the scope around it, or with the
 * instance; a scope that was opened since then must have ended before something else is made.
 */
export function hold(engine: Engine): Hold {
  const mark = engine.exports.mark();
  return (make) => {
    engine.exports.release(mark);
    try {
      return make(openArena(engine));
    } catch (error) {
      throw asEngineError(error);
    }
  };
}

/** An arena that is not released: for a worker that keeps its data until it ends. */
export function openArena(engine: Engine): Arena {
  const buffer = () => engine.exports.memory.buffer;
  const alloc = (bytes: number): number => {
    const address = bytes < ADDRESSES ? engine.exports.alloc(bytes) >>> 0 : 0;
    if (address === 0) throw outOfMemory(bytes);
    return address;
  };
  return {
    putFloats(values) {
      const address = alloc(8 * values.length);
      new Float64Array(buffer(), address, values.length).set(values);
      return address;
    },
    putColumns(columns, nrows) {
      const address = alloc(8 * nrows * columns.length);
      columns.forEach((column, place) => {
        const to = new Float64Array(buffer(), address + 8 * nrows * place, nrows);
        if (typeof column === 'number') to.fill(column);
        else to.set(column);
      });
      return address;
    },
    putInts(values) {
      const address = alloc(4 * values.length);
      new Int32Array(buffer(), address, values.length).set(values);
      return address;
    },
    putBytes(values) {
      const address = alloc(values.length);
      new Uint8Array(buffer(), address, values.length).set(values);
      return address;
    },
    putRecord(layout, values) {
      const address = alloc(layout.bytes);
      const view = new DataView(buffer(), address, layout.bytes);
      new Uint8Array(buffer(), address, layout.bytes).fill(0);
      const put = (name: string, value: number) => {
        const { offset, type } = layout.fields[name]!;
        if (type === 'f64') view.setFloat64(offset, value, true);
        else view.setInt32(offset, value, true);
      };
      put('size', layout.size);
      for (const name of Object.keys(values)) put(name, values[name]!);
      return address;
    },
    readRecord: (layout, address) =>
      numbersOf(layout, new DataView(buffer(), address, layout.bytes)),
    floats: (address, length) => new Float64Array(buffer(), address, length).slice(),
    ints: (address, length) => new Int32Array(buffer(), address, length).slice(),
    allocFloats: (length) => alloc(8 * length),
    allocInts: (length) => alloc(4 * length),
  };
}

function numbersOf<L extends RecordLayout>(layout: L, view: DataView): RecordValues<L> {
  const values: Record<string, number> = {};
  for (const name of Object.keys(layout.fields)) {
    const { offset, type } = layout.fields[name]!;
    if (type === 'f64') values[name] = view.getFloat64(offset, true);
    else values[name] = type === 'i32' ? view.getInt32(offset, true) : view.getUint32(offset, true);
  }
  return values as RecordValues<L>;
}

function outOfMemory(bytes: number): EngineError {
  return new EngineError(
    'out-of-memory',
    `engine: ${bytes} more bytes do not fit into WebAssembly memory (4 GiB at most)`,
    { bytes },
    Status.OutOfMemory,
  );
}

/** A trap of the core becomes a typed error; typed errors pass. */
function asEngineError(error: unknown): unknown {
  if (error instanceof EconError || !(error instanceof WebAssembly.RuntimeError)) return error;
  return new EngineError('trap', `engine: the core stopped: ${error.message}`, {}, Status.Trap);
}
