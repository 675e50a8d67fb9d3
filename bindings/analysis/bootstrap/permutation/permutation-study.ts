/** A worker's part of a permutation test: the coefficient and t of each permutation. */
import { type Arena, openArena } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { RowWidth } from '../../../generated/codes.js';
import { permutation } from '../../../generated/records.js';
import { rowsRange } from '../../../core/jobs/ranges.js';
import type { Prepared, Study } from '../../../core/jobs/study.js';
import { splitSeed } from '../../../core/numerics/random.js';
import type { Permuted } from './permuted.js';

export interface PermutationTask {
  readonly kind: 'permutations';
  readonly permuted: Permuted;
  /**
   * True if job r is permutation r of all permutations, the first of which is the sample; otherwise job r is the r-th
   * draw.
   */
  readonly enumerated: boolean;
  readonly seed: number;
}

export interface PermutationChunk {
  readonly first: number;
  readonly count: number;
  /** Coefficient and t of each permutation (count x 2). */
  readonly values: Float64Array<ArrayBuffer>;
}

function preparePermutations(
  engine: Engine,
  { permuted, enumerated, seed }: PermutationTask,
): Prepared<PermutationChunk> {
  const arena = openArena(engine);
  const { permutation_prepare, permutation_run, mark, release } = engine.exports;
  const test = putPermutation(arena, permuted, { enumerated, seed: splitSeed(seed) });
  check(permutation_prepare(test));
  return {
    run(first, count) {
      const scope = mark();
      const out = arena.allocFloats(RowWidth.permutation * count);
      check(permutation_run(test, first, count, out));
      const values = arena.floats(out, RowWidth.permutation * count);
      release(scope);
      return { first, count, values };
    },
  };
}

export const permutationStudy: Study<PermutationTask, PermutationChunk> = {
  kinds: ['permutations'],
  prepare: preparePermutations,
  rangeOf: (chunk) => rowsRange(chunk, ['values']),
  buffersOf: ({ values }) => [values.buffer],
};

/** Copies the test into the core's memory and returns the address of its record. */
function putPermutation(
  arena: Arena,
  { exchange, columns, clusters }: Permuted,
  { enumerated, seed }: { readonly enumerated: boolean; readonly seed: readonly [number, number] },
): number {
  const nrows = exchange.rows.length;
  return arena.putRecord(permutation, {
    nrows,
    nothers: columns.length - 2,
    nitems: exchange.starts.length - 1,
    nstrata: exchange.strata.length - 1,
    nclusters: clusters?.count ?? 0,
    enumerated: Number(enumerated),
    seedLow: seed[0],
    seedHigh: seed[1],
    columns: arena.putColumns(columns, nrows),
    starts: arena.putInts(exchange.starts),
    strata: arena.putInts(exchange.strata),
    clusters: clusters === undefined ? 0 : arena.putInts(clusters.codes),
  });
}

function check(status: number): void {
  if (status === Status.Ok) return;
  throw statusError('permutation', status);
}
