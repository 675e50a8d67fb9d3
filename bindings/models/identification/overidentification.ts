import type { Engine } from '../../core/engine/engine.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import { householder, type Vector } from '../../core/numerics/householder.js';
import { chi2Test, fTest } from '../../core/numerics/inference.js';
import type { MissingTest, Test } from '../../results/fit.js';
import { EXACTLY_IDENTIFIED } from './exactly-identified.js';
import { combine, type Equations } from './reduced-form.js';
import { limlKappa, residualParts, structuralError } from './structural.js';
import { waldStatistic, singularCovariance } from './wald.js';

/** Tests of the overidentifying restrictions, for independent homoskedastic errors. */
export interface Overidentification {
  readonly sargan: Test;
  readonly basmann: Test;
  /** Tests of LIML: n log kappa, and F = (kappa - 1) (n - q) / (L - K1). */
  readonly andersonRubinLR: Test;
  readonly basmannF: Test;
}

const justIdentified: MissingTest = { stat: null, pValue: null, reason: EXACTLY_IDENTIFIED };

/**
 * Sargan's n |P_Z e|^2 / e'e (1958) and Basmann's (n - q) |P_Z e|^2 / (e'e - |P_Z e|^2) (1960) at the coefficients
 * `params` of the endogenous variables, q the number of all instruments. For LIML, the tests of Anderson and Rubin
 * (1950) and Basmann, as in Stata's `estat overid`.
 */
export function overidentification(
  engine: Engine,
  form: Equations,
  params: Vector,
): Overidentification {
  const { nobs, dfResid, ninstruments, nendogenous } = form.form;
  const df = ninstruments - nendogenous;
  if (df === 0) {
    return {
      sargan: justIdentified,
      basmann: justIdentified,
      andersonRubinLR: justIdentified,
      basmannF: justIdentified,
    };
  }
  const { inside, outside } = residualParts(form, params);
  const excess = limlKappa(form) - 1;
  const [logKappa] = elementaryMath(engine).log(Float64Array.of(1 + excess));
  return {
    sargan: chi2Test(engine, (nobs * inside) / (inside + outside), df),
    basmann: chi2Test(engine, (dfResid * inside) / outside, df),
    andersonRubinLR: chi2Test(engine, nobs * logKappa!, df),
    basmannF: fTest(engine, (excess * dfResid) / df, df, dfResid),
  };
}

/**
 * Wooldridge's (1995) score test, robust to heteroskedasticity, and its forms for clusters and autocorrelation. It is
 * g'S^-1 g in the part of the instruments' space orthogonal to the fitted endogenous variables.
 *
 * @param params 2SLS coefficients of the endogenous variables
 * @param scores ninstruments x ninstruments: sums of products of q_j e, with e = y - X b and q the orthonormal
 *   instruments
 */
export function wooldridgeScore(
  engine: Engine,
  form: Equations,
  params: Vector,
  scores: readonly Vector[],
): Test {
  const { ninstruments, nendogenous } = form.form;
  const df = ninstruments - nendogenous;
  if (df === 0) return justIdentified;
  const stat = scoreStatistic(
    form.coefficients.slice(1),
    combine(form.coefficients, structuralError(params)),
    scores,
  );
  if (stat === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  return chi2Test(engine, stat, df);
}

/** (N'g)' (N'S N)^-1 (N'g), N a basis of the orthogonal complement of the columns. */
function scoreStatistic(columns: readonly Vector[], g: Vector, s: readonly Vector[]) {
  const { apply } = householder(columns);
  const beyond = (x: Vector) => apply(x).slice(columns.length);
  const half = s.map(beyond);
  return waldStatistic(
    beyond(g),
    half[0]!.map((_, j) => beyond(half.map((row) => row[j]!))),
  );
}
