/**
 * The process that simulates panels like the user's:
 *
 *   y(it) = sum a(j) y(i,t-j) + x(it)'b + eta(i) + e(it),    eta(i) ~ N(c, s2(eta)),    e(it) ~ N(0, s2(i))
 *
 * with the units, periods and gaps of the data, the coefficients of the fit including time effects, and the variance
 * components of its residuals. Exogenous regressors keep their values; others depend on the errors, see `responses.ts`.
 * The outcome starts from its stationary distribution around the unit mean implied by the first regressors, so that
 * differences are uncorrelated with the effect. In a gap, y continues with the regressors of the last row.
 */
import type { ElementaryMath, PanelIndex, Table } from '../../../data/index.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import { componentsOf } from './components.js';
import { lagCoefficients, memoryOf } from './lag-process.js';
import { regressorsOf, type Response, responseOf } from './responses.js';
import { lagsOf, type LagPolynomial, regressorTerms } from './variables.js';
import type { Violation } from './violations.js';
import type { ByName } from '../../../results/common.js';

/** Plain data that can be sent to a worker. */
export interface Process {
  readonly panel: PanelIndex;
  readonly outcome: string;
  /** Names of the simulated variables: the outcome, and the regressors that depend on the errors. */
  readonly simulated: readonly string[];
  /** 1 in rows with an observed outcome (nrows). */
  readonly observed: Uint8Array;
  /** Coefficients of y(t-1), y(t-2), ... */
  readonly lags: readonly number[];
  /** Periods simulated before the first row of a unit. */
  readonly memory: number;
  readonly intercept: number;
  readonly effectSd: number;
  /** Standard deviation of the errors of each unit (nunits). */
  readonly errorSds: Float64Array;
  /** x'b of the regressors that keep their values (nrows); NaN if one is missing. */
  readonly fixed: Float64Array;
  /** The simulated regressors, with their coefficients. */
  readonly moving: readonly (LagPolynomial & { readonly coefficient: number })[];
  readonly responses: readonly Response[];
  /** Moving average coefficient of the errors. The variance of the errors does not depend on it. */
  readonly movingAverage: number;
  /** Distance of the initial outcome from the mean of its unit, in multiples of the unit effect. */
  readonly startShift: number;
}

/** The inputs of a process. */
export interface Source {
  readonly model: DynamicModel;
  readonly table: Table;
  readonly sample: DynamicSample;
  readonly math: ElementaryMath;
  /** Estimates from which the residuals are computed. */
  readonly estimates: ByName;
  /** Coefficients of the process; equal to the estimates unless options change them. */
  readonly params: ByName;
  /** Error variance per unit, or one common variance. */
  readonly variances: 'unit' | 'common';
}

/** @throws InputError `cannot-simulate` */
export function processOf(source: Source, violation: Violation | undefined): Process {
  const { model, table, sample, math, estimates, params, variances } = source;
  const { panel, design, depvar } = sample;
  const components = componentsOf(sample, estimates);
  const { unitVariances, errorVariance, effectVariance, intercept } = components;
  const frame = { table, panel, math };
  const responses = regressorsOf(model, sample).flatMap(
    (regressor) => responseOf(regressor, frame, components, violation) ?? [],
  );
  const simulated = [depvar, ...responses.map(({ variable }) => variable)];
  const lags = lagCoefficients(model, sample, params);
  const size = (kind: Violation['kind']) => (violation?.kind === kind ? violation.size : 0);
  return {
    panel,
    outcome: depvar,
    simulated,
    observed: Uint8Array.from(design.vars.subarray(0, design.nrows), (y) => Number(!isNaN(y))),
    lags,
    memory: memoryOf(lags),
    intercept,
    effectSd: Math.sqrt(effectVariance),
    errorSds: unitVariances.map((variance) =>
      Math.sqrt(variances === 'unit' ? variance : errorVariance),
    ),
    ...regressionParts(source, simulated),
    responses,
    movingAverage: size('serial-correlation'),
    startShift: size('initial-conditions'),
  };
}

/** Separates the regressors that depend on simulated variables from the others. */
function regressionParts(
  { model, sample, params }: Source,
  simulated: readonly string[],
): Pick<Process, 'fixed' | 'moving'> {
  const { design, depvar } = sample;
  const { nrows, vars } = design;
  const terms = regressorTerms(model);
  const fixed = new Float64Array(nrows);
  const moving = design.params.flatMap((name, j) => {
    if (name === '_cons' && design.constant) return [];
    const coefficient = params[name]!;
    const term = terms.get(name);
    const { variable, lags } =
      term === undefined ? { variable: name, lags: [] } : lagsOf(term, depvar);
    if (simulated.includes(variable)) {
      return variable === depvar ? [] : [{ variable, lags, coefficient }];
    }
    const column = vars.subarray((j + 1) * nrows, (j + 2) * nrows);
    for (let row = 0; row < nrows; row++) fixed[row]! += coefficient * column[row]!;
    return [];
  });
  return { fixed, moving };
}
