/** Which rows sigma2 and the small-sample factor count, by xtabond2's rules. */
import { Transform } from '../../codes';
import { DpdFit } from '../../memory/dpd-records';
import { levelVariance } from './moments/moment-sums';
import { Model } from './model/model';

/** Counts the rows of an equation; a row with a frequency counts that many times. */
export function rowCount(model: Model, level: bool): f64 {
  if (model.design.frequency) return level ? model.levelWeight : model.diffWeight;
  return f64(level ? model.nlevel : model.ndiff);
}

/** Counts the rows whose residuals give sigma2. */
function sigmaRows(model: Model): f64 {
  return rowCount(model, levelVariance(model.design));
}

/** Returns 2 for differenced errors, whose variance under H is 2 sigma2, else 1. */
function sigmaDivisor(model: Model): f64 {
  const differences = model.design.transform == Transform.FirstDifferences;
  return differences && model.design.h > 1 ? 2 : 1;
}

/** Sets sigma2 from its sum of squares. */
export function findSigma(model: Model, rss: f64, fit: DpdFit): void {
  fit.rss = rss;
  fit.sigma2 = fit.rss / (sigmaDivisor(model) * sigmaRows(model));
}

/** Counts the rows of the small-sample factor. */
export function countedRows(model: Model, classical: bool): f64 {
  return classical ? sigmaRows(model) : rowCount(model, model.design.system != 0);
}

/**
 * Returns (n-1)/(n-k) G/(G-1), or n/(n-k) with the rows of sigma2 if classical. With clusters every term of the
 * moments' covariance already has its own G/(G-1).
 */
export function smallFactor(model: Model, classical: bool, clustered: bool): f64 {
  const k = f64(model.k);
  const groups = f64(model.ngroups);
  const n = countedRows(model, classical);
  if (classical) return n / (n - k);
  return ((n - 1) / (n - k)) * (clustered ? 1 : groups / (groups - 1));
}
