/**
 * p-values of the hypothesis that a quantity is 0, from how many of R draws are at least as extreme as the sample.
 * `ones` is 1 if the sample counts as one more draw, and 0 if the draws are all possible ones:
 *
 *   symmetric   (ones + #{|t*| >= |t|}) / (ones + R)
 *   greater     (ones + #{t* >= t}) / (ones + R), for the null t <= 0
 *   less        (ones + #{t* <= t}) / (ones + R), for the null t >= 0
 *   equal-tail  twice the smaller of the two, at most 1
 *
 * For a coefficient b, t is b and t* is b* - b. For these, equal-tail and the one-sided tests assume no symmetry
 * (MacKinnon 2006, Bootstrap methods in econometrics, Economic Record 82, section 2). Ties count: `numerics/ties.ts`.
 */
import { countTails, type Tails } from '../../../core/numerics/ties.js';
import type { PValueMethod } from '../../../results/bootstrap/scheme.js';
import type { ByName } from '../../../results/common.js';

/** NaN if there are no draws. */
export function tailPValue(
  { used, far, above, below }: Tails,
  method: PValueMethod,
  ones = 1,
): number {
  if (used === 0) return NaN;
  const share = (count: number) => (ones + count) / (ones + used);
  if (method === 'symmetric') return share(far);
  if (method === 'greater') return share(above);
  if (method === 'less') return share(below);
  return Math.min(1, 2 * share(Math.min(above, below)));
}

/** The p-value method for a confidence set, which has two sides whatever the alternative. */
export function twoSidedMethod(method: PValueMethod): PValueMethod {
  return method === 'equal-tail' ? method : 'symmetric';
}

/** The draws of a statistic, its value in the sample, and the scale of its rounding errors (`numerics/ties.ts`). */
export interface Tested {
  readonly draws: ArrayLike<number>;
  readonly stat: number;
  readonly unit: number;
}

export function pValuesOf(tested: ByName<Tested>, method: PValueMethod): ByName {
  return Object.fromEntries(
    Object.entries(tested).map(([name, { draws, stat, unit }]) => [
      name,
      tailPValue(countTails(draws, stat, unit), method),
    ]),
  );
}
