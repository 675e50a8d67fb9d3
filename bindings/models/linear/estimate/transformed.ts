import { type Arena, type RecordValues, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { RowWidth } from '../../../generated/codes.js';
import { panelFit } from '../../../generated/records.js';
import type { AbsorbedEffect } from '../../../results/fit.js';
import type { Grouping } from '../design/effects.js';
import { callTransformed } from './call.js';
import { type LinearEstimate, readEstimate, readFailure } from './records.js';
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

/** Copies the marks of the regressors that absorbed effects explain; empty if absorbing failed for another reason. */
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
