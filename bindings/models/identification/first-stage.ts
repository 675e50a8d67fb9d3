import type { Engine } from '../../core/engine/engine.js';
import { backSubstitute, dot, leastSquares, type Vector } from '../../core/numerics/householder.js';
import { fTest, chi2Test } from '../../core/numerics/inference.js';
import type { FirstStage, Test } from '../../results/fit.js';
import { combine, type Equations, unit } from './reduced-form.js';
import { inverseDiagonal } from './structural.js';
import { waldStatistic, singularCovariance } from './wald.js';

/** Names in the order of the reduced form; `instruments` are the kept ones. */
export interface Names {
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
}

/**
 * The first stage of each endogenous variable: coefficients and standard errors of the excluded instruments, and the
 * instruments' strength. F statistics use the form's covariance with its small-sample factor.
 */
export function firstStages(engine: Engine, form: Equations, names: Names): readonly FirstStage[] {
  const { nobs, nexogenous, dfResid, ninstruments } = form.form;
  const shea = sheaShares(form);
  const adjusted = (share: number) => 1 - ((1 - share) * (dfResid + ninstruments)) / dfResid;
  return names.endogenous.map((endogenous, j) => {
    const c = unit(1 + names.endogenous.length, 1 + j);
    const explained = dot(form.coefficients[1 + j]!, form.coefficients[1 + j]!);
    const rss = dot(form.errors[1 + j]!, form.errors[1 + j]!);
    const partialR2 = explained / (explained + rss);
    const { swF, swChi2 } = conditional(engine, form, j);
    return {
      endogenous,
      ...coefficientTable(form, names.instruments, j),
      partialF: strengthF(engine, form, c, ninstruments),
      partialR2,
      partialR2Adj: adjusted(partialR2),
      sheaR2: shea[j]!,
      sheaR2Adj: adjusted(shea[j]!),
      swF,
      swChi2,
      rmse: Math.sqrt(rss / dfResid),
      dfResid,
      nparams: nexogenous + ninstruments,
      nobs,
    };
  });
}

/** F of a combination of equations, g'V^-1 g / (factor df1), with df1 and the form's reference degrees of freedom. */
function strengthF(engine: Engine, form: Equations, c: Vector, df1: number): Test {
  const wald = waldStatistic(combine(form.coefficients, c), form.covariance(c, c));
  if (wald === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  const { factor, dfReference } = form.form;
  return fTest(engine, wald / (factor * df1), df1, dfReference);
}

/** Coefficients of the instruments in their own units: solutions with the instruments' triangle. */
function coefficientTable(
  { form, coefficients, covariance }: Equations,
  names: Names['instruments'],
  j: number,
) {
  const { nexogenous, ninstruments, nendogenous, triangle, factor } = form;
  const order = nexogenous + ninstruments + nendogenous + 1;
  const rows = names.map((_, i) =>
    names.map((__, k) => triangle[(nexogenous + k) * order + nexogenous + i]!),
  );
  const solve = (b: Vector) => backSubstitute(rows, b);
  const c = unit(1 + nendogenous, 1 + j);
  const params = solve(coefficients[1 + j]!);
  const half = covariance(c, c).map(solve);
  const stdErrors = names.map((_, i) => Math.sqrt(factor * solve(half.map((row) => row[i]!))[i]!));
  const named = (values: Vector) => Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  return { params: named(params), stdErrors: named(stdErrors) };
}

/**
 * Shea's (1997) partial R-squared in Godfrey's (1999) form: the ratio of the j-th diagonal elements of (X'X)^-1 and
 * (X^'X^)^-1, net of the exogenous regressors.
 */
function sheaShares({ coefficients, errors }: Equations): readonly number[] {
  const fitted = coefficients.slice(1);
  const whole = fitted.map((column, j) => [...column, ...errors[1 + j]!]);
  const [ofWhole, ofFitted] = [whole, fitted].map(inverseDiagonal) as [number[], number[]];
  return ofWhole.map((value, j) => value / ofFitted[j]!);
}

/**
 * Sanderson and Windmeijer's (2016) conditional first stage of endogenous variable j: the strength of the instruments
 * for its residual from 2SLS on the other endogenous variables. It has ninstruments - nendogenous + 1 degrees of
 * freedom.
 */
function conditional(engine: Engine, form: Equations, j: number) {
  const { nendogenous, ninstruments } = form.form;
  const others = Array.from({ length: nendogenous }, (_, i) => i).filter((i) => i !== j);
  const { params } = leastSquares(
    others.map((i) => form.coefficients[1 + i]!),
    form.coefficients[1 + j]!,
  );
  const c = unit(1 + nendogenous, 1 + j);
  others.forEach((i, k) => (c[1 + i] = -params[k]!));
  const df = ninstruments - nendogenous + 1;
  const swF = strengthF(engine, form, c, df);
  const swChi2 = swF.stat === null ? swF : chi2Test(engine, swF.stat * form.form.factor * df, df);
  return { swF, swChi2 };
}
