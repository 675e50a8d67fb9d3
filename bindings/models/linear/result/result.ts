import type { Covariance, CovarianceKind, Sample, Test, Tests } from '../../../results/fit.js';
import type { Engine } from '../../../core/engine.js';
import { chi2Test, fTest } from '../../../numerics/inference.js';
import { matrixRows } from '../../inference.js';
import type { Clustering } from '../design/clusters.js';
import type { Dependence } from '../design/dependence.js';
import type { LinearCovariance } from '../model/model.js';
import type { LinearEstimate } from '../estimate/records.js';
import type { LinearSample } from '../design/sample.js';
import type { Warning } from '../../../results/common.js';

/** Fewer clusters than this make CV1 doubtful (Angrist and Pischke, 2009, chapter 8). */
const FEW_CLUSTERS = 42;

/** Describes the covariance for the result. */
export function describeCovariance(
  vcov: LinearCovariance,
  sample: Dependence,
  { names, vcov: values, factor, bandwidth }: DescribedCovariance,
): Covariance {
  return {
    ...describeKind(vcov, sample, bandwidth),
    names,
    values: matrixRows(values, names.length),
    factor,
  };
}

interface DescribedCovariance extends Pick<LinearEstimate, 'vcov' | 'factor' | 'bandwidth'> {
  readonly names: readonly string[];
}

/** Says which errors the covariance allows for; `bandwidth` is the one used. */
export function describeKind(
  { type, kernel, order }: Pick<LinearCovariance, 'kernel' | 'order'> & { readonly type: string },
  sample: Dependence,
  bandwidth: number,
): CovarianceKind {
  const clusters = sample.clusters.map(({ column, count }) => ({ column, count }));
  return {
    type,
    ...(clusters.length > 0 && { clusters }),
    ...(kernel !== undefined && { kernel, bandwidth }),
    ...(order !== undefined && { order }),
  };
}

/** Tests the hypothesis that all slopes are 0: F with small-sample statistics, otherwise chi-squared. */
export function slopesTest(
  engine: Engine,
  small: boolean,
  fit: Pick<LinearEstimate, 'wald' | 'waldDf' | 'waldRank' | 'dfReference'>,
): Tests {
  const { wald, waldDf, waldRank, dfReference } = fit;
  const missing = (reason: string): Test => ({ stat: null, pValue: null, reason });
  const test = (): Test => {
    if (waldDf === 0) return missing('there are no slopes');
    if (wald === Infinity) return missing('the fit is perfect');
    if (Number.isNaN(wald)) {
      return missing(`the covariance of the ${waldDf} slopes has rank ${waldRank}`);
    }
    return small
      ? fTest(engine, wald / waldDf, waldDf, dfReference)
      : chi2Test(engine, wald, waldDf);
  };
  return small ? { f: test() } : { wald: test() };
}

/** R-squared and its adjusted form: about the mean with an intercept, about 0 without one, as in Stata. */
export function goodness(
  { intercept }: LinearSample,
  fit: Pick<LinearEstimate, 'rss' | 'tss' | 'tssCentered' | 'nobs' | 'dfResid'>,
) {
  const { rss, tss, tssCentered, nobs, dfResid } = fit;
  const total = intercept ? tssCentered : tss;
  if (!(total > 0)) return {};
  const rsquared = 1 - rss / total;
  const rsquaredAdj = 1 - (rss / dfResid) * ((nobs - Number(intercept)) / total);
  return { rsquared, rsquaredAdj };
}

/** Rows read, used and lost. */
export function describeSample({ ledger, nrowsRead }: LinearSample): Sample {
  return { rowsRead: nrowsRead, rowsUsed: ledger.rowsUsed, lost: ledger.lost };
}

/** Warns about facts that a reader of the result must know. */
export function linearWarnings(
  sample: LinearSample,
  fit: Pick<LinearEstimate, 'indefinite' | 'saturated' | 'tssCentered'>,
  remedies = 'bootstrap scheme wild-cluster or, without absorbed effects, vcov CV3',
): Warning[] {
  const warnings = clusterWarnings(sample.clusters, remedies);
  const warn = (code: string, message: string) => warnings.push({ code, message });
  if (fit.indefinite) {
    warn(
      'indefinite-covariance',
      'the covariance matrix, a sum over several clusterings, is not positive semidefinite; standard errors may be missing',
    );
  }
  if (fit.saturated > 0) {
    warn(
      'saturated',
      `${fit.saturated} rows or clusters have leverage one: coefficients fit them exactly, so they add nothing to the covariance`,
    );
  }
  if (!sample.intercept) {
    warn('uncentred-r2', 'without an intercept R-squared is measured about 0, not about the mean');
  }
  if (!(fit.tssCentered > 0)) {
    warn('constant-outcome', `${sample.depvar} has one value in the sample`);
  }
  return warnings;
}

/** Warns of each clustering with few clusters; `remedies` names what else the estimator has. */
export function clusterWarnings(clusters: readonly Clustering[], remedies: string): Warning[] {
  return clusters
    .filter(({ count }) => count < FEW_CLUSTERS)
    .map(({ column, count }) => ({
      code: 'few-clusters',
      message: `with ${count} clusters of ${column}, clustered standard errors tend to be too small, and the t and F distributions are poor approximations; compare with ${remedies}`,
    }));
}
