/**
 * Other estimators of the lagged outcome's coefficients on the rows of the sample, to stand beside those of GMM. Each
 * is a model of the same core with few instruments: least squares is GMM with the regressors as their own
 * instruments and H the identity, in the level equation pooled, in deviations within (Arellano and Bover 1995).
 */
import type { Engine } from '../../core/engine.js';
import { EconError, EngineError } from '../../core/errors.js';
import type { Baseline, Baselines, MissingBaseline } from '../dynamic-result.js';
import type { DpdDesign, DpdSample } from './design.js';
import { type DpdEstimate, estimateDpd } from './estimate.js';
import { lagPlaces } from './long-run.js';
import type { DpdModel, Equation } from './model.js';
import type { InstrumentSpec } from './specs.js';

/** The baselines of a model with a lagged outcome. */
export function baselinesOf(engine: Engine, model: DpdModel, sample: DpdSample): Baselines {
  const { design, depvar } = sample;
  const names = lagPlaces(depvar, design.params).map((i) => design.params[i]!);
  const fit = (variant: DpdDesign) =>
    estimateDpd(engine, plain(model, variant), { ...sample, design: variant });
  const report = (variant: DpdDesign, found: Found) =>
    found.params === null ? found : coefficients(names, placesIn(variant, names), found);
  const transformed = varyingOnly(design);
  const own = withinDesign(transformed);
  const within = attempt(() => fit(own));
  const pooled = pooledDesign(design);
  const differenced = andersonHsiaoDesign(transformed, names[0]!);
  return {
    pooledOls: report(
      pooled,
      attempt(() => fit(pooled)),
    ),
    within: report(own, within),
    hahnKuersteiner: report(own, corrected(within, placesIn(own, names))),
    andersonHsiao: report(
      differenced,
      attempt(() => fit(differenced)),
    ),
  };
}

function placesIn({ params }: DpdDesign, names: readonly string[]): number[] {
  return names.map((name) => params.indexOf(name));
}

/** One step and no tests. */
function plain(model: DpdModel, { system }: DpdDesign): DpdModel {
  const none = {
    arOrders: 0,
    gmm: [],
    iv: [],
    timeEffects: false,
    diffHansen: [],
    arLevels: false,
    nonlinear: false as const,
  };
  return { ...model, ...none, system, steps: 1, vcov: { type: 'robust', small: false } };
}

/** The level equation alone has instruments: the regressors and the constant. */
function pooledDesign(design: DpdDesign): DpdDesign {
  const regressors = design.params.filter((name) => name !== '_cons');
  const constant: InstrumentSpec = { ...ordinary(0, 'level'), kind: 'constant', name: '_cons' };
  return {
    ...design,
    clusters: [],
    system: true,
    constant: true,
    params: [...regressors, '_cons'],
    transform: 'level',
    mixed: false,
    components: -1,
    h: 1,
    specs: [...regressors.map((_, i) => ordinary(i + 1, 'level')), constant],
  };
}

/** Least squares on forward orthogonal deviations is least squares on deviations from unit means. */
function withinDesign(transformed: DpdDesign): DpdDesign {
  const specs = transformed.params.map((_, i) => ordinary(i + 1, 'diff'));
  return { ...transformed, transform: 'fod', specs };
}

/** Anderson and Hsiao (1981): y(t-2) for the change of the first lag, the others for themselves. */
function andersonHsiaoDesign(transformed: DpdDesign, firstLag: string): DpdDesign {
  const window = { kind: 'gmm', from: 2, to: 2, collapse: true } as const;
  const level: InstrumentSpec = { ...ordinary(0, 'diff'), ...window };
  const specs = transformed.params.map((name, i) =>
    name === firstLag ? level : ordinary(i + 1, 'diff'),
  );
  return { ...transformed, transform: 'fd', specs };
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

function ordinary(column: number, equation: Equation): InstrumentSpec {
  return {
    kind: 'ordinary',
    name: '',
    column,
    from: 0,
    to: 0,
    collapse: false,
    equation,
    other: false,
    passthru: false,
    group: -1,
  };
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

type Found = DpdEstimate | MissingBaseline;

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
  found: DpdEstimate,
): Baseline {
  const { params, vcov } = found;
  const by = (value: (place: number) => number) =>
    Object.fromEntries(names.map((name, i) => [name, value(lags[i]!)]));
  return {
    params: by((i) => params[i]!),
    stdErrors: by((i) => Math.sqrt(vcov[i * params.length + i]!)),
  };
}
