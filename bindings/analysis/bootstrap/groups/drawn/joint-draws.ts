/**
 * Joint draws of the groups. A replicate draws as many units as there are in all groups, each with all its rows, and
 * every group is estimated from its rows of the same draw.
 */
import { type Compared, pooled } from '../compared.js';
import { distinctUnits } from '../units.js';
import { groupSampler } from './group-sampler.js';
import { type Sampler, unitNumbers } from './sampler.js';
import { rowsProblem, type RowsTask } from '../../tasks/rows.js';
import { clusterUnits, rowUnits } from '../../tasks/units.js';
import { stack } from '../../../interacted/stack.js';

export interface JointDraws {
  readonly nunits: number;
  readonly samplers: readonly Sampler[];
}

/** @throws InputError `no-bootstrap` with the reason */
export async function jointDraws(compared: Compared): Promise<JointDraws> {
  const { groups, units, options } = compared;
  const drawn = groups.flatMap(({ rows }) => distinctUnits(units.codes, rows));
  const numbers = [...new Set(drawn)].sort((a, b) => a - b);
  const joint = new Map(numbers.map((unit, i) => [unit, i]));
  const numberOf = (row: number) => joint.get(units.codes[row]!)!;
  const samplers = options.common
    ? [await commonSampler(compared, numberOf)]
    : await Promise.all(groups.map((_, g) => groupSampler(compared, g, numberOf)));
  return { nunits: numbers.length, samplers };
}

/** The pooled model with common coefficients, estimated from the units that a replicate draws. */
async function commonSampler(
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
    kind: 'drawn-rows',
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
