/**
 * p-values of Hansen tests and tests of serial correlation from replicates whose moments are centred at those of the
 * sample, so that the hypothesis holds where they are drawn (Hall and Horowitz, 1996): (1 + #{J* >= J}) / (1 + R), and
 * (1 + #{|z*| >= |z|}) / (1 + R).
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
  { tests: asked = [], recenter = false, arCentred = false }: SummaryOptions,
): BootstrapTests {
  const k = Object.keys(params).length;
  const { values, width, completed, statuses, statistics } = replicates;
  const place = (name: string) => k + statistics.indexOf(name);
  const rows = Array.from({ length: completed }, (_, r) => r).filter(
    (r) => (statuses[r]! & ReplicateStatus.bits) === 0,
  );
  const at = (r: number, column: number) => values[r * width + column]!;
  const hansen = place(HANSEN);
  const tested = (test: Compared | undefined, value: (r: number) => number) =>
    compare(test, rows.map(value), recenter !== false);
  return {
    ...(asked.includes('hansen') && { hansen: tested(tests.hansen, (r) => at(r, hansen)) }),
    ...(asked.includes('diffHansen') && {
      diffHansen: (tests.diffHansen ?? []).map(({ group, difference }) => {
        const without = place(withoutName(group));
        const test = hasHansen(tests) ? difference : tests.hansen;
        return { group, ...tested(test, (r) => at(r, hansen) - at(r, without)) };
      }),
    }),
    ...(asked.includes('ar') && {
      ar: (tests.ar ?? []).map((test) => {
        const z = place(arName(test.order));
        const values = rows.map((r) => at(r, z));
        return { order: test.order, ...compare(test, values, arCentred, Math.abs) };
      }),
    }),
  };
}
