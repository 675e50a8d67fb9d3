/** The features of a comparison that decide which simulated samples are like it. */
import { effectsOf } from '../../../../models/linear/model/effects.js';
import { has } from '../../../../models/registry.js';
import type { Compared } from '../compared.js';
import { distinctUnits } from '../units.js';
import { type Phrase, say } from '../../../../words/phrase.js';

/** `rows` if each unit is one row; a split that varies over time has units with rows in several groups. */
export type Split = 'fixed' | 'varying' | 'rows';

export interface SampleShape {
  readonly split: Split;
  /** Units of the smallest group; if the split varies over time, units of all groups together. */
  readonly units: number;
  /** Size of the largest group as a multiple of the smallest: in units or, if the split varies, in rows. */
  readonly ratio: number;
  readonly groups: number;
}

/** The shapes of a sample, of which the one with the worst size counts; or why no simulated sample is like it. */
export type Shapes = readonly SampleShape[] | { readonly outside: Phrase };

/** Larger ratios of group sizes were not simulated, nor were more than this many groups. */
const LARGEST_RATIO = 6;
const MOST_GROUPS = 4;

export function shapesOf(compared: Compared): Shapes {
  const outside = unlikeAny(compared);
  if (outside !== undefined) return { outside };
  const shapes = allShapes(compared);
  const uneven = shapes.find(({ ratio }) => ratio > LARGEST_RATIO);
  if (uneven === undefined) return shapes;
  const times = Number(uneven.ratio.toPrecision(2));
  return { outside: say('the largest group is {} times as large as the smallest', times) };
}

function unlikeAny({ model, options, groups }: Compared): Phrase | undefined {
  const { name, absorbed, partial, ofMeans, differenced } = effectsOf(model);
  if (!has(model).leastSquares) return say('the estimator is {}', String(model.estimator));
  if (absorbed.length > 1 || partial || ofMeans || differenced)
    return say('the effects are {}', String(name));
  if (model.weights !== undefined) return say('there are weights');
  if (options.common) return say('the other coefficients are common');
  return groups.length > MOST_GROUPS ? say('there are {} groups', groups.length) : undefined;
}

function allShapes({ groups, units, switchingUnits }: Compared): SampleShape[] {
  const rows = groups.map((group) => group.rows.length);
  const unitCounts = groups.map((group) => distinctUnits(units.codes, group.rows).length);
  const all = Int32Array.from(groups.flatMap((group) => Array.from(group.rows)));
  const nunits = distinctUnits(units.codes, all).length;
  const shape = (split: Split, counts: readonly number[], number: number): SampleShape => ({
    split,
    units: number,
    groups: groups.length,
    ratio: Math.max(...counts) / Math.min(...counts),
  });
  const smallest = Math.min(...unitCounts);
  if (nunits === all.length) return [shape('rows', rows, smallest)];
  if (switchingUnits === 0) return [shape('fixed', unitCounts, smallest)];
  const varying = shape('varying', rows, nunits);
  return 2 * switchingUnits >= nunits ? [varying] : [varying, shape('fixed', unitCounts, smallest)];
}
