/**
 * Calls of the core with matrices. Every matrix is copied into the core's memory and every result out of it. So no view
 * outlives a call, and a view cannot become stale when memory grows.
 */
import { type Arena, scope } from '../engine/arena.js';
import { linearEngine } from '../engine/instances/linear-engine.js';
import { Status } from '../engine/status.js';
import { errorFromStatus } from '../engine/status-errors.js';
import { noConvergence, noMemory, nonFiniteElement } from '../../words/errors/core/matrices.js';
import type { LinearExports } from '../../generated/exports.js';
import type { Layout } from './matrix.js';

export interface Call {
  readonly subject: string;
  readonly core: LinearExports;
  /**
   * Copies all matrices of a view, one after another without gaps; throws `non-finite-input`. For square matrices it
   * may read one triangle and mirror it.
   */
  put(name: string, view: Layout, triangle?: string): number;
  /** Memory for `length` numbers. */
  alloc(length: number): number;
  allocInts(length: number): number;
  /** Fills `length` numbers. */
  fill(address: number, length: number, value: number): void;
  /** Copies `view.count` matrices without gaps into a view. */
  take(address: number, view: Layout): void;
  takeInts(address: number, out: Int32Array): void;
  /** The number at an address. */
  number(address: number): number;
  /** The whole memory, until the next allocation; the number at an address is at an eighth of it. */
  numbers(): Float64Array;
}

/** Runs `use` with memory that is released afterwards. Throws `not-ready`, EngineError and the errors of `use`. */
export function call<T>(subject: string, use: (call: Call) => T): T {
  const engine = linearEngine(subject);
  return scope(engine, (arena) => use(callOf(subject, engine.exports, arena)));
}

function callOf(subject: string, core: LinearExports, arena: Arena): Call {
  return {
    subject,
    core,
    put(name, view, triangle = 'both') {
      const { rows, cols, count } = view;
      const address = arena.allocFloats(rows * cols * count);
      copyIn(arena.doubles(), address / 8, view);
      if (triangle !== 'both') mirror(arena.doubles(), address / 8, view, triangle === 'lower');
      const place = core.linalg_nonfinite(rows * cols * count, address);
      if (place >= 0) throw nonFinite(subject, name, view, place);
      return address;
    },
    alloc: (length) => arena.allocFloats(length),
    allocInts: (length) => arena.allocInts(length),
    fill: (address, length, value) => {
      arena.doubles().fill(value, address / 8, address / 8 + length);
    },
    take: (address, view) => copyOut(arena.doubles(), address / 8, view),
    takeInts: (address, out) => out.set(arena.ints(address, out.length)),
    number: (address) => arena.doubles()[address / 8]!,
    numbers: () => arena.doubles(),
  };
}

function hasGaps({ rows, cols, ld, count, stride }: Layout): boolean {
  return (ld !== rows && cols > 1) || (stride !== rows * cols && count > 1);
}

function copyIn(memory: Float64Array, start: number, view: Layout): void {
  const { data, rows, cols, ld, count, stride } = view;
  const total = rows * cols * count;
  if (!hasGaps(view)) {
    memory.set(data.length === total ? data : data.subarray(0, total), start);
    return;
  }
  let to = start;
  for (let item = 0; item < count; ++item) {
    for (let j = 0; j < cols; ++j) {
      const from = item * stride + j * ld;
      for (let i = 0; i < rows; ++i) memory[to++] = data[from + i]!;
    }
  }
}

/** Copies one triangle of square matrices to the other. */
function mirror(memory: Float64Array, start: number, { rows, count }: Layout, lower: boolean) {
  for (let item = 0; item < count; ++item) {
    const first = start + item * rows * rows;
    for (let j = 0; j < rows; ++j) {
      for (let i = 0; i < j; ++i) {
        const [above, below] = [first + i + j * rows, first + j + i * rows];
        if (lower) memory[above] = memory[below]!;
        else memory[below] = memory[above]!;
      }
    }
  }
}

function copyOut(memory: Float64Array, start: number, view: Layout): void {
  const { data, rows, cols, ld, count, stride } = view;
  const total = rows * cols * count;
  if (!hasGaps(view)) {
    if (total > LOOP) data.set(memory.subarray(start, start + total));
    else for (let i = 0; i < total; ++i) data[i] = memory[start + i]!;
    return;
  }
  let from = start;
  for (let item = 0; item < count; ++item) {
    for (let j = 0; j < cols; ++j) {
      const to = item * stride + j * ld;
      for (let i = 0; i < rows; ++i) data[to + i] = memory[from++]!;
    }
  }
}

/** Up to this length a loop is faster than the view that a block copy needs. */
const LOOP = 256;

function nonFinite(subject: string, name: string, { rows, cols, count }: Layout, place: number) {
  const size = rows * cols;
  const [item, rest] = [Math.floor(place / size), place % size];
  const [row, column] = [rest % rows, Math.floor(rest / rows)];
  const path = `${subject}.${name}`;
  const told = nonFiniteElement({ path, row, column, ...inBatch(count, item) });
  return errorFromStatus(Status.NonFiniteInput, told, { of: subject, key: name });
}

/** Which matrix of a batch a message is about; nothing for a single matrix. */
export function inBatch(count: number, item: number): { readonly matrix?: number } {
  return count > 1 ? { matrix: item } : {};
}

/** Throws if the core's answer is negative: memory ended, or an iteration did not converge. */
export function checkAnswer(subject: string, answer: number): number {
  if (answer >= 0) return answer;
  const status = -answer;
  const told = status === Status.NotConverged ? noConvergence() : noMemory();
  throw errorFromStatus(status, told, subject);
}
