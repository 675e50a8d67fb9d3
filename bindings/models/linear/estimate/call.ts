/** Calls of the core. They leave the results in the core's memory. */
import type { Arena } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { PanelEffects } from '../../../generated/codes.js';
import { linearFit, panelFit, panelOptions } from '../../../generated/records.js';
import { type CoreRows, putCovariance, putSample } from './records.js';
import type { TransformedModel } from './transformation.js';

/**
 * Estimates in the core, with or without a transformation. Returns the status, the fit, and the column at which the
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
export function callTransformed(
  engine: Engine,
  arena: Arena,
  model: TransformedModel,
  sample: CoreRows,
): { readonly status: number; readonly fitAddress: number; readonly outAddress: number } {
  const design = putSample(arena, sample, model.weightType, model.transformation.units);
  const options = putCovariance(arena, model.vcov);
  const constant = sample.intercept ? sample.names.length - 1 : -1; // the last regressor
  const panel = putEffects(arena, model, constant);
  const fitAddress = arena.putRecord(linearFit, {});
  const outAddress = arena.putRecord(panelFit, {});
  const status = engine.exports.panel_fit(design, options, panel, fitAddress, outAddress);
  return { status, fitAddress, outAddress };
}

/** Copies the transformation into the core's memory; `constant` is the position of the constant's column, or -1. */
export function putEffects(
  arena: Arena,
  {
    transformation: { kind, absorbed },
    absorb,
  }: Pick<TransformedModel, 'transformation' | 'absorb'>,
  constant: number,
): number {
  return arena.putRecord(panelOptions, {
    effects: PanelEffects[kind],
    constant,
    nabsorbed: absorbed.length,
    maxIterations: absorb.maxIterations,
    tolerance: absorb.tolerance,
    codes: arena.putInts(...absorbed.map(({ codes }) => codes)),
    levels: arena.putInts(Int32Array.from(absorbed, ({ count }) => count)),
  });
}
