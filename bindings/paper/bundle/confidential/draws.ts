/** Draws of the core's counter-based generator: they depend only on the seed, the stream and the position. */
import type { Engine } from '../../../core/engine/engine.js';
import { normals } from '../../../core/numerics/random.js';

export interface Draws {
  /** Standard normal. */
  readonly normals: (stream: number, n: number) => Float64Array;
  /** Uniform between 0 and 1. */
  readonly units: (stream: number, n: number) => Float64Array;
}

export function drawsOf(engine: Engine, seed: number): Draws {
  const draw = (stream: number, n: number) => normals(engine, seed, stream, n);
  return {
    normals: draw,
    units: (stream, n) => draw(stream, n).map((value) => engine.exports.normal_sf(value)),
  };
}
