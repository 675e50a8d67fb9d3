import type { Arena, RecordValues } from '../../../core/engine/arena.js';
import { Status } from '../../../core/engine/status.js';
import { Covariance, Kernel, RowWeights } from '../../../generated/codes.js';
import { linearDesign, linearFit, linearOptions } from '../../../generated/records.js';
import { extraEntries } from '../../covariances/registry.js';
import type { Dependence } from '../design/dependence.js';
import type { Grouping } from '../design/effects.js';
import type { LinearCovariance, WeightType } from '../model/model.js';
import type { LinearSample } from '../design/sample.js';

/** What a linear fit returns, copied out of the core's memory. Matrices are column-major. */
export interface LinearEstimate {
  readonly nobs: number;
  /** Residual degrees of freedom. `dfReference` is what t and F use. */
  readonly dfResid: number;
  readonly dfReference: number;
  readonly rss: number;
  readonly tss: number;
  readonly tssCentered: number;
  readonly sumLogWeights: number;
  readonly condition: number;
  readonly factor: number;
  readonly bandwidth: number;
  readonly indefinite: boolean;
  /** Number of rows or clusters with leverage one, which add nothing to the covariance. */
  readonly saturated: number;
  /** True if all residuals are rounding errors; and the number of variances that are, which `vcov` holds as 0. */
  readonly perfect: boolean;
  readonly zeroVariances: number;
  /** True if the lengths of the columns prove to the core that no column is extreme. */
  readonly ordinary: boolean;
  /**
   * Wald statistic of the hypothesis that all slopes are 0 (NaN if unavailable), the number of slopes, and the rank of
   * their covariance.
   */
  readonly wald: number;
  readonly waldDf: number;
  readonly waldRank: number;
  readonly params: Float64Array;
  readonly vcov: Float64Array;
  /** Standard errors if columns were scaled, because `vcov` may then be out of range. */
  readonly stdErrors: Float64Array | undefined;
  /** (X'WX)^-1. */
  readonly bread: Float64Array;
  /** y - X b, not weighted (nrows). */
  readonly residuals: Float64Array;
}

/** The part of a sample that is copied into the core. */
export type CoreRows = Dependence &
  Pick<
    LinearSample,
    'nrows' | 'names' | 'intercept' | 'x' | 'y' | 'xLow' | 'yLow' | 'weights' | 'weighting'
  >;

/**
 * Copies a sample into the core's memory; returns the address of its record. Panel estimators pass the `units` of the
 * rows used.
 */
export function putSample(
  arena: Arena,
  sample: CoreRows,
  weightType: WeightType | undefined,
  units?: Grouping,
): number {
  const { nrows, names, weights } = sample;
  return arena.putRecord(linearDesign, {
    nrows,
    nregressors: names.length,
    intercept: Number(sample.intercept),
    weightType: RowWeights[weightType ?? 'none'],
    x: arena.putColumns(sample.x, nrows),
    y: arena.putFloats(sample.y),
    xLow: sample.xLow === undefined ? 0 : arena.putColumns(sample.xLow, nrows),
    yLow: sample.yLow === undefined ? 0 : arena.putFloats(sample.yLow),
    weights: weights === undefined ? 0 : arena.putFloats(weights),
    ...dependenceFields(arena, sample, nrows),
    ...(units !== undefined && { unit: arena.putInts(units.codes), nunits: units.count }),
  });
}

/** Copies clusters, order and columns of a covariance into the core's memory and returns the fields of a design that point to them. */
export function dependenceFields(
  arena: Arena,
  { clusters, order, columns }: Dependence,
  nrows: number,
): Partial<RecordValues<typeof linearDesign>> {
  return {
    nclusterings: clusters.length,
    clusters: arena.putInts(...clusters.map(({ codes }) => codes)),
    ...(columns !== undefined && { covarianceColumns: arena.putColumns(columns, nrows) }),
    clusterCounts: arena.putInts(Int32Array.from(clusters, ({ count }) => count)),
    ...(order !== undefined && {
      unit: arena.putInts(order.unit),
      period: arena.putInts(order.period),
      nunits: order.nunits,
      nperiods: order.periods.length,
    }),
  };
}

/**
 * A covariance. It also names the coefficient whose influence function the core returns with a robust covariance, and
 * the coefficients whose parts of each cluster the core returns with CV2.
 */
export interface CoreCovariance extends LinearCovariance {
  readonly influenceOf?: number | undefined;
  readonly partsOf?: readonly number[] | undefined;
}

/** Copies the choice of a covariance into the core's memory, where a negative bandwidth means an automatic one. */
export function putCovariance(arena: Arena, vcov: CoreCovariance): number {
  const { type, kernel = 'bartlett', bandwidth = 'auto', small, influenceOf = -1 } = vcov;
  const { partsOf = [] } = vcov;
  return arena.putRecord(linearOptions, {
    covariance: Covariance[type],
    kernel: Kernel[kernel],
    small: Number(small),
    bandwidth: bandwidth === 'auto' ? -1 : bandwidth,
    influenceOf: influenceOf + 1,
    covarianceNumbers: arena.putFloats(
      Float64Array.from(extraEntries<number>(vcov, 'numbers'), ([, value]) => value),
    ),
    ncoefficients: partsOf.length,
    coefficients: arena.putInts(Int32Array.from(partsOf)),
  });
}

/** Where a fit failed. */
export interface Failure {
  readonly status: number;
  /** Position that the status refers to. */
  readonly detail: number;
  /** The bandwidth that was refused. */
  readonly bandwidth: number;
  /**
   * k x k: the combinations that explain the regressors to leave out (see `collinearColumns`); empty for other
   * failures.
   */
  readonly dependence: Float64Array;
}

/** Copies what a failed fit says out of the core's memory. */
export function readFailure(arena: Arena, address: number, status: number): Failure {
  const { detail, bandwidth, dependence, nparams } = arena.readRecord(linearFit, address);
  const width = dependence === 0 || status !== Status.RankDeficient ? 0 : nparams;
  return { status, detail, bandwidth, dependence: arena.floats(dependence, width * width) };
}

/** Copies a fit of `nrows` rows out of the core's memory. */
export function readEstimate(arena: Arena, address: number, nrows: number): LinearEstimate {
  const fit = arena.readRecord(linearFit, address);
  const k = fit.nparams;
  return {
    ...fit,
    indefinite: fit.indefinite === 1,
    perfect: fit.perfect === 1,
    ordinary: fit.ordinary === 1,
    params: arena.floats(fit.params, k),
    vcov: arena.floats(fit.vcov, k * k),
    stdErrors: fit.stdErrors === 0 ? undefined : arena.floats(fit.stdErrors, k),
    bread: arena.floats(fit.bread, k * k),
    residuals: arena.floats(fit.residuals, nrows),
  };
}
