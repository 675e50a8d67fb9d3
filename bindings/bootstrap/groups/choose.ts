/** Which of the methods to report, and why. */
import type { GroupComparison, GroupDifference, GroupMethod } from '../../results/groups.js';

/** With fewer units in a group clustered errors and resamples are unreliable (Cameron and Miller, 2015, section VI). */
const MANY_UNITS = 40;

/**
 * `wald` where every group has many units, or `suest` if there is no common model. With few, `permutation`, whose size
 * does not rest on their number; if labels cannot be exchanged, `wild`. `tests/simulation/group-differences.ts` has the
 * sizes.
 */
export function chooseMethod(
  differences: readonly GroupDifference[],
  methods: readonly GroupMethod[],
  fewest: { readonly count: number; readonly what: string },
): GroupComparison['chosen'] {
  const usable = methods.filter((method) =>
    differences.every((one) => one.method !== method || one.pValue !== null || isMissing(one)),
  );
  const { count, what } = fewest;
  const many = count >= MANY_UNITS;
  const order: readonly GroupMethod[] = many
    ? ['wald', 'suest', 'bootstrap', 'permutation']
    : ['permutation', 'cr2', 'wild', 'wald', 'suest', 'bootstrap'];
  const method = order.find((one) => usable.includes(one)) ?? methods[0]!;
  const size = `the smallest group has ${count} ${what}`;
  const analytic = many
    ? `${size}, enough for its covariance`
    : `${size}; with few units the test may reject too often`;
  const reasons: Readonly<Record<GroupMethod, string>> = {
    wald: analytic,
    suest: analytic,
    cr2: `${size}, few, which CR2 errors allow for`,
    permutation: `${size}, too few for its covariance, and labels of ${what} can be exchanged`,
    wild: `${size}, too few for its covariance, and labels cannot be exchanged`,
    bootstrap: `${size}, and the other methods are not available here`,
  };
  return { method, why: usable.includes(method) ? reasons[method] : 'no method can be used' };
}

/** A difference that no method has, as one of its groups cannot be estimated. */
function isMissing({ estimate }: GroupDifference): boolean {
  return estimate === null;
}
