/**
 * The influence function of a coefficient in one group: numbers by row or unit whose sum of squares is its robust
 * variance, so that those of two groups also give the covariance of both.
 */
import { scope } from '../../../../core/engine/arena.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { Status } from '../../../../core/engine/status.js';
import { statusError } from '../../../../core/engine/status-sentences.js';
import { ivFit } from '../../../../generated/records.js';
import { type DpdFitted } from '../../../../models/dpd/index.js';
import { influenceOf } from '../../../../models/dpd/estimate/estimate.js';
import { contextOf } from '../../../../models/context.js';
import { callInstruments } from '../../../../models/instruments/call.js';
import type { CoreCovariance } from '../../../../models/linear/estimate/records.js';
import { callLeastSquares } from '../../../../models/linear/estimate/call.js';
import { panelRows } from '../../../../models/panel/units.js';
import { transformationIn } from '../../tasks/linear-plan.js';
import { isLinear, type LinearContext, rowsOf } from '../../tasks/problem.js';
import type { Group } from '../compared.js';

export interface Influence {
  /** A row of the table for each value: the row itself, or the first row of the unit. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Rows of the data that each value stands for, if they are not one each. */
  readonly counts: Float64Array | undefined;
}

/** Throws an EconError if the estimate has no influence function. */
export function influenceIn(engine: Engine, { fit }: Group, of: string): Influence {
  const context = contextOf(fit)!;
  return isLinear(context) ? ofRows(engine, context, of) : ofUnits(engine, context, of);
}

function ofRows(engine: Engine, context: LinearContext, of: string): Influence {
  const sample = rowsOf(context);
  const means = context.estimator === 'panel' && context.model.effects === 'between';
  const rows = means ? firstRows(context) : sample.rows;
  const vcov: CoreCovariance = { type: 'HC0', small: false, influenceOf: placeOf(context, of) };
  const values = scope(engine, (arena) => {
    if (context.estimator === 'iv' || context.estimator === 'gmm') {
      const problem = { ...context.problem, vcov, tests: undefined };
      const { status, fitAddress } = callInstruments(engine, arena, problem, context.sample);
      check(status);
      return arena.floats(arena.readRecord(ivFit, fitAddress).influence, rows.length);
    }
    const { estimator, absorb, weights } = context.model;
    const transformation = transformationIn(context);
    const model = { estimator, weightType: weights?.type, vcov, absorb, transformation };
    const { status, fit } = callLeastSquares(engine, arena, model, sample);
    check(status);
    return arena.floats(fit.influence, rows.length);
  });
  const counts = context.model.weights?.type === 'frequency' ? sample.weights : undefined;
  return { rows, values, counts };
}

/** The place of a coefficient in the core, which has the endogenous regressors first. */
function placeOf(context: LinearContext, of: string): number {
  if (context.estimator !== 'iv' && context.estimator !== 'gmm') {
    return context.sample.names.indexOf(of);
  }
  return [...context.sample.endogenous, ...context.sample.exogenous].indexOf(of);
}

function firstRows(context: LinearContext): Int32Array {
  const { rows } = rowsOf(context);
  const { units } = panelRows(rowsOf(context));
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

/** Windmeijer's correction where the model has one; the model-based and the doubly corrected errors have no own. */
function ofUnits(engine: Engine, { model, sample }: DpdFitted, of: string): Influence {
  const { type } = model.vcov;
  const replaced = { unadjusted: 'robust', 'doubly-corrected': 'windmeijer' } as const;
  const vcov = {
    ...model.vcov,
    type: type in replaced ? replaced[type as keyof typeof replaced] : type,
  };
  const { units, values } = influenceOf(engine, { ...model, vcov }, sample);
  const { params } = sample.design;
  const place = params.indexOf(of);
  const { order, unitStart } = sample.panel;
  return {
    rows: Int32Array.from(units, (unit) => order[unitStart[unit]!]!),
    values: Float64Array.from(units, (_, u) => values[u * params.length + place]!),
    counts: undefined,
  };
}
