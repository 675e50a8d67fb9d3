/** The influence functions of a regression: one value per row or, for a regression of unit means, per unit. */
import { type Arena, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import type { Influence } from '../../protocol.js';
import type { Grouping } from '../design/effects.js';
import { coefficientNames, isOfMeans, type LinearRows } from '../fitted.js';
import { callLeastSquares } from './call.js';
import type { CoreCovariance } from './records.js';

/**
 * Computes an estimate whose covariance includes the influence function, and returns the address at which the core left
 * it.
 */
type Estimate = (
  arena: Arena,
  vcov: CoreCovariance,
) => { readonly status: number; readonly influence: number };

/** @throws as the core for an estimate that has no influence function */
export function influenceBy(
  engine: Engine,
  fit: LinearRows,
  of: string,
  estimate: Estimate,
): Influence {
  const { rows: sample, transformation, model } = fit;
  const rows = isOfMeans(fit) ? firstRows(sample.rows, transformation.units!) : sample.rows;
  const influenceOf = coefficientNames(fit).indexOf(of);
  const values = scope(engine, (arena) => {
    const { status, influence } = estimate(arena, { type: 'HC0', small: false, influenceOf });
    if (status !== Status.Ok) throw statusError('groups', status);
    return arena.floats(influence, rows.length);
  });
  const counts = model.weights?.type === 'frequency' ? sample.weights : undefined;
  return { rows, values, counts };
}

/** The influence functions of least squares. */
export function rowInfluence(engine: Engine, fit: LinearRows, of: string): Influence {
  const { rows: sample, transformation, estimator } = fit;
  const { weights, absorb } = fit.model;
  return influenceBy(engine, fit, of, (arena, vcov) => {
    const least = { estimator, weightType: weights?.type, vcov, absorb, transformation };
    const { status, fit: record } = callLeastSquares(engine, arena, least, sample);
    return { status, influence: record.influence };
  });
}

function firstRows(rows: Int32Array, units: Grouping): Int32Array {
  const first = new Int32Array(units.count).fill(-1);
  units.codes.forEach((unit, i) => {
    if (first[unit]! < 0) first[unit] = rows[i]!;
  });
  return first;
}
