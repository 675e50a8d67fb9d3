/** The rows of regressions, including those with absorbed, random or differenced effects and with instruments. */
import { effectsOf } from '../../../models/linear/model/effects.js';
import type { Grouping } from '../../../models/linear/design/effects.js';
import { isOfMeans, isPartial, type LinearFit } from '../../../models/linear/fitted.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import type { ByName, Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { Augmented } from '../../../results/postestimation/augmented.js';
import type { RowWeights } from '../rows/used-rows.js';
import { levelMeans, splitEffects } from './effects.js';
import { influenceMeasures } from './leverage.js';
import { postestimationWarnings } from '../../../words/en/warnings/postestimation.js';
import { warning, type WarningDetails } from '../../../words/warning.js';

/** Outcome, x'b, and the remainder of the outcome, split into effects and residuals. */
export interface Decomposition {
  readonly sample: LinearSample;
  readonly xb: Float64Array;
  readonly residuals: Float64Array;
  /** The sum of the effects in each row; undefined if the model has none. */
  readonly effect: Float64Array | undefined;
  /** The groupings whose effects are absorbed or random. */
  readonly groupings: readonly Grouping[];
}

export function linearColumns(context: LinearFit, fit: FitResult): Augmented {
  const parts = decompose(context, fit);
  const { sample, xb, residuals, effect } = parts;
  const observed = sample.y;
  const fitted = observed.map((y, i) => y - residuals[i]!);
  const effects = effect && splitEffects(parts.groupings, effect);
  const measures = influenceOf(context, parts);
  const byRow = (effects?.effects ?? []).map(({ name, values }, g) => {
    const { codes } = parts.groupings[g]!;
    return [`effect_${name}`, Float64Array.from(codes, (code) => values[code]!)] as const;
  });
  return {
    columns: {
      observed,
      fitted,
      residual: residuals,
      ...(effect && { xb, ...Object.fromEntries(byRow) }),
      ...(sample.weights && { weight: sample.weights }),
      ...measures.columns,
    },
    warnings: [...meaningOf(context), ...unsplit(parts, effects), ...measures.warnings],
  };
}

/** x'b of the rows of the sample. */
function linearPredictor({ names, x, nrows }: LinearSample, params: ByName): Float64Array {
  const xb = new Float64Array(nrows);
  names.forEach((name, j) => {
    const b = params[name];
    const column = x[j]!;
    if (b === undefined) return;
    for (let i = 0; i < nrows; i++)
      xb[i]! += b * (typeof column === 'number' ? column : column[i]!);
  });
  return xb;
}

export function decompose(context: LinearFit, fit: FitResult): Decomposition {
  const { rows: sample } = context;
  const xb = linearPredictor(sample, fit.params);
  const { y } = sample;
  const groupings = groupingsOf(context);
  const { residuals } = context.estimate;
  if (groupings.length === 0) {
    const areRows = residuals.length === y.length;
    return {
      sample,
      xb,
      groupings,
      effect: undefined,
      residuals: areRows ? residuals : y.map((value, i) => value - xb[i]!),
    };
  }
  const rest = y.map((value, i) => value - xb[i]!);
  const effect = isPartial(context)
    ? randomEffect(fit, groupings[0]!, rest)
    : rest.map((value, i) => value - residuals[i]!);
  return { sample, xb, groupings, effect, residuals: rest.map((value, i) => value - effect[i]!) };
}

/** The groupings whose effects the estimator takes out of the rows. */
export function groupingsOf({ transformation }: LinearFit): readonly Grouping[] {
  const { units, absorbed } = transformation;
  return isPartial({ transformation }) ? [units!, ...absorbed] : absorbed;
}

/** The best linear predictor of the effect of each unit: sigmaU^2 / (T sigmaU^2 + sigmaE^2) times its sum of y - x'b. */
function randomEffect(
  { sigmaU = 0, sigmaE = 0 }: FitResult,
  units: Grouping,
  rest: Float64Array,
): Float64Array {
  const means = levelMeans(units, rest);
  const sizes = new Float64Array(units.count);
  for (const code of units.codes) sizes[code]! += 1;
  const variance = sigmaU * sigmaU;
  const effects = means.map((mean, unit) => {
    const total = sizes[unit]! * variance;
    return variance === 0 ? 0 : (total / (total + sigmaE * sigmaE)) * mean;
  });
  return Float64Array.from(units.codes, (code) => effects[code]!);
}

function unsplit(
  { effect, groupings }: Decomposition,
  split: ReturnType<typeof splitEffects>,
): Warning[] {
  if (effect === undefined || split !== undefined) return [];
  const detail = { effects: groupings.length };
  return [warning(postestimationWarnings, 'effects-not-split', detail)];
}

/** What observed, fitted and residual mean if they are not in levels. */
function meaningOf({ model }: LinearFit): Warning[] {
  const { differenced, ofMeans } = effectsOf(model);
  if (differenced) {
    return [warning(postestimationWarnings, 'rows-in-differences', { of: 'columns' })];
  }
  if (ofMeans) {
    return [warning(postestimationWarnings, 'rows-of-means', {})];
  }
  return [];
}

interface Measured {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly warnings: readonly Warning[];
}

/** Leverage and influence if the fit is least squares of the rows with at most one absorbed effect. */
function influenceOf(context: LinearFit, parts: Decomposition): Measured {
  const reason = whyNot(context, parts.groupings);
  if (reason !== undefined) {
    const warnings = [warning(postestimationWarnings, 'no-leverage', { reason })];
    return { columns: {}, warnings };
  }
  const { sample, residuals } = parts;
  const [absorbed] = parts.groupings;
  const places = sample.names.flatMap((name, j) =>
    absorbed !== undefined && name === '_cons' ? [] : [j],
  );
  const columns = influenceMeasures({
    columns: places.map((j) => filled(sample.x[j]!, sample.nrows)),
    names: places.map((j) => sample.names[j]!),
    residuals,
    weights: weightsOf(context, sample),
    absorbed,
    nobs: context.estimate.nobs,
    dfResid: context.estimate.dfResid,
  });
  return { columns, warnings: [] };
}

function filled(column: Float64Array | number, nrows: number): Float64Array {
  return typeof column === 'number' ? new Float64Array(nrows).fill(column) : column;
}

function weightsOf({ model }: LinearFit, { weights }: LinearSample): RowWeights | undefined {
  return weights === undefined ? undefined : { ...model.weights!, values: weights };
}

type NoLeverage = WarningDetails['no-leverage']['reason'];

function whyNot(context: LinearFit, groupings: readonly Grouping[]): NoLeverage | undefined {
  if (context.instruments !== undefined) {
    return 'instruments';
  }
  if (isPartial(context)) return 'random';
  if (isOfMeans(context)) return 'between';
  if (groupings.length > 1) return 'several-effects';
  if (context.estimate.perfect) return 'perfect-fit';
  return undefined;
}
