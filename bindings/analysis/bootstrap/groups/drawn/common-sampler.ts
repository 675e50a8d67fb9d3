/** The pooled model with common coefficients, from the units that a replicate draws. */
import { rowsProblem, type RowsTask } from '../../tasks/rows.js';
import { clusterUnits, rowUnits } from '../../tasks/units.js';
import { type Compared, pooled } from '../compared.js';
import { stack } from '../interacted/stack.js';
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
  const { rows } = context;
  const units = column === undefined ? rowUnits(rows) : clusterUnits(rows, column, 'groups');
  const stacked = stack(labelled);
  const { transformation, endogenous, exogenous, instruments } = stacked;
  const problem = rowsProblem(context, plain, transformation);
  const task: RowsTask = {
    kind: 'rows',
    scheme: { scheme: column === undefined ? 'pairs' : 'cluster' },
    rows: { ...stacked.rows, clusters: [], order: undefined },
    problem:
      problem.kind === 'instruments'
        ? { ...problem, names: { endogenous, exogenous, instruments } }
        : problem,
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
