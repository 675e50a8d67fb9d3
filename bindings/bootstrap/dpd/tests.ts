/**
 * p-values of Hansen tests from replicates whose moments are centred at those of the sample, so that the
 * hypothesis holds where they are drawn (Hall and Horowitz, 1996): (1 + #{J* >= J}) / (1 + R).
 */
import type { BootstrapTest, BootstrapTests, FitResult } from '../../models/fit-result.js';
import type { Test } from '../../models/test-result.js';
import { HANSEN, withoutName } from '../layout.js';
import type { Replicates } from '../replicates.js';
import type { SummaryOptions } from '../result.js';

const STATUS_BITS = 255;

export function bootstrapTests(
  { params, tests }: FitResult,
  replicates: Replicates,
  { tests: asked = [], recenter = false }: SummaryOptions,
): BootstrapTests {
  const k = Object.keys(params).length;
  const { values, width, completed, statuses, statistics } = replicates;
  const place = (name: string) => k + statistics.indexOf(name);
  const rows = Array.from({ length: completed }, (_, r) => r).filter(
    (r) => (statuses[r]! & STATUS_BITS) === 0,
  );
  const at = (r: number, column: number) => values[r * width + column]!;
  const hansen = place(HANSEN);
  const tested = (test: Test | undefined, value: (r: number) => number) =>
    test === undefined || test.stat === null || recenter !== false
      ? compare(test, rows.map(value))
      : missing('the moments of the replicates are not recentred');
  return {
    ...(asked.includes('hansen') && { hansen: tested(tests.hansen, (r) => at(r, hansen)) }),
    ...(asked.includes('diffHansen') && {
      diffHansen: (tests.diffHansen ?? []).map(({ group, difference }) => {
        const without = place(withoutName(group));
        return { group, ...tested(difference, (r) => at(r, hansen) - at(r, without)) };
      }),
    }),
  };
}

function compare(test: Test | undefined, values: readonly number[]): BootstrapTest {
  if (test === undefined) return missing('the fit has no such test');
  if (test.stat === null) return missing(test.reason);
  const { stat } = test;
  const used = values.filter((value) => !Number.isNaN(value));
  const beyond = used.filter((value) => value >= stat).length;
  return { stat, pValue: (1 + beyond) / (1 + used.length), replicates: used.length };
}

function missing(reason: string): BootstrapTest {
  return { stat: null, pValue: null, reason };
}
