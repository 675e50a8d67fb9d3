/**
 * Regressors that depend on the errors. An endogenous regressor depends on the error of its period, a predetermined one
 * on the error of the period before: x(t) = x0(t) + c e(t) or x0(t) + c e(t-1). Here c is the least squares slope
 * within units on the residuals of the estimate. A simulated panel keeps x0 = x - c residual, and so the variable's path, gaps
 * and spread, and draws new errors e. Strictly exogenous regressors are held fixed.
 *
 * An autoregression of x was rejected: its coefficient, estimated from few periods, is biased, and one equation for all
 * units loses the trends and levels that the instruments use.
 */
import { evaluateTerm, type Frame, lagged, type Term } from '../../../data/index.js';
import type { DpdSample } from '../../../models/dpd/design/design.js';
import type { DpdModel } from '../../../models/dpd/model/model.js';
import { type Components, withinMoments } from './components.js';
import { declaredRoles } from './roles.js';
import { lagsOf, regressorTerms } from './variables.js';
import type { Violation } from './violations.js';
import type { Role } from '../../../models/schema/dynamic-words.js';

/** x(t) = fixed + current e(t) + previous e(t-1). */
export interface Response {
  readonly variable: string;
  /** Values (nrows), NaN if missing in the data. */
  readonly fixed: Float64Array;
  readonly current: number;
  readonly previous: number;
}

/** A regressor without lags and differences, with the role that its instruments imply. */
export interface Regressor {
  readonly variable: string;
  readonly term: Term;
  readonly role: Role;
}

/** The distinct regressors, without the outcome and dummies. */
export function regressorsOf(model: DpdModel, sample: DpdSample): Regressor[] {
  const roles = declaredRoles(model, sample);
  const regressors = new Map<string, Regressor>();
  for (const [name, term] of regressorTerms(model)) {
    if (!sample.design.params.includes(name)) continue;
    const { variable, of } = lagsOf(term, sample.depvar);
    if (variable === sample.depvar) continue;
    regressors.set(variable, { variable, term: of, role: roles.get(variable) ?? 'endogenous' });
  }
  return [...regressors.values()];
}

/** The regressor's response to simulated errors; undefined if it has none. */
export function responseOf(
  { variable, term, role }: Regressor,
  frame: Frame,
  components: Components,
  violation: Violation | undefined,
): Response | undefined {
  const panel = frame.panel!;
  const { residuals, errorVariance } = components;
  const x = evaluateTerm(term, frame)[0]!.values;
  const before = role === 'predetermined' ? lagged(residuals, panel, 1) : residuals;
  const { slope, variance } = withinMoments(x, before, panel.unitStart);
  const response = role === 'exogenous' ? 0 : slope;
  const named = violation?.kind === 'endogeneity' && violation.variables!.includes(variable);
  if (response === 0 && !named) return undefined;
  const fixed = x.map((value, row) => {
    const residual = before[row]!;
    return Number.isNaN(residual) ? value : value - response * residual;
  });
  const added = named ? slopeOf(violation.size, variance / errorVariance) : 0;
  const current = (role === 'endogenous' ? response : 0) + added;
  return { variable, fixed, current, previous: role === 'predetermined' ? response : 0 };
}

/** The slope on an error that gives the correlation, for a variable with `ratio` times the variance of the error. */
function slopeOf(correlation: number, ratio: number): number {
  return (correlation * Math.sqrt(ratio)) / Math.sqrt(1 - correlation ** 2);
}
