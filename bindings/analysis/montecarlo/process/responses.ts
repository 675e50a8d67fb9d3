/**
 * Regressors that depend on the errors. An endogenous regressor depends on the error of its period, a predetermined one
 * on the error of the period before: x(t) = x0(t) + c e(t) or x0(t) + c e(t-1). Here c is the least squares slope
 * within units on the residuals of the estimate. A simulated panel keeps x0 = x - c residual, and so the variable's path, gaps
 * and spread, and draws new errors e. Strictly exogenous regressors are held fixed.
 *
 * An autoregression of x was rejected: its coefficient, estimated from few periods, is biased, and one equation for all
 * units loses the trends and levels that the instruments use.
 */
import {
  evaluateTerm,
  type Frame,
  lagged,
  parseTerms,
  type Term,
  termName,
} from '../../../data/index.js';
import { type Components, withinMoments } from './components.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import type { InstrumentSpec } from '../../../models/dynamic/design/instrument-specs.js';
import { lagsOf, regressorTerms } from './variables.js';
import type { Violation } from './violations.js';
import type { Role } from '../../../models/schema/dynamic-words.js';

/**
 * The role that a valid instrument implies for its variable. With first instrument x(t-s) in the transformed equation,
 * s = 0 implies that x is strictly exogenous, s = 1 predetermined, s > 1 endogenous. In the level equation, s = 0
 * implies predetermined, s > 0 endogenous.
 */
const roles: readonly Role[] = ['exogenous', 'predetermined', 'endogenous'];

/** The strictest role that the instruments imply for each variable; variables without instruments are endogenous. */
function declaredRoles(model: DynamicModel, sample: DynamicSample): ReadonlyMap<string, Role> {
  const terms = [...model.gmm, ...model.iv]
    .flatMap(({ vars }) => vars.flatMap(parseTerms))
    .map((term) => ({ name: termName(term), ...lagsOf(term, sample.depvar) }));
  const strictest = new Map<string, number>();
  for (const { name, variable, lags } of terms) {
    const first = Math.min(...lags.map(({ by }) => by));
    for (const spec of sample.design.specs) {
      if (spec.name !== name) continue;
      const strictness = Math.min(2, Math.max(0, first + transformedLag(spec)));
      strictest.set(variable, Math.min(strictness, strictest.get(variable) ?? 2));
    }
  }
  return new Map([...strictest].map(([variable, place]) => [variable, roles[place]!]));
}

/** The first lag in the transformed equation that implies the same role. */
function transformedLag({ from, equation }: InstrumentSpec): number {
  return equation === 'level' ? from + 1 : from;
}

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
export function regressorsOf(model: DynamicModel, sample: DynamicSample): Regressor[] {
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

/**
 * The slope on an error that gives the correlation, for a variable whose variance is `ratio` times that of the error.
 */
function slopeOf(correlation: number, ratio: number): number {
  return (correlation * Math.sqrt(ratio)) / Math.sqrt(1 - correlation ** 2);
}
