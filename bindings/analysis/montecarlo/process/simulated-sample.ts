import type { DpdSample } from '../../../models/dpd/design/design.js';
import { type Follower, valuesOf } from './variables.js';

/** The sample with simulated values; rows, instruments and missing values stay as in the data. */
export function simulatedSample(
  sample: DpdSample,
  followers: readonly Follower[],
  series: ReadonlyMap<string, Float64Array>,
): DpdSample {
  const { design, panel } = sample;
  const vars = design.vars.slice();
  for (const { column, ...polynomial } of followers) {
    vars.set(valuesOf(polynomial, series.get(polynomial.variable)!, panel), column * design.nrows);
  }
  return { ...sample, design: { ...design, vars } };
}
