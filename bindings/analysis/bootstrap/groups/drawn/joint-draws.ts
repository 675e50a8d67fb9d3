/**
 * Joint draws of the groups. A replicate draws as many units as there are in all groups, each with all its rows, and
 * every group is estimated from its rows of the same draw.
 */
import type { Compared } from '../compared.js';
import { distinctUnits } from '../units.js';
import { commonSampler } from './common-sampler.js';
import { groupSampler } from './group-sampler.js';
import type { Sampler } from './sampler.js';

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
