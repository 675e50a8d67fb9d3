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
  const lags = lagPlaces(depvar, design.params);
  const names = lags.map((i) => design.params[i]!);
  const fit = (variant: DpdDesign, type: 'robust' | 'unadjusted' = 'robust') =>
    estimateDpd(engine, plain(model, variant, type), { ...sample, design: variant });
  const report = (found: Found) =>
    found.params === null ? found : coefficients(names, lags, found);
  const within = attempt(() => fit(withinDesign(design)));
  const correct = () => corrected(fit(withinDesign(design), 'unadjusted'), within, lags);
  return {
    pooledOls: report(attempt(() => fit(pooledDesign(design)))),
    within: report(within),
    hahnKuersteiner: report(attempt(correct)),
    andersonHsiao: report(attempt(() => fit(andersonHsiaoDesign(design, lags[0]!)))),
  };
}

/** One step and no tests. */
function plain(model: DpdModel, { system }: DpdDesign, type: 'robust' | 'unadjusted'): DpdModel {
  const none = { arOrders: 0, gmm: [], iv: [], timeEffects: false, diffHansen: [] };
  return { ...model, ...none, system, steps: 1, vcov: { type, small: false } };
}

/** The level equation alone has instruments: the regressors and the constant. */
function pooledDesign(design: DpdDesign): DpdDesign {
  const regressors = design.params.filter((name) => name !== '_cons');
  const constant: InstrumentSpec = { ...ordinary(0, 'level'), kind: 'constant', name: '_cons' };
  return {
    ...design,
    system: true,
    constant: true,
    params: [...regressors, '_cons'],
    transform: 'fd',
    h: 1,
    specs: [...regressors.map((_, i) => ordinary(i + 1, 'level')), constant],
  };
}

/** Least squares on forward orthogonal deviations is least squares on deviations from unit means. */
function withinDesign(design: DpdDesign): DpdDesign {
  const regressors = slopes(design);
  return {
    ...transformedOnly(design),
    transform: 'fod',
    specs: regressors.map((_, i) => ordinary(i + 1, 'diff')),
  };
}

/** Anderson and Hsiao (1981): y(t-2) for the change of the first lag, the others for themselves. */
function andersonHsiaoDesign(design: DpdDesign, lag: number): DpdDesign {
  const level: InstrumentSpec = {
    ...ordinary(0, 'diff'),
    kind: 'gmm',
    from: 2,
    to: 2,
    collapse: true,
  };
  return {
    ...transformedOnly(design),
    transform: 'fd',
    specs: slopes(design).map((_, i) => (i === lag ? level : ordinary(i + 1, 'diff'))),
  };
}

function transformedOnly(design: DpdDesign): DpdDesign {
  return { ...design, system: false, constant: false, params: slopes(design), h: 1 };
}

function slopes({ params, constant }: DpdDesign): readonly string[] {
  return constant ? params.slice(0, -1) : params;
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
    group: -1,
  };
}

/**
 * Hahn and Kuersteiner (2002): b + N (X'X)^-1 a sigma2 / (1 - sum of the lags' coefficients), X in deviations from
 * unit means, N units, a 1 at the lags and 0 elsewhere. A first-order model without regressors takes sigma2 from the
 * stationary variance, which makes it b + (1 + b) / T, with T the mean number of rows.
 */
function corrected(
  { params, vcov, ngroups, ndiff }: DpdEstimate,
  within: Found,
  lags: readonly number[],
): Found {
  if (within.params === null) return within;
  const k = params.length;
  if (k === 1) {
    const perUnit = (ndiff + ngroups) / ngroups;
    return { ...within, params: params.map((b) => b + (1 + b) / perUnit) };
  }
  const rest = lags.reduce((left, i) => left - params[i]!, 1);
  // The unadjusted covariance is sigma2 (X'X)^-1.
  const along = (i: number) => lags.reduce((sum, j) => sum + vcov[j * k + i]!, 0);
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
