/**
 * The user's panel as a process that can be drawn from again and again:
 *
 *   y(it) = sum a(j) y(i,t-j) + x(it)'b + eta(i) + e(it),    eta(i) ~ N(c, s2(eta)),    e(it) ~ N(0, s2(i))
 *
 * with the units, periods and gaps of the data, the coefficients of the fit, time effects among them, and the variance
 * components of its residuals. Exogenous regressors keep their values; others move with the errors, see `responses.ts`.
 * The outcome starts from its stationary distribution around its unit's mean at the first regressors, so that
 * differences do not move with the effect. Where the data have no row, y goes on with the regressors of the last one.
 */
import type { ElementaryMath, PanelIndex, Table } from '../../data/index.js';
import type { DpdSample } from '../../models/dpd/design/design.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { componentsOf } from './components.js';
import { lagCoefficients, memoryOf } from './lag-process.js';
import { regressorsOf, type Response, responseOf } from './responses.js';
import { lagsOf, type LagPolynomial, regressorTerms } from './variables.js';
import type { Violation } from './violations.js';
import type { ByName } from '../../results/common.js';

/** Plain data, which a worker is sent. */
export interface Process {
  readonly panel: PanelIndex;
  readonly outcome: string;
  /** Names of the variables that a panel has anew: the outcome and the regressors that move with the errors. */
  readonly simulated: readonly string[];
  /** 1 in rows whose outcome the data have (nrows). */
  readonly observed: Uint8Array;
  /** Coefficients of y(t-1), y(t-2), ... */
  readonly lags: readonly number[];
  /** Periods simulated before the first row of a unit. */
  readonly memory: number;
  readonly intercept: number;
  readonly effectSd: number;
  /** Of each unit (nunits). */
  readonly errorSds: Float64Array;
  /** x'b of the regressors that keep their values (nrows); NaN where one is missing. */
  readonly fixed: Float64Array;
  /** Those that do not, with their coefficients. */
  readonly moving: readonly (LagPolynomial & { readonly coefficient: number })[];
  readonly responses: readonly Response[];
  /** Coefficient of the error's moving average; the error's variance stays. */
  readonly movingAverage: number;
  /** Times the unit effect, how far from its mean a unit starts. */
  readonly startShift: number;
}

/** What a process is made from. */
export interface Source {
  readonly model: DpdModel;
  readonly table: Table;
  readonly sample: DpdSample;
  readonly math: ElementaryMath;
  /** Estimates: the residuals are theirs. */
  readonly estimates: ByName;
  /** Coefficients of the process, where they are not the estimates. */
  readonly params: ByName;
  /** Error variances of each unit, or one for all. */
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
    errorSds: unitVariances.map((own) => Math.sqrt(variances === 'unit' ? own : errorVariance)),
    ...regressionParts(source, simulated),
    responses,
    movingAverage: size('serial-correlation'),
    startShift: size('initial-conditions'),
  };
}

/** The regressors by whether they follow from a simulated variable. */
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
