import type { Engine } from '../../core/engine/engine.js';
import { chi2Test } from '../../core/numerics/inference.js';
import type { Strength, Test } from '../../results/fit.js';
import { endogenous, type Equations, unit } from './reduced-form.js';
import { rankStatistic, weakest } from './rank.js';
import { singularCovariance } from './wald.js';

const missing = { stat: null, pValue: null, reason: singularCovariance } as const;

function directions({ coefficients }: Equations) {
  return endogenous(coefficients.map((_, a) => unit(coefficients.length, a)));
}

function surplus({ form }: Equations): number {
  return form.ninstruments - form.nendogenous + 1;
}

/** Cragg and Donald's (1993) smallest eigenvalue as an F, for independent homoskedastic errors. */
export function craggDonald(form: Equations): number {
  const { dfResid, ninstruments } = form.form;
  return (weakest(form, directions(form)).eigenvalue * dfResid) / ninstruments;
}

/**
 * Anderson's (1951) test that the smallest canonical correlation of endogenous variables and instruments is 0: n
 * times its square, chi-squared with ninstruments - nendogenous + 1 degrees of freedom. `form` must be unrestricted.
 */
export function andersonCanonical(engine: Engine, form: Equations): Test {
  const { eigenvalue } = weakest(form, directions(form));
  return chi2Test(engine, (form.form.nobs * eigenvalue) / (1 + eigenvalue), surplus(form));
}

/**
 * Kleibergen and Paap's (2006) Lagrange multiplier rank test, without small-sample factor. `form` must be restricted.
 */
export function kleibergenPaapLM(engine: Engine, form: Equations): Test {
  const stat = rankStatistic(form, directions(form));
  return stat === undefined ? missing : chi2Test(engine, stat, surplus(form));
}

/** Kleibergen and Paap's Wald statistic as an F: divided by ninstruments and the small-sample factor, as in ivreg2. */
export function kleibergenPaapF(form: Equations): Strength {
  const stat = rankStatistic(form, directions(form));
  if (stat === undefined) return { stat: null, reason: singularCovariance };
  return { stat: stat / (form.form.factor * form.form.ninstruments) };
}
