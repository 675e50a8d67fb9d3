/** Calls of the core; a matrix is a list of columns of equal length. */
import { type Arena, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { Normalisation } from '../../generated/codes.js';

export type Columns = readonly Float64Array[];

/** How columns are normalised: the rule, and 1 or -1 for each column. */
export interface Scaling {
  readonly rule: keyof typeof Normalisation;
  readonly signs: Int32Array;
  /** One for each column, for the rule `target`. */
  readonly targets: Float64Array;
}

interface Matrix {
  readonly n: number;
  readonly k: number;
  readonly address: number;
}

function put(arena: Arena, columns: Columns): Matrix {
  const n = columns[0]!.length;
  return { n, k: columns.length, address: arena.putColumns(columns, n) };
}

function columnsAt(arena: Arena, address: number, n: number, k: number): Float64Array[] {
  return Array.from({ length: k }, (_, j) => arena.floats(address + 8 * n * j, n));
}

/** The normalised columns, with origin and range from the rows of `reference`. */
export function normalise(
  engine: Engine,
  columns: Columns,
  reference: Columns,
  { rule, signs, targets }: Scaling,
): Float64Array[] {
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const { n: m, address: rows } = put(arena, reference);
    const out = arena.allocFloats(n * k);
    engine.exports.index_normalise(
      n,
      k,
      address,
      m,
      rows,
      Normalisation[rule],
      arena.putInts(signs),
      arena.putFloats(targets),
      out,
    );
    return columnsAt(arena, out, n, k);
  });
}

/** Redundancies and weights, with entropies over ln `count`. */
export function entropyWeights(engine: Engine, columns: Columns, count: number) {
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const redundancies = arena.allocFloats(k);
    const weights = arena.allocFloats(k);
    engine.exports.index_entropy(n, k, address, count, redundancies, weights);
    return { redundancies: arena.floats(redundancies, k), weights: arena.floats(weights, k) };
  });
}

/** Weights by the coefficients of variation, or by CRITIC. */
export function variationWeights(
  engine: Engine,
  columns: Columns,
  method: 'cv' | 'critic',
): Float64Array {
  const { index_variation, index_critic } = engine.exports;
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const weights = arena.allocFloats(k);
    (method === 'cv' ? index_variation : index_critic)(n, k, address, weights);
    return arena.floats(weights, k);
  });
}

/** The weighted arithmetic or geometric mean of each row. */
export function aggregate(
  engine: Engine,
  columns: Columns,
  weights: Float64Array,
  rule: 'arithmetic' | 'geometric',
): Float64Array {
  const { index_average, index_geometric } = engine.exports;
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const out = arena.allocFloats(n);
    const mean = rule === 'arithmetic' ? index_average : index_geometric;
    mean(n, k, address, arena.putFloats(weights), out);
    return arena.floats(out, n);
  });
}

/** How close each row is to the best values in the rows of `reference` (TOPSIS). */
export function closeness(
  engine: Engine,
  columns: Columns,
  reference: Columns,
  { weights, signs }: { readonly weights: Float64Array; readonly signs: Int32Array },
): Float64Array {
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const { n: m, address: rows } = put(arena, reference);
    const out = arena.allocFloats(n);
    const places = [arena.putFloats(weights), arena.putInts(signs), out] as const;
    check(engine.exports.index_closeness(n, k, address, m, rows, ...places));
    return arena.floats(out, n);
  });
}

/**
 * Eigenvalues of the rows of `reference` from the largest down, unit loadings of each component, and the columns
 * centred at (and scaled by) the moments of these rows.
 */
export function components(
  engine: Engine,
  columns: Columns,
  scaled: boolean,
  reference: Columns = columns,
) {
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const { n: m, address: rows } = put(arena, reference);
    const z = arena.allocFloats(n * k);
    const values = arena.allocFloats(k);
    const loadings = arena.allocFloats(k * k);
    const places = [z, values, loadings] as const;
    check(engine.exports.index_components(n, k, address, m, rows, scaled, ...places));
    return {
      columns: columnsAt(arena, z, n, k),
      eigenvalues: arena.floats(values, k),
      loadings: columnsAt(arena, loadings, k, k),
    };
  });
}

/** KMO of each column, KMO of all and ln det R of scaled columns; undefined if R is singular. */
export function adequacy(engine: Engine, columns: Columns) {
  return scope(engine, (arena) => {
    const { n, k, address } = put(arena, columns);
    const out = arena.allocFloats(k + 2);
    const status = engine.exports.index_adequacy(n, k, address, out);
    if (status === Status.RankDeficient) return undefined;
    check(status);
    const measures = arena.floats(out, k + 2);
    return {
      byColumn: measures.subarray(0, k),
      overall: measures[k]!,
      logDeterminant: measures[k + 1]!,
    };
  });
}

function check(status: number): void {
  if (status !== Status.Ok) throw statusError('index', status);
}
