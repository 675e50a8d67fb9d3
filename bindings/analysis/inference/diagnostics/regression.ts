import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { listed } from '../../../words/text/messages.js';
import { contextOf } from '../../../models/context.js';
import type { FitResult } from '../../../models/index.js';
import { linearOf } from '../../../models/fitted-model.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import { has } from '../../../models/registry.js';
import type { RowWeights } from '../auxiliary.js';
import * as said from '../../../words/errors/analysis/inference.js';
import { known, type Said, say, type Word } from '../../../words/phrase.js';

/** The parts of a least squares fit that its diagnostics need. */
export interface Regressed {
  readonly engine: Engine;
  readonly sample: LinearSample;
  readonly names: readonly string[];
  /** Regressors without the constant (each nrows). */
  readonly columns: readonly Float64Array[];
  readonly intercept: boolean;
  readonly y: Float64Array;
  readonly residuals: Float64Array;
  readonly fitted: Float64Array;
  readonly weights?: RowWeights | undefined;
  readonly nobs: number;
  readonly rss: number;
  /** True if the residuals are rounding errors. */
  readonly perfect: boolean;
}

/**
 * The rows of an OLS fit made in this process.
 *
 * @throws InputError `not-a-regression` for other estimators, `no-rows` for a result read from a file,
 *   `absorbed-effects` if effects are absorbed instead of being regressors
 */
export function regressedOf(engine: Engine, fit: FitResult): Regressed {
  if (!has(fit).leverages) {
    throw new InputError(said.notARegression({ estimator: fit.estimator }), 'diagnostics');
  }
  const context = contextOf(fit);
  const linear = context && linearOf(context);
  if (linear === undefined) {
    throw new InputError(said.noRows(), 'diagnostics');
  }
  const { rows: sample, estimate, model } = linear;
  const { names, x, y, intercept, weights, absorbed } = sample;
  if (absorbed.length > 0) {
    const effects = listed(absorbed.map(({ name }) => name));
    throw new InputError(said.absorbedEffects({ effects }), 'diagnostics');
  }
  const nslopes = names.length - Number(intercept);
  const { residuals, rss, nobs, perfect } = estimate;
  return {
    engine,
    sample,
    names: names.slice(0, nslopes),
    columns: x.filter((column) => typeof column !== 'number'),
    intercept,
    y,
    residuals,
    fitted: y.map((value, i) => value - residuals[i]!),
    weights: weights === undefined ? undefined : { values: weights, type: model.weights!.type },
    nobs,
    rss,
    perfect,
  };
}

/** Why the fit does not allow a test that depends on the number of observations; undefined if it does. */
export function countReason({ weights, perfect }: Regressed): Word | Said | undefined {
  if (perfect) return 'the residuals are zero up to rounding';
  if (weights === undefined || weights.type === 'frequency') return undefined;
  return notWeighted(weights.type);
}

export const notWeighted = (type: string): Said =>
  say('the test is not defined with {} weights', known(type));
