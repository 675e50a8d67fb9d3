/**
 * Recentring by Brown and Newey (2002). Units are drawn with their empirical likelihood probabilities, under which the
 * moment conditions hold at the estimate. No moment is shifted.
 */
import { noImpliedProbabilities } from '../../words/errors/bootstrap/replicates.js';
import { type Arena, scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { ConvergenceError } from '../../core/errors/errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { bootstrapPlan } from '../../generated/records.js';
import type { DpdFitted } from '../../models/dpd/index.js';
import { putDesign } from '../../models/dpd/estimate/records.js';
import { type LinearTask, putLinear } from './tasks/linear.js';

/**
 * Computes thresholds T_i, the rounded 2^32 (p_1 + ... + p_i), from the probabilities of the units that enter. A 32-bit
 * word from T_(i-1) to T_i - 1 draws unit i. Units that do not enter repeat the last threshold.
 *
 * @throws ConvergenceError `no-implied-probabilities` if no probabilities make the moments zero
 */
export function impliedThresholds(engine: Engine, { sample, estimate }: DpdFitted): Int32Array {
  const { nunits } = sample.design;
  const drawn = { nunits, ninstruments: estimate.ninstruments, units: 'units' };
  return thresholdsOf(engine, drawn, (arena, out) => {
    const params = arena.putFloats(estimate.params);
    return engine.exports.dpd_implied_probabilities(putDesign(arena, sample.design), params, out);
  });
}

/**
 * Computes the thresholds of the rows or clusters of linear GMM with `ninstruments` independent instruments.
 *
 * @throws ConvergenceError `no-implied-probabilities`
 */
export function impliedRowThresholds(
  engine: Engine,
  task: LinearTask,
  ninstruments: number,
): Int32Array {
  const { units, scheme } = task;
  const words = scheme.cluster === undefined ? 'rows' : 'clusters';
  const drawn = { nunits: units.count, ninstruments, units: words };
  return thresholdsOf(engine, drawn, (arena, out) => {
    const plan = arena.putRecord(bootstrapPlan, {});
    const status = putLinear(engine, arena, task, plan);
    return status === Status.Ok ? engine.exports.resample_implied_probabilities(plan, out) : status;
  });
}

interface Drawn {
  readonly nunits: number;
  readonly ninstruments: number;
  /** The units that are drawn, in words. */
  readonly units: string;
}

function thresholdsOf(
  engine: Engine,
  drawn: Drawn,
  fill: (arena: Arena, out: number) => number,
): Int32Array {
  const probabilities = scope(engine, (arena) => {
    const out = arena.putFloats(new Float64Array(drawn.nunits));
    const status = fill(arena, out);
    if (status === Status.NotConverged) throw outsideHull(drawn);
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    return arena.floats(out, drawn.nunits);
  });
  let sum = 0;
  return Int32Array.from(probabilities, (p) => {
    sum += p;
    return Math.min(Math.floor(sum * 2 ** 32 + 0.5), 2 ** 32 - 1) | 0;
  });
}

function outsideHull({ ninstruments, units }: Drawn): ConvergenceError {
  const detail = { path: 'bootstrap.recenter', instruments: ninstruments, units };
  return new ConvergenceError(noImpliedProbabilities(detail), {
    of: 'bootstrap',
    key: 'recenter',
    status: Status.NotConverged,
  });
}
