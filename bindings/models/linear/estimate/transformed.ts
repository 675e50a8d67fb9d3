import { type Arena, type RecordValues, scope } from '../../../core/arena.js';
import type { Engine } from '../../../core/engine.js';
import { Status } from '../../../core/status.js';
import { PanelEffects, RowWidth } from '../../../generated/codes.js';
import { linearFit, panelFit, panelOptions } from '../../../generated/records.js';
import type { AbsorbedEffect } from '../../../results/fit.js';
import type { Grouping } from '../design/effects.js';
import {
  type CoreRows,
  type LinearEstimate,
  putCovariance,
  putSample,
  readEstimate,
  readFailure,
} from './records.js';
import type { LinearSample } from '../design/sample.js';
import { regressionError, transformationError } from './transformed-errors.js';
import type { TransformedModel } from './transformation.js';

/** What the core reports about the transformation; NaN for an unavailable statistic. */
export interface TransformedEstimate extends LinearEstimate {
  readonly iterations: number;
  readonly rsquaredWithin: number;
  readonly rsquaredBetween: number;
  readonly rsquaredOverall: number;
  readonly sigmaU: number;
  readonly sigmaE: number;
  /** Correlation of the unit effects with X b. */
  readonly correlation: number;
  /** F of the hypothesis that there are no effects, and its numerator degrees of freedom. */
  readonly effectsF: number;
  readonly effectsDf: number;
  /** Weighted mean square of the outcome about its mean, before the transformation. */
  readonly outcomeVariance: number;
  /** Share of the unit mean that random effects subtract, by unit; empty for other estimators. */
  readonly theta: Float64Array;
  readonly degrees: readonly AbsorbedEffect[];
}

/** Estimates in the core. Throws the typed error of the status that the core returns. */
export function estimateTransformed(
  engine: Engine,
  model: TransformedModel,
  sample: LinearSample,
): TransformedEstimate {
  return scope(engine, (arena) => {
    const { kind, absorbed, units } = model.transformation;
    const { status, fitAddress, outAddress } = callTransformed(engine, arena, model, sample);
    const out = arena.readRecord(panelFit, outAddress);
    if (status !== Status.Ok) {
      if (out.detail >= 0) {
        const vanished = readVanished(arena, out, sample.names.length);
        throw transformationError({ status, place: out.detail, vanished }, model, sample);
      }
      throw regressionError(readFailure(arena, fitAddress, status), model, sample);
    }
    return {
      ...out,
      ...readEstimate(arena, fitAddress, kind === 'between' ? units!.count : sample.nrows),
      theta: arena.floats(out.theta, kind === 'random' ? units!.count : 0),
      degrees: readDegrees(arena, out.degrees, absorbed),
    };
  });
}

/**
 * Estimates in the core, with a transformation or without; returns the status, the fit, and the column at which the
 * transformation failed, -1 if it did not.
 */
export function callLeastSquares(
  engine: Engine,
  arena: Arena,
  model: TransformedModel,
  sample: CoreRows,
) {
  const { kind, absorbed } = model.transformation;
  if (kind !== 'absorbed' || absorbed.length > 0) {
    const { status, fitAddress, outAddress } = callTransformed(engine, arena, model, sample);
    const { detail } = arena.readRecord(panelFit, outAddress);
    return { status, fit: arena.readRecord(linearFit, fitAddress), detail };
  }
  const fitAddress = arena.putRecord(linearFit, {});
  const design = putSample(arena, sample, model.weightType);
  const status = engine.exports.ols_fit(design, putCovariance(arena, model.vcov), fitAddress);
  return { status, fit: arena.readRecord(linearFit, fitAddress), detail: -1 };
}

/** Estimates in the core; returns the status and the addresses of the fit and of the record of the transformation. */
function callTransformed(
  engine: Engine,
  arena: Arena,
  model: TransformedModel,
  sample: CoreRows,
): { readonly status: number; readonly fitAddress: number; readonly outAddress: number } {
  const design = putSample(arena, sample, model.weightType, model.transformation.units);
  const options = putCovariance(arena, model.vcov);
  const panel = putTransformation(arena, model, sample);
  const fitAddress = arena.putRecord(linearFit, {});
  const outAddress = arena.putRecord(panelFit, {});
  const status = engine.exports.panel_fit(design, options, panel, fitAddress, outAddress);
  return { status, fitAddress, outAddress };
}

/** Copies the marks of regressors that absorbed effects explain; none if absorbing failed for another reason. */
export function readVanished(
  arena: Arena,
  { vanished }: RecordValues<typeof panelFit>,
  count: number,
): Int32Array {
  return vanished === 0 ? new Int32Array() : arena.ints(vanished, count);
}

/** Copies the core's table of degrees of freedom of the effects. */
export function readDegrees(
  arena: Arena,
  address: number,
  absorbed: readonly Grouping[],
): AbsorbedEffect[] {
  const degrees = arena.ints(address, RowWidth['absorbed-degrees'] * absorbed.length);
  return absorbed.map(({ name }, i) => {
    const [levels, redundant, nested] = degrees.subarray(RowWidth['absorbed-degrees'] * i);
    return { name, levels: levels!, redundant: redundant!, nested: nested === 1 };
  });
}

/** The constant is the last regressor. */
function putTransformation(arena: Arena, model: TransformedModel, sample: CoreRows): number {
  const { nrows, names, intercept } = sample;
  const constant = intercept ? names.length - 1 : -1;
  return putEffects(arena, model, { nrows, constant });
}

/** Copies the transformation into the core's memory; `constant` is the place of the constant's column, or -1. */
export function putEffects(
  arena: Arena,
  {
    transformation: { kind, absorbed },
    absorb,
  }: Pick<TransformedModel, 'transformation' | 'absorb'>,
  { nrows, constant }: { readonly nrows: number; readonly constant: number },
): number {
  const codes = new Int32Array(nrows * absorbed.length);
  absorbed.forEach((effect, dimension) => codes.set(effect.codes, dimension * nrows));
  return arena.putRecord(panelOptions, {
    effects: PanelEffects[kind],
    constant,
    nabsorbed: absorbed.length,
    maxIterations: absorb.maxIterations,
    tolerance: absorb.tolerance,
    codes: arena.putInts(codes),
    levels: arena.putInts(Int32Array.from(absorbed, ({ count }) => count)),
  });
}
