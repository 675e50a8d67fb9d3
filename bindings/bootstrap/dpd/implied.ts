/**
 * Recentring by Brown and Newey (2002): units are drawn with the probabilities of their empirical likelihood, under which
 * the moment conditions hold at the estimate, and no moment is shifted.
 */
import { scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { ConvergenceError } from '../../core/errors.js';
import { errorFromStatus } from '../../core/status-errors.js';
import { Status, statusName } from '../../core/status.js';
import type { DpdFitted } from '../../models/dpd/index.js';
import { putDesign } from '../../models/dpd/records.js';

/**
 * Thresholds of the probabilities of the units that enter: unit i is drawn by words of 32 bits from T_(i-1) to
 * T_i - 1, T_i the rounded 2^32 (p_1 + ... + p_i). Beyond the units that enter they go on with the last.
 *
 * @throws ConvergenceError `no-implied-probabilities` where no probabilities make the moments zero
 */
export function impliedThresholds(engine: Engine, { sample, estimate }: DpdFitted): Int32Array {
  const { nunits } = sample.design;
  const probabilities = scope(engine, (arena) => {
    const out = arena.putFloats(new Float64Array(nunits));
    const params = arena.putFloats(estimate.params);
    const status = engine.exports.dpd_implied(putDesign(arena, sample.design), params, out);
    if (status === Status.NotConverged) throw outsideHull(estimate.ninstruments);
    if (status !== Status.Ok) {
      throw errorFromStatus(status, `bootstrap: the core returned ${statusName(status)}`);
    }
    return arena.floats(out, nunits);
  });
  let sum = 0;
  return Int32Array.from(probabilities, (p) => {
    sum += p;
    return Math.min(Math.floor(sum * 2 ** 32 + 0.5), 2 ** 32 - 1) | 0;
  });
}

function outsideHull(instruments: number): ConvergenceError {
  const message = `bootstrap: recenter: expected probabilities of the units that make the moments zero for brown-newey, found none: with ${instruments} instruments zero is outside the convex hull of the units' moments; take fewer instruments or recenter true`;
  return new ConvergenceError(
    'no-implied-probabilities',
    message,
    { path: 'bootstrap.recenter', instruments },
    Status.NotConverged,
  );
}
