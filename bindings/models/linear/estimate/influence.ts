/** The influence functions of a regression, one value for each row or, of means, for each unit. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { ivFit } from '../../../generated/records.js';
import { callInstruments } from '../../instruments/call.js';
import type { Influence } from '../../protocol.js';
import type { Grouping } from '../design/effects.js';
import { coefficientNames, isOfMeans, type LinearRows } from '../fitted.js';
import { callLeastSquares } from './call.js';
import type { CoreCovariance } from './records.js';

/** @throws as the core for an estimate without one */
export function rowInfluence(engine: Engine, fit: LinearRows, of: string): Influence {
  const { rows: sample, instruments, transformation, model } = fit;
  const rows = isOfMeans(fit) ? firstRows(sample.rows, transformation.units!) : sample.rows;
  const influenceOf = coefficientNames(fit).indexOf(of);
  const vcov: CoreCovariance = { type: 'HC0', small: false, influenceOf };
  const values = scope(engine, (arena) => {
    if (instruments !== undefined) {
      const problem = { ...instruments.problem, vcov, tests: undefined };
      const whole = { ...instruments, rows: sample };
      const { status, fitAddress } = callInstruments(engine, arena, problem, whole);
      check(status);
      return arena.floats(arena.readRecord(ivFit, fitAddress).influence, rows.length);
    }
    const { weights, absorb } = model;
    const { estimator } = fit;
    const least = { estimator, weightType: weights?.type, vcov, absorb, transformation };
    const { status, fit: record } = callLeastSquares(engine, arena, least, sample);
    check(status);
    return arena.floats(record.influence, rows.length);
  });
  const counts = model.weights?.type === 'frequency' ? sample.weights : undefined;
  return { rows, values, counts };
}

function firstRows(rows: Int32Array, units: Grouping): Int32Array {
  const first = new Int32Array(units.count).fill(-1);
  units.codes.forEach((unit, i) => {
    if (first[unit]! < 0) first[unit] = rows[i]!;
  });
  return first;
}

function check(status: number): void {
  if (status === Status.Ok) return;
  throw statusError('groups', status);
}
