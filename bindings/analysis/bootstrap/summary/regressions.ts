/** Summaries for regressions that dynamic panels do not have. */
import { bootstrapInstrumentTests } from './tests/instrument-tests.js';
import type { OfRegressions } from './summary.js';
import type { FitResult } from '../../../results/fit.js';
import type { ByName } from '../../../results/common.js';
import type { Replicates } from '../replicates.js';
import {
  chosen,
  type Inferences,
  type IntervalsByMethod,
  numbersByName,
  type Question,
} from './inferences.js';
import type { Intervals } from './reduction.js';
import { rejects } from '../../../core/numerics/ties.js';
import { smallestSize } from './scheme.js';
import { wildTests } from './wild-tests.js';

export const ofRegressions: OfRegressions = {
  ofWildTests: wildInferences,
  tests: bootstrapInstrumentTests,
};

/** Intervals and p-values from the tests of wild replicates. */
function wildInferences(
  fit: FitResult,
  replicates: Replicates,
  { summary, options }: Question,
  intervals: IntervalsByMethod,
): Inferences {
  const { ci, level, pValue, scheme } = options;
  const exists = rejects(smallestSize(scheme), 1 - level);
  const { confInt, ...tests } = wildTests(fit, replicates, {
    level,
    pValue,
    invert: exists && ci.includes('inverted'),
    enumerated: scheme.enumerated === true,
    stdErrors: numbersByName(fit, summary, 2),
    sets: options.inverted,
  });
  if (exists) return { ...tests, confInt: chosen(ci, { ...intervals, inverted: confInt ?? {} }) };
  const inverted = everything(tests.pValues);
  const confSets = byValue(inverted, (interval) => [interval]);
  const sets = ci.includes('inverted') ? { confSets } : {};
  return { ...tests, ...sets, confInt: chosen(ci, { ...intervals, inverted }) };
}

/** The confidence sets of tests that never reject: the whole line. */
function everything(pValues: ByName): Intervals {
  return byValue(pValues, () => [-Infinity, Infinity] as const);
}

function byValue<T, U>(values: ByName<T>, change: (value: T) => U): ByName<U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
