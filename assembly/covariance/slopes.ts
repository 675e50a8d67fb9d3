/**
 * The test that all slopes are 0, and the degrees of freedom of this test and of the t statistics.
 *
 * A covariance that sums over G clusters (or periods) has rank at most G - 1, which is also the degrees of freedom.
 * With several clusterings the smallest counts, as in Stata's reghdfe and ivreg2.
 */
import { Intercept } from '../codes';
import { allocZeroed, exhausted, mark, release } from '../memory/arena';
import { getInt, integers, setInt } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { waldFirst } from '../linear/wald';
import { Covariance, sumsClusters, sumsPeriods } from './kinds';

/**
 * Sets wald, waldDf, waldRank and dfReference of least squares; returns false when memory ends. With an unadjusted
 * covariance the statistic comes from sums of squares, which loses no digits with nearly collinear slopes.
 */
export function describeSlopes(design: LinearDesign, options: LinearOptions, fit: LinearFit): bool {
  const sums = options.covariance == Covariance.Unadjusted && fit.zeroVariances == 0;
  if (!sums || design.intercept == Intercept.Transformed) {
    return testSlopes(design, options, fit);
  }
  fit.waldDf = fit.nparams - i32(design.intercept != 0);
  fit.waldRank = fit.waldDf;
  fit.dfReference = fit.dfResid;
  const total = design.intercept != 0 ? fit.tssCentered : fit.tss;
  const scale = fit.factor / fit.nobs;
  fit.wald = (total - fit.rss) / (fit.rss * scale);
  return true;
}

/** The same from the coefficients and their covariance matrix, of any estimator. */
export function testSlopes(design: LinearDesign, options: LinearOptions, fit: LinearFit): bool {
  const k = fit.nparams;
  const groups = smallestGrouping(design, options);
  if (groups < 0) return false;
  fit.waldDf = k - i32(design.intercept != 0);
  fit.waldRank = fit.waldDf;
  fit.dfReference = groups == 0 ? fit.dfResid : f64(groups - 1);
  if (groups > 0 && fit.waldDf >= groups) {
    fit.waldRank = groups - 1;
    fit.wald = NaN;
    return true;
  }
  const rankAddress = changetype<usize>(fit) + offsetof<LinearFit>('waldRank');
  fit.wald = waldFirst(fit.waldDf, k, fit.params, fit.vcov, rankAddress);
  return !exhausted();
}

/**
 * Returns the number of clusters of the smallest clustering, or of periods with rows; 0 if the covariance sums over
 * rows, -1 when memory ends.
 */
export function smallestGrouping(design: LinearDesign, options: LinearOptions): i32 {
  const kind = options.covariance;
  if (sumsPeriods(kind)) return periodsWithRows(design);
  if (!sumsClusters(kind)) return 0;
  let smallest = getInt(design.clusterCounts, 0);
  for (let d = 1; d < design.nclusterings; ++d) {
    smallest = min(smallest, getInt(design.clusterCounts, d));
  }
  return smallest;
}

function periodsWithRows(design: LinearDesign): i32 {
  const scope = mark();
  const hasRows = allocZeroed(integers(design.nperiods));
  if (hasRows == 0) return -1;
  let count = 0;
  for (let i = 0; i < design.nrows; ++i) {
    const period = getInt(design.period, i);
    count += 1 - getInt(hasRows, period);
    setInt(hasRows, period, 1);
  }
  release(scope);
  return count;
}
