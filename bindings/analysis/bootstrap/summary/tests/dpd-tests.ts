/**
 * Bootstrapped p-values of Hansen tests and tests of serial correlation. The moments of replicates are centred at those
 * of the sample, so the hypothesis holds in the resampled population (Hall and Horowitz, 1996). The p-values are (1 +
 * #{J* >= J}) / (1 + R) and (1 + #{|z*| >= |z|}) / (1 + R).
 */
import { ReplicateStatus } from '../../../../generated/codes.js';
import type { BootstrapTests, FitResult } from '../../../../results/fit.js';
import { type Beyond, beyondIn, compare, type Compared, type Comparison } from './comparison.js';
import { HANSEN, arName, hasHansen, withoutName } from '../layout.js';
import type { Replicates } from '../../replicates.js';
import type { SummaryOptions } from '../options.js';

/** The tests, whose replicates `count` counts. */
export function bootstrapTests(
  { params, tests }: FitResult,
  statistics: readonly string[],
  { tests: wanted = [], recenter = false, arCentred = false }: SummaryOptions,
  count: (comparison: Comparison) => Beyond,
): BootstrapTests {
  const k = Object.keys(params).length;
  const place = (name: string) => k + statistics.indexOf(name);
  const hansen = place(HANSEN);
  const tested = (test: Compared | undefined, evaluate: Comparison['evaluate']) =>
    compare(test, recenter !== false, (stat) => count({ stat, evaluate, tail: 'above' }));
  return {
    ...(wanted.includes('hansen') && {
      hansen: tested(tests.hansen, (values, first) => values[first + hansen]!),
    }),
    ...(wanted.includes('diffHansen') && {
      diffHansen: (tests.diffHansen ?? []).map(({ group, difference }) => {
        const without = place(withoutName(group));
        const test = hasHansen(tests) ? difference : tests.hansen;
        const evaluate: Comparison['evaluate'] = (values, first) =>
          values[first + hansen]! - values[first + without]!;
        return { group, ...tested(test, evaluate) };
      }),
    }),
    ...(wanted.includes('ar') && {
      ar: (tests.ar ?? []).map((test) => {
        const z = place(arName(test.order));
        const evaluate: Comparison['evaluate'] = (values, first) => values[first + z]!;
        const counted = (stat: number) => count({ stat, evaluate, tail: 'far' });
        return { order: test.order, ...compare(test, arCentred, counted) };
      }),
    }),
  };
}

/** Counts replicates in memory. */
export function countBeyond({ values, width, completed, statuses }: Replicates) {
  return ({ stat, evaluate, tail }: Comparison): Beyond => {
    const numbers: number[] = [];
    for (let r = 0; r < completed; ++r) {
      if ((statuses[r]! & ReplicateStatus.bits) === 0) numbers.push(evaluate(values, r * width));
    }
    return beyondIn(numbers, { stat, tail });
  };
}
