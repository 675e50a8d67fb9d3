/** The pooled model with common coefficients, from the units that a replicate draws. */
import { type LinearContext, rowsOf } from '../../tasks/problem.js';
import type { RowsProblem, RowsTask } from '../../tasks/rows.js';
import { clusterUnits, rowUnits } from '../../tasks/units.js';
import { type Compared, pooled } from '../compared.js';
import { type Stack, stack } from '../interacted/stack.js';
import { type Sampler, unitNumbers } from './sampler.js';

export async function commonSampler(
  compared: Compared,
  numberOf: (row: number) => number,
): Promise<Sampler> {
  const { column } = compared.units;
  const labelled = await pooled(
    compared,
    compared.groups.map((_, g) => g),
  );
  const { context } = labelled;
  const rows = rowsOf(context);
  const units = column === undefined ? rowUnits(rows) : clusterUnits(rows, column, 'groups');
  const stacked = stack(labelled);
  const task: RowsTask = {
    kind: 'rows',
    scheme: { scheme: column === undefined ? 'pairs' : 'cluster' },
    rows: { ...stacked.rows, clusters: [], order: undefined },
    problem: problemOf(context, stacked),
    units,
    statistics: 0,
    thresholds: null,
    seed: compared.options.seed,
  };
  return {
    task,
    joint: unitNumbers(units, rows.rows, numberOf),
    places: stacked.places.map((place, g) => [g, place] as const),
  };
}

const plain = { type: 'unadjusted', small: false } as const;

function problemOf(context: LinearContext, stacked: Stack): RowsProblem {
  const { transformation, endogenous, exogenous, instruments } = stacked;
  if (context.estimator === 'iv' || context.estimator === 'gmm') {
    const model = { ...context.problem, transformation, vcov: plain, tests: undefined };
    return { kind: 'instruments', model, names: { endogenous, exogenous, instruments } };
  }
  const { estimator, weights, absorb } = context.model;
  const model = { estimator, weightType: weights?.type, vcov: plain, absorb, transformation };
  return { kind: 'least-squares', model };
}
