/**
 * Bootstrapped p-values of Hansen tests and tests of serial correlation. The moments of replicates are centred at those
 * of the sample, so the hypothesis holds in the resampled population (Hall and Horowitz, 1996). The p-values are (1 +
 * #{J* >= J}) / (1 + R) and (1 + #{|z*| >= |z|}) / (1 + R).
 */
import { ReplicateStatus } from '../../generated/codes.js';
import type { BootstrapTests, FitResult } from '../../results/fit.js';
import { compare, type Compared } from './comparison.js';
import { HANSEN, arName, hasHansen, withoutName } from './layout.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from './options.js';

export function bootstrapTests(
  { params, tests }: FitResult,
  replicates: Replicates,
  { tests: wanted = [], recenter = false, arCentred = false }: SummaryOptions,
): BootstrapTests {
  const k = Object.keys(params).length;
  const { values, width, completed, statuses, statistics } = replicates;
  const place = (name: string) => k + statistics.indexOf(name);
  const rows = Array.from({ length: completed }, (_, r) => r).filter(
    (r) => (statuses[r]! & ReplicateStatus.bits) === 0,
  );
  const valueOf = (r: number, column: number) => values[r * width + column]!;
  const hansen = place(HANSEN);
  const tested = (test: Compared | undefined, value: (r: number) => number) =>
    compare(test, rows.map(value), recenter !== false);
  return {
    ...(wanted.includes('hansen') && { hansen: tested(tests.hansen, (r) => valueOf(r, hansen)) }),
    ...(wanted.includes('diffHansen') && {
      diffHansen: (tests.diffHansen ?? []).map(({ group, difference }) => {
        const without = place(withoutName(group));
        const test = hasHansen(tests) ? difference : tests.hansen;
        return { group, ...tested(test, (r) => valueOf(r, hansen) - valueOf(r, without)) };
      }),
    }),
    ...(wanted.includes('ar') && {
      ar: (tests.ar ?? []).map((test) => {
        const z = place(arName(test.order));
        const values = rows.map((r) => valueOf(r, z));
        return { order: test.order, ...compare(test, values, arCentred, Math.abs) };
      }),
    }),
  };
}
