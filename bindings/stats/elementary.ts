import { scope } from '../core/arena.js';
import type { Engine } from '../core/engine.js';

/** log and exp of whole vectors, computed in the core so that every host returns the same bits. */
export function elementaryMath(engine: Engine): {
  log(x: Float64Array): Float64Array;
  exp(x: Float64Array): Float64Array;
} {
  const { vector_log, vector_exp } = engine.exports;
  return { log: (x) => apply(engine, vector_log, x), exp: (x) => apply(engine, vector_exp, x) };
}

type Kernel = (n: number, x: number, out: number) => void;

function apply(engine: Engine, kernel: Kernel, x: Float64Array): Float64Array {
  return scope(engine, (arena) => {
    const out = arena.allocFloats(x.length);
    kernel(x.length, arena.putFloats(x), out);
    return arena.floats(out, x.length);
  });
}
