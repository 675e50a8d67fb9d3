import { type Arena, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { RowWeights } from '../../generated/codes.js';
import { linearDesign, linearFit } from '../../generated/records.js';
import type { Grouping } from '../../models/linear/design/effects.js';
import type { WeightType } from '../../models/linear/model/model.js';
import {
  type LinearEstimate,
  putCovariance,
  readEstimate,
} from '../../models/linear/estimate/records.js';

export interface RowWeights {
  readonly values: Float64Array;
  readonly type: WeightType;
}

/** A least squares regression that a test runs. */
export interface Regression {
  readonly y: Float64Array;
  /** Regressors without the constant (each nrows). */
  readonly columns: readonly Float64Array[];
  readonly intercept: boolean;
  readonly weights?: RowWeights | undefined;
  /** Clusters of the covariance (CV1 with Stata's factor). Without clusters the covariance is unadjusted. */
  readonly clusters?: Grouping | undefined;
}

/** The fit of a regression, by the core. */
export interface Auxiliary extends LinearEstimate {
  /** Number of independent columns, including the constant. */
  readonly rank: number;
}

/**
 * Runs the regression in the core without columns that depend on others; undefined if no degrees of freedom are left.
 *
 * @throws EngineError or NumericalError of the core
 */
export function regress(engine: Engine, regression: Regression): Auxiliary | undefined {
  const columns = [...regression.columns, ...(regression.intercept ? [1] : [])];
  while (columns.length > 0) {
    const outcome = scope(engine, (arena) => attempt(engine, arena, regression, columns));
    if (typeof outcome !== 'number') return outcome;
    columns.splice(outcome, 1);
  }
  return undefined;
}

/** The fit; undefined without degrees of freedom; or the position of a column that depends on others. */
function attempt(
  engine: Engine,
  arena: Arena,
  { y, weights, clusters }: Regression,
  columns: readonly (Float64Array | number)[],
): Auxiliary | undefined | number {
  const nrows = y.length;
  if (columns.length >= nrows) return undefined;
  const fit = arena.putRecord(linearFit, {});
  const design = arena.putRecord(linearDesign, {
    nrows,
    nregressors: columns.length,
    weightType: RowWeights[weights?.type ?? 'none'],
    weights: weights === undefined ? 0 : arena.putFloats(weights.values),
    x: arena.putColumns(columns, nrows),
    y: arena.putFloats(y),
    ...(clusters !== undefined && {
      nclusterings: 1,
      clusters: arena.putInts(clusters.codes),
      clusterCounts: arena.putInts(Int32Array.of(clusters.count)),
    }),
  });
  const type = clusters === undefined ? 'unadjusted' : 'CV1';
  const status = engine.exports.ols_fit(design, putCovariance(arena, { type, small: true }), fit);
  if (status === Status.RankDeficient) return arena.readRecord(linearFit, fit).detail;
  if (status === Status.NoDegreesOfFreedom) return undefined;
  if (status !== Status.Ok) {
    throw statusError('auxiliary regression', status);
  }
  return { ...readEstimate(arena, fit, nrows), rank: columns.length };
}
