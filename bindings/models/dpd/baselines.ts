/**
 * Other estimators of the lagged outcome's coefficients on the rows of the sample, to stand beside those of GMM: least
 * squares in the level equation pooled and in deviations within (Arellano and Bover 1995), and first differences with
 * one instrument from outside.
 */
import { scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { EconError, EngineError } from '../../core/errors.js';
import { Status } from '../../core/status.js';
import { dpdFit } from '../../generated/records.js';
import type { Baseline, Baselines, MissingBaseline } from '../dynamic-result.js';
import type { DpdDesign, DpdSample } from './design.js';
import { dpdError } from './errors.js';
import type { DpdEstimate } from './estimate.js';
import { lagPlaces } from './long-run.js';
import type { DpdModel } from './model.js';
import { putDesign, putRows, type RowAddresses } from './records.js';

/** The baselines of a model with a lagged outcome. */
export function baselinesOf(engine: Engine, model: DpdModel, sample: DpdSample): Baselines {
  const { design, depvar } = sample;
  const names = lagPlaces(depvar, design.params).map((i) => design.params[i]!);
  const report = (variant: DpdDesign, found: Found) =>
    found.params === null ? found : coefficients(names, placesIn(variant, names), found);
  const transformed = varyingOnly(design);
  const pooled = pooledDesign(design);
  const own: DpdDesign = { ...transformed, transform: 'fod' };
  const differenced: DpdDesign = { ...transformed, transform: 'fd' };
  return scope(engine, (arena) => {
    const rows = putRows(arena, design);
    const ownRows = own.vars === design.vars ? rows : putRows(arena, own);
    const fit = (variant: DpdDesign, at: RowAddresses, instrumented?: string) =>
      attempt(() => estimate(engine, model, { ...sample, design: variant }, at, instrumented));
    const within = fit(own, ownRows);
    return {
      pooledOls: report(pooled, fit(pooled, rows)),
      within: report(own, within),
      hahnKuersteiner: report(own, corrected(within, placesIn(own, names))),
      andersonHsiao: report(differenced, fit(differenced, ownRows, names[0]!)),
    };
  });
}

type Estimate = Pick<DpdEstimate, 'params' | 'vcov' | 'bread' | 'sigma2' | 'ngroups' | 'ndiff'>;

/** The regressors are their own instruments, but y(t-2) that of `instrumented`. */
function estimate(
  engine: Engine,
  model: DpdModel,
  sample: DpdSample,
  rows: RowAddresses,
  instrumented?: string,
): Estimate {
  const { design } = sample;
  const place = instrumented === undefined ? -1 : design.params.indexOf(instrumented);
  return scope(engine, (arena) => {
    const at = arena.putRecord(dpdFit, {});
    const status = engine.exports.dpd_baseline(putDesign(arena, design, rows), place, at);
    const fit = arena.readRecord(dpdFit, at);
    if (status !== Status.Ok) {
      throw dpdError(status, fit, plain(model, design), sample, new Int32Array());
    }
    const { nparams: k, sigma2, ngroups, ndiff } = fit;
    return {
      sigma2,
      ngroups,
      ndiff,
      params: arena.floats(fit.params, k),
      vcov: arena.floats(fit.vcov, k * k),
      bread: arena.floats(fit.bread, k * k),
    };
  });
}

function placesIn({ params }: DpdDesign, names: readonly string[]): number[] {
  return names.map((name) => params.indexOf(name));
}

/** The model that a baseline's errors speak of. */
function plain(model: DpdModel, { system }: DpdDesign): DpdModel {
  return { ...model, system, gmm: [], iv: [], timeEffects: false };
}

/** The level equation alone, with a constant. */
function pooledDesign(design: DpdDesign): DpdDesign {
  const regressors = design.params.filter((name) => name !== '_cons');
  return {
    ...design,
    system: true,
    constant: true,
    params: [...regressors, '_cons'],
    transform: 'level',
    mixed: false,
    components: -1,
    h: 1,
    specs: [],
  };
}

/** The transformed equation with the regressors that vary within units, which are all it can have. */
function varyingOnly(design: DpdDesign): DpdDesign {
  const { params, constant, nrows, vars } = design;
  const names = constant ? params.slice(0, -1) : params;
  const kept = names.flatMap((_, i) => (varies(design, i + 1) ? [i] : []));
  const base = {
    ...design,
    system: false,
    constant: false,
    mixed: false,
    components: -1,
    h: 1,
    specs: [],
  } as const;
  if (kept.length === names.length) return { ...base, params: names };
  const columns = [0, ...kept.map((i) => i + 1)];
  const packed = new Float64Array(nrows * columns.length);
  columns.forEach((from, to) =>
    packed.set(vars.subarray(from * nrows, (from + 1) * nrows), to * nrows),
  );
  return { ...base, params: kept.map((i) => names[i]!), vars: packed };
}

/** Whether two complete rows of a unit differ in a column. */
function varies({ nunits, nrows, vars, unitStart, complete }: DpdDesign, column: number): boolean {
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

/**
 * Hahn and Kuersteiner (2002): b + N (X'X)^-1 a sigma2 / (1 - sum of the lags' coefficients), X in deviations from
 * unit means, N units, a 1 at the lags and 0 elsewhere. A first-order model without regressors takes sigma2 from the
 * stationary variance, which makes it b + (1 + b) / T, with T the mean number of rows.
 */
function corrected(within: Found, lags: readonly number[]): Found {
  if (within.params === null) return within;
  const { params, bread, sigma2, ngroups, ndiff } = within;
  const k = params.length;
  if (k === 1) {
    const perUnit = (ndiff + ngroups) / ngroups;
    return { ...within, params: params.map((b) => b + (1 + b) / perUnit) };
  }
  const rest = lags.reduce((left, i) => left - params[i]!, 1);
  const along = (i: number) => lags.reduce((sum, j) => sum + sigma2 * bread[j * k + i]!, 0);
  return { ...within, params: params.map((b, i) => b + (ngroups / rest) * along(i)) };
}

type Found = Estimate | MissingBaseline;

/** What the sample does not identify has a reason in place of numbers. */
function attempt(estimate: () => Found): Found {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof EconError) || error instanceof EngineError) throw error;
    return { params: null, reason: error.message };
  }
}

function coefficients(
  names: readonly string[],
  lags: readonly number[],
  found: Estimate,
): Baseline {
  const { params, vcov } = found;
  const by = (value: (place: number) => number) =>
    Object.fromEntries(names.map((name, i) => [name, value(lags[i]!)]));
  return {
    params: by((i) => params[i]!),
    stdErrors: by((i) => Math.sqrt(vcov[i * params.length + i]!)),
  };
}
