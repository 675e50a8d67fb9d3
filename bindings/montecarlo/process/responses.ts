/**
 * Regressors that move with the errors. An endogenous one moves with the error of its period, a predetermined one with
 * that of the period before: x(t) = x0(t) + c e(t) or x0(t) + c e(t-1), where c is the least squares slope within units
 * on the residuals of the estimate. A simulated panel keeps x0 = x - c residual, so the variable's own path, its gaps and
 * its spread stay the user's, and draws e anew. Strictly exogenous regressors are held fixed.
 *
 * An autoregression of x was refused: its coefficient, estimated from few periods, is biased, and one equation for all
 * units loses trends and levels that the instruments rest on.
 */
import { evaluateTerm, type Frame, lagged, type Term } from '../../data/index.js';
import type { DpdSample } from '../../models/dpd/design/design.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { type Components, withinMoments } from './components.js';
import { declaredRoles } from './roles.js';
import { lagsOf, regressorTerms } from './variables.js';
import type { Violation } from './violations.js';
import type { Role } from '../../models/dpd/model/words.js';

/** x(t) = fixed + current e(t) + previous e(t-1). */
export interface Response {
  readonly variable: string;
  /** Values (nrows), NaN where the data have none. */
  readonly fixed: Float64Array;
  readonly current: number;
  readonly previous: number;
}

/** A regressor without lags and differences, with the role that its instruments give it. */
export interface Regressor {
  readonly variable: string;
  readonly term: Term;
  readonly role: Role;
}

/** The regressors but the outcome and dummies, each once. */
export function regressorsOf(model: DpdModel, sample: DpdSample): Regressor[] {
  const roles = declaredRoles(model, sample);
  const found = new Map<string, Regressor>();
  for (const term of regressorTerms(model).values()) {
    const { variable, of } = lagsOf(term, sample.depvar);
    if (variable === sample.depvar) continue;
    found.set(variable, { variable, term: of, role: roles.get(variable) ?? 'endogenous' });
  }
  return [...found.values()];
}

/** The regressor's response to simulated errors, undefined where it has none. */
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
  const own = role === 'exogenous' ? 0 : slope;
  const named = violation?.kind === 'endogeneity' && violation.variables!.includes(variable);
  if (own === 0 && !named) return undefined;
  const fixed = x.map((value, row) => {
    const residual = before[row]!;
    return Number.isNaN(residual) ? value : value - own * residual;
  });
  const added = named ? slopeOf(violation.size, variance / errorVariance) : 0;
  const current = (role === 'endogenous' ? own : 0) + added;
  return { variable, fixed, current, previous: role === 'predetermined' ? own : 0 };
}

/** The slope on an error that gives a variable of `ratio` times its variance a correlation with it. */
function slopeOf(correlation: number, ratio: number): number {
  return (correlation * Math.sqrt(ratio)) / Math.sqrt(1 - correlation ** 2);
}
