import type { Engine } from '../../core/engine/engine.js';
import { dot, leastSquares, type Vector } from '../../core/numerics/householder.js';
import { chi2Test, fTest } from '../../core/numerics/inference.js';
import type { Test } from '../../results/fit.js';
import { endogenous, type Equations } from './reduced-form.js';
import { residualParts, twoStage } from './structural.js';
import { waldStatistic, singularCovariance } from './wald.js';

/** Tests that the endogenous variables are exogenous, for independent homoskedastic errors. */
export interface Endogeneity {
  readonly durbin: Test;
  readonly wuHausman: Test;
}

/**
 * Columns of outcome and endogenous variables, net of the exogenous regressors: on the instruments, then outside
 * them.
 */
function columnsOf({ coefficients, errors }: Equations): number[][] {
  return coefficients.map((column, a) => [...column, ...errors[a]!]);
}

/**
 * Let u be the OLS residuals, e the 2SLS residuals, Z all instruments, and d = |P_[Z X] u|^2 - |P_Z e|^2. Durbin's
 * (1954) statistic is n d / u'u. Wu-Hausman's is F = (d / K1) / ((u'u - d) / (n - k - K1)). Both are as in Stata's
 * `estat endogenous`. The regression with the first-stage residuals added has the sum of squares u'u - d, so its F is
 * the same. linearmodels projects e on the excluded instruments alone, and differs in overidentified models.
 */
export function endogeneity(engine: Engine, form: Equations): Endogeneity {
  const { nobs, dfResid, ninstruments, nendogenous } = form.form;
  const [outcome, ...regressors] = columnsOf(form) as [number[], ...number[][]];
  const ols = leastSquares(regressors, outcome);
  const beyond = ols.residuals.at(-1)!;
  const rest = beyond * beyond + residualParts(form, twoStage(form).params).inside;
  const difference = ols.rss - rest;
  const df = dfResid + ninstruments - 2 * nendogenous;
  return {
    durbin: chi2Test(engine, (nobs * difference) / ols.rss, nendogenous),
    wuHausman: fTest(engine, (difference / nendogenous / rest) * df, nendogenous, df),
  };
}

/**
 * Residuals of the fitted endogenous variables on the regressors, in an orthonormal basis of [instruments, endogenous
 * variables] net of the exogenous regressors. The robust tests below correlate them with the OLS residuals.
 */
function remainder(form: Equations): number[][] {
  const { ninstruments, nendogenous } = form.form;
  const cut = (column: Vector) => column.slice(0, ninstruments + nendogenous);
  const regressors = endogenous(columnsOf(form)).map(cut);
  return endogenous(form.coefficients).map((column) => {
    const fitted = [...column, ...Array.from({ length: nendogenous }, () => 0)];
    return leastSquares(regressors, fitted).residuals;
  });
}

/**
 * Wooldridge's (1995) robust score test of exogeneity: g'R (R'S R)^-1 R'g, R the residuals of the fitted endogenous
 * variables on the regressors, g the products of the basis with the OLS residuals. It is chi-squared with K1 degrees
 * of freedom.
 *
 * @param scores square of order ninstruments + nendogenous: sums of products of q_j u, q the orthonormal basis of
 *   [instruments, endogenous variables] net of the exogenous regressors, u the OLS residuals of the outcome
 */
export function robustScoreEndogeneity(
  engine: Engine,
  form: Equations,
  scores: readonly Vector[],
): Test {
  const stat = exogeneityStatistic(form, scores);
  if (stat === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  return chi2Test(engine, stat, form.form.nendogenous);
}

/**
 * Scores of the regression with the first-stage residuals added, with its small-sample factor and degrees of freedom.
 */
export interface AugmentedScores {
  readonly augmented: readonly Vector[];
  readonly augmentedFactor: number;
  readonly augmentedDf: number;
}

/**
 * Robust regression test of exogeneity (Wooldridge 1995; Stata's `estat endogenous`): F that the first-stage
 * residuals, added to the regression of the outcome, have zero coefficients. Given the regressors they span the same
 * space as the fitted endogenous variables, so g and R are those of the score test. S uses the residuals of this
 * regression.
 */
export function regressionEndogeneity(
  engine: Engine,
  form: Equations,
  { augmented, augmentedFactor, augmentedDf }: AugmentedScores,
): Test {
  const stat = exogeneityStatistic(form, augmented);
  if (stat === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  const { nendogenous } = form.form;
  return fTest(engine, stat / (augmentedFactor * nendogenous), nendogenous, augmentedDf);
}

/** g'(R'S R)^-1 g. */
function exogeneityStatistic(form: Equations, scores: readonly Vector[]): number | undefined {
  const [outcome, ...regressors] = columnsOf(form) as [number[], ...number[][]];
  const { residuals } = leastSquares(regressors, outcome);
  const columns = remainder(form);
  const g = columns.map((column) => dot(column, residuals));
  return waldStatistic(g, sandwich(columns, scores));
}

/** R'S R. */
function sandwich(columns: readonly Vector[], s: readonly Vector[]): number[][] {
  const half = s.map((row) => columns.map((column) => dot(row, column)));
  return columns.map((column) =>
    columns.map((_, j) => column.reduce((sum, value, i) => sum + value * half[i]![j]!, 0)),
  );
}
