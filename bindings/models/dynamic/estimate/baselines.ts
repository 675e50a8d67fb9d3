/**
 * Estimates to compare with GMM, of the lagged outcome's coefficients on the same rows: pooled least squares in levels,
 * least squares in deviations within units (Arellano and Bover 1995), and first differences with one outside
 * instrument.
 */
import { type Arena, type RecordValues, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { EngineError } from '../../../core/errors/errors.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { Status } from '../../../core/engine/status.js';
import { dpdBaseline } from '../../../generated/records.js';
import type { Baseline, Baselines, MissingBaseline } from '../../../results/dynamic.js';
import type { DynamicDesign, DynamicSample } from '../design/design.js';
import { dynamicError } from './errors.js';
import type { OpenedDynamic } from './estimate.js';
import type { DynamicModel } from '../model/model.js';

/** Computes the baselines of an opened model with a lagged outcome, from the rows that the core already holds. */
export function baselinesOf(engine: Engine, model: DynamicModel, opened: OpenedDynamic): Baselines {
  const { sample } = opened;
  const { design, lags } = sample;
  const names = design.constant ? design.params.slice(0, -1) : design.params;
  const places = names.map((_, place) => place);
  const timeInvariant = places.filter((place) => !varies(design, place + 1));
  const kept = places.filter((place) => lags.includes(place) || !timeInvariant.includes(place));
  const others = kept.filter((place) => place !== lags[0]);
  const context = { model, sample, names, lags, timeInvariant };
  return scope(engine, (arena) => {
    const pooled = putBaseline(arena, [names.length, ...places]);
    const within = putBaseline(arena, kept);
    const differenced = putBaseline(arena, [...others, lags[0]!], [...others, names.length]);
    const addresses = [pooled.address, within.address, differenced.address] as const;
    const status = engine.exports.dpd_baselines(opened.fitAddress, ...addresses);
    if (status !== Status.Ok) throw statusError(model.estimator, status);
    const [levels, deviations, differences] = readBaselines(arena, context, [
      pooled,
      within,
      differenced,
    ]);
    return {
      pooledOls: report(context, levels!),
      within: report(context, deviations!),
      hahnKuersteiner: report(context, deviations!, correction),
      andersonHsiao: report(context, differences!),
    };
  });
}

interface Context {
  readonly model: DynamicModel;
  readonly sample: DynamicSample;
  /** Names of the regressors. Their places are those of the columns; the constant follows them. */
  readonly names: readonly string[];
  readonly lags: readonly number[];
  /**
   * Regressors that do not vary within units. A lag of the outcome among them stays in the transformed equation, which
   * then fails.
   */
  readonly timeInvariant: readonly number[];
}

/** A baseline in the core's memory, and the columns of its parameters. */
interface BaselineRecord {
  readonly address: number;
  readonly columns: readonly number[];
}

function putBaseline(
  arena: Arena,
  columns: readonly number[],
  instruments: readonly number[] = columns,
): BaselineRecord {
  const address = arena.putRecord(dpdBaseline, {
    nparams: columns.length,
    regressors: arena.putInts(new Int32Array(columns)),
    instruments: arena.putInts(new Int32Array(instruments)),
  });
  return { address, columns };
}

type Answer = RecordValues<typeof dpdBaseline>;

interface Estimate {
  readonly fit: Answer;
  readonly columns: readonly number[];
  /** Parameters, their variances, and the rows of (X'X)^-1 of least squares, by position. */
  readonly values: Float64Array;
}

/** An estimate, or the reason why the sample does not identify it. */
type EstimateOrReason = Estimate | MissingBaseline;

function readBaselines(
  arena: Arena,
  context: Context,
  records: readonly BaselineRecord[],
): EstimateOrReason[] {
  const fits = records.map(({ address }) => arena.readRecord(dpdBaseline, address));
  const lists = arena.floatLists(
    fits.map(({ estimates, nparams: k, status }) => [
      estimates,
      status === Status.Ok ? k * (k + 2) : 0,
    ]),
  );
  return records.map(({ columns }, e) =>
    checked(context, { fit: fits[e]!, columns, values: lists[e]! }),
  );
}

function checked(context: Context, estimate: Estimate): EstimateOrReason {
  const { model, names, lags, timeInvariant } = context;
  const { fit, columns } = estimate;
  const levels = columns.includes(names.length);
  const fixed = lags.find((place) => timeInvariant.includes(place));
  if (fit.status === Status.Ok && (levels || fixed === undefined)) return estimate;
  if (fit.status === Status.Ok) {
    const reason = `${model.estimator}: regressor "${names[fixed!]}" does not vary within units`;
    return { params: null, reason };
  }
  const error = failure(context, columns, fit);
  if (error instanceof EngineError) throw error;
  return { params: null, reason: error.message };
}

/** Says why there is no estimate, in the words for a model of that equation alone. */
function failure({ model, sample, names }: Context, columns: readonly number[], fit: Answer) {
  const labels = columns.map((place) => names[place] ?? '_cons');
  const levels = columns.includes(names.length);
  const params = levels ? [...labels.slice(1), '_cons'] : labels;
  const k = params.length;
  const place = params.indexOf(labels[fit.detail % k]!);
  const record = {
    ...fit,
    detail: fit.detail < k ? place : k + place,
    rankTwoStep: 0,
    ninstruments: k,
    ndiff: fit.nrows,
    nlevel: fit.nrows,
  };
  const plain = { ...model, system: levels, gmm: [], iv: [], timeEffects: false };
  const design = { ...sample.design, params, constant: levels };
  return dynamicError(fit.status, record, plain, { ...sample, design }, new Int32Array());
}

/** True if two complete rows of a unit differ in a column. */
function varies(
  { nunits, nrows, vars, unitStart, complete }: DynamicDesign,
  column: number,
): boolean {
  const values = vars.subarray(column * nrows, (column + 1) * nrows);
  for (let unit = 0; unit < nunits; ++unit) {
    let last = NaN;
    for (let row = unitStart[unit]!; row < unitStart[unit + 1]!; ++row) {
      if ((complete[row]! & 1) === 0) continue;
      if (values[row]! !== last && !Number.isNaN(last)) return true;
      last = values[row]!;
    }
  }
  return false;
}

/** Returns what to add to the coefficient in a position. */
type Correction = (estimate: Estimate, lags: readonly number[]) => (position: number) => number;

/**
 * Hahn and Kuersteiner (2002): N (X'X)^-1 a sigma2 / (1 - sum of the lags' coefficients), with X in deviations from
 * unit means, N units, and a = 1 at the lags and 0 elsewhere. A first-order model without regressors takes sigma2 from
 * the stationary variance. Its correction is then (1 + b) / T, with T the mean number of rows.
 */
const correction: Correction = ({ values, fit }, positions) => {
  const { nparams: k, sigma2, ngroups, nrows } = fit;
  if (k === 1) return () => (1 + values[0]!) / ((nrows + ngroups) / ngroups);
  const rest = positions.reduce((left, i) => left - values[i]!, 1);
  const along = (i: number) =>
    positions.reduce((sum, j) => sum + sigma2 * values[(2 + j) * k + i]!, 0);
  return (i) => (ngroups / rest) * along(i);
};

/** Reports the coefficients of the lags of the outcome. */
function report(
  { names, lags }: Context,
  estimate: EstimateOrReason,
  correct?: Correction,
): Baseline | MissingBaseline {
  if ('reason' in estimate) return estimate;
  const { columns, values } = estimate;
  const positions = lags.map((place) => columns.indexOf(place));
  const more = correct?.(estimate, positions);
  const params: Record<string, number> = {};
  const stdErrors: Record<string, number> = {};
  lags.forEach((place, i) => {
    const position = positions[i]!;
    params[names[place]!] = values[position]! + (more?.(position) ?? 0);
    stdErrors[names[place]!] = Math.sqrt(values[columns.length + position]!);
  });
  return { params, stdErrors };
}
