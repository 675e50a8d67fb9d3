/** What sigma2 and the small-sample factor count, by xtabond2's rules. */
import { Transform } from '../../codes';
import { DpdFit } from '../../memory/dpd-records';
import { levelVariance } from './moments/moment-sums';
import { Model } from './model/model';

/** Rows of an equation, each as often as its frequency says. */
export function rowCount(model: Model, level: bool): f64 {
  if (model.design.frequency) return level ? model.levelWeight : model.diffWeight;
  return f64(level ? model.nlevel : model.ndiff);
}

/** Rows whose residuals sigma2 rests on. */
function sigmaRows(model: Model): f64 {
  return rowCount(model, levelVariance(model.design));
}

/** 2 for differenced errors whose variance H takes as 2 sigma2, else 1. */
function sigmaDivisor(model: Model): f64 {
  const differences = model.design.transform == Transform.FirstDifferences;
  return differences && model.design.h > 1 ? 2 : 1;
}

/** sigma2 from the sum of squares that it rests on. */
export function findSigma(model: Model, rss: f64, fit: DpdFit): void {
  fit.rss = rss;
  fit.sigma2 = fit.rss / (sigmaDivisor(model) * sigmaRows(model));
}

/** Rows that the small-sample factor counts. */
export function countedRows(model: Model, classical: bool): f64 {
  return classical ? sigmaRows(model) : rowCount(model, model.design.system != 0);
}

/**
 * (n-1)/(n-k) G/(G-1), or n/(n-k) with the rows of sigma2 when classical. With clusters every term of
 * the covariance of the moments carries its own G/(G-1).
 */
export function smallFactor(model: Model, classical: bool, clustered: bool): f64 {
  const k = f64(model.k);
  const groups = f64(model.ngroups);
  const n = countedRows(model, classical);
  if (classical) return n / (n - k);
  return ((n - 1) / (n - k)) * (clustered ? 1 : groups / (groups - 1));
}
