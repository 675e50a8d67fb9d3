import { scope } from '../engine/arena.js';
import type { AnyEngine } from '../engine/engine.js';

/** log and exp of whole vectors, computed in the core so that every host returns the same bits. */
export interface VectorMath {
  log(x: Float64Array): Float64Array;
  exp(x: Float64Array): Float64Array;
  /** log(x + xLow) minus `logs`: the rounding error of `logs`, the logarithms of x in doubles. */
  logLow(x: Float64Array, xLow: Float64Array, logs: Float64Array): Float64Array;
  /** exp(x + xLow) minus `exps`, the exponentials of x in doubles. */
  expLow(x: Float64Array, xLow: Float64Array, exps: Float64Array): Float64Array;
}

/** log and exp, computed by an engine. */
export function elementaryMath(engine: AnyEngine): VectorMath {
  const { vector_log, vector_exp, vector_log_low, vector_exp_low } = engine.exports;
  return {
    log: (x) => rounded(engine, vector_log, x),
    exp: (x) => rounded(engine, vector_exp, x),
    logLow: (...vectors) => rest(engine, vector_log_low, vectors),
    expLow: (...vectors) => rest(engine, vector_exp_low, vectors),
  };
}

type Kernel = (n: number, x: number, out: number) => void;
type RestKernel = (n: number, x: number, xLow: number, values: number, out: number) => void;

function rounded(engine: AnyEngine, kernel: Kernel, x: Float64Array): Float64Array {
  return scope(engine, (arena) => {
    const out = arena.allocFloats(x.length);
    kernel(x.length, arena.putFloats(x), out);
    return arena.floats(out, x.length);
  });
}

function rest(
  engine: AnyEngine,
  kernel: RestKernel,
  [x, xLow, values]: readonly [Float64Array, Float64Array, Float64Array],
): Float64Array {
  return scope(engine, (arena) => {
    const out = arena.allocFloats(x.length);
    const put = (vector: Float64Array) => arena.putFloats(vector);
    kernel(x.length, put(x), put(xLow), put(values), out);
    return arena.floats(out, x.length);
  });
}
