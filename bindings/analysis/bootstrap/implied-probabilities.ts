/**
 * Recentring by Brown and Newey (2002). Units are drawn with their empirical likelihood probabilities, under which the
 * moment conditions hold at the estimate. No moment is shifted.
 */
import { noImpliedProbabilities } from '../../words/errors/bootstrap/replicates.js';
import { scope } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { ConvergenceError } from '../../core/errors/errors.js';
import { Status } from '../../core/engine/status.js';
import { statusError } from '../../core/engine/status-sentences.js';
import { bootstrapPlan } from '../../generated/records.js';
import type { ImpliedProbabilities } from '../../models/protocol.js';
import { type LinearTask, putLinear } from './tasks/linear.js';

/**
 * Computes thresholds T_i, the rounded 2^32 (p_1 + ... + p_i), from the probabilities of the units that enter. A 32-bit
 * word from T_(i-1) to T_i - 1 draws unit i. Units that do not enter repeat the last threshold.
 *
 * @throws ConvergenceError `no-implied-probabilities` if no probabilities make the moments zero
 */
export function impliedThresholds(engine: Engine, implied: ImpliedProbabilities): Int32Array {
  const probabilities = scope(engine, (arena) => {
    const out = arena.putFloats(new Float64Array(implied.nunits));
    const status = implied.fill(engine, arena, out);
    if (status === Status.NotConverged) throw outsideHull(implied);
    if (status !== Status.Ok) {
      throw statusError('bootstrap', status);
    }
    return arena.floats(out, implied.nunits);
  });
  let sum = 0;
  return Int32Array.from(probabilities, (p) => {
    sum += p;
    return Math.min(Math.floor(sum * 2 ** 32 + 0.5), 2 ** 32 - 1) | 0;
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
  return impliedThresholds(engine, {
    nunits: units.count,
    ninstruments,
    units: words,
    fill(_, arena, out) {
      const plan = arena.putRecord(bootstrapPlan, {});
      const status = putLinear(engine, arena, task, plan);
      if (status !== Status.Ok) return status;
      return engine.exports.resample_implied_probabilities(plan, out);
    },
  });
}

function outsideHull({ ninstruments, units }: ImpliedProbabilities): ConvergenceError {
  const detail = { path: 'bootstrap.recenter', instruments: ninstruments, units };
  return new ConvergenceError(noImpliedProbabilities(detail), {
    of: 'bootstrap',
    key: 'recenter',
    status: Status.NotConverged,
  });
}
