/**
 * The rows of a permutation test: the other regressors, the tested one and the outcome, in the order of the exchange.
 */
import { unknownPermuted } from '../../../words/errors/bootstrap/replicates.js';
import * as said from '../../../words/errors/bootstrap/permutations.js';
import { isByRow, isRobust } from '../../../models/covariances/registry.js';
import { InputError } from '../../../core/errors/errors.js';
import { checkOmitted } from '../../../data/index.js';
import type { Grouping } from '../../../models/linear/design/effects.js';
import type { PermutationTest } from '../../../results/bootstrap/permutation.js';
import type { PermutationOptions } from './options.js';
import { type Exchange, exchangeOf } from './exchange.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import { linearCase } from '../tasks/problem.js';
import { clusterUnits, rowUnits, type Units } from '../tasks/units.js';
import { noPermutation } from '../../../models/replicates/refusal.js';

export interface Permuted {
  readonly exchange: Exchange;
  /** Columns (each nrows) in the order of the exchange, without the absorbed effects. */
  readonly columns: readonly Float64Array[];
  /** Clusters of the variance of the statistic; undefined if the variance is unadjusted. */
  readonly clusters: Units | undefined;
  readonly errors: PermutationTest['permutedErrors'];
}

/** @throws InputError `no-bootstrap` with the reason, `unknown-coefficient`, `omitted-coefficient` */
export function permutedRows(
  context: LinearFit,
  { of, within, cluster, statistic = 't' }: PermutationOptions,
): Permuted {
  if (context.instruments !== undefined) {
    throw noPermutation(said.endogenousPermutation());
  }
  if (context.model.weights !== undefined) {
    throw noPermutation(said.weightedPermutation());
  }
  const { rows, problem } = linearCase(context, 'permutation');
  const { absorbed } = problem.transformation;
  if (absorbed.length > 1) {
    throw noPermutation(said.severalEffects({ effects: absorbed.map(({ name }) => name) }));
  }
  const tested = rows.names.indexOf(of);
  checkOmitted('permutation: of', context.result.omitted ?? [], of);
  if (tested < 0 || of === '_cons') throw unknown(of, rows.names);
  const group = (key: string, column: string | undefined) =>
    column === undefined ? undefined : clusterUnits(rows, column, 'permutation', key);
  const clustered = group('cluster', cluster);
  const exchange = exchangeOf(rows.nrows, clustered, group('within', within), absorbed[0]);
  const others = rows.names.flatMap((name, j) =>
    j === tested || (name === '_cons' && absorbed.length > 0) ? [] : [rows.x[j]!],
  );
  const columns = [...others, rows.x[tested]!, rows.y].map((column) => {
    const permuted = Float64Array.from(exchange.rows, (row) =>
      typeof column === 'number' ? column : column[row]!,
    );
    return absorbed.length === 0 ? permuted : centred(permuted, absorbed[0]!, exchange.rows);
  });
  if (statistic !== 't') return { exchange, columns, clusters: undefined, errors: 'none' };
  return { exchange, columns, ...varianceUnits(context, exchange.rows) };
}

/** Subtracts the means by level from a column. */
function centred(x: Float64Array, { codes, count }: Grouping, rows: readonly number[]) {
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  rows.forEach((row, i) => {
    sums[codes[row]!]! += x[i]!;
    counts[codes[row]!]! += 1;
  });
  return x.map((value, i) => value - sums[codes[rows[i]!]!]! / counts[codes[rows[i]!]!]!);
}

/** Units of the variance of t. For a robust variance each row is a cluster. */
function varianceUnits(
  context: LinearFit,
  rows: readonly number[],
): Pick<Permuted, 'clusters' | 'errors'> {
  const { type, cluster = [] } = context.model.vcov;
  const { rows: sample } = context;
  if (!isRobust({ type })) return { clusters: undefined, errors: 'unadjusted' };
  if (isByRow(type)) return { clusters: rowUnits(sample), errors: 'HC0' };
  if (cluster.length !== 1) {
    throw noPermutation(said.otherVariance({ type }));
  }
  const { codes, count } = clusterUnits(sample, cluster[0]!, 'permutation', 'vcov');
  const clusters = { codes: Int32Array.from(rows, (row) => codes[row]!), count };
  return { clusters, errors: 'cluster' };
}

function unknown(of: string, names: readonly string[]): InputError {
  const known = names.filter((name) => name !== '_cons');
  const told = unknownPermuted({ path: 'of', found: of, known });
  return new InputError(told, { of: 'permutation', key: 'of' });
}
