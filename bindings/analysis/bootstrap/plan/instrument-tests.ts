/** The check of tests that need instruments, apart from the tests: a plan does not load the summary. */
import { badOption } from '../../../models/replicates/refusal.js';
import { type BootstrappedTest, instrumentTests } from '../../../models/replicates/draw-options.js';
import type { FitResult } from '../../../results/fit.js';
import { testsOfInstruments } from '../../../words/expectations/bootstrap.js';

/** Throws InputError `bad-value` for tests of instruments that the fit lacks. */
export function checkInstrumentTests(
  { tests }: FitResult,
  wanted: readonly BootstrappedTest[] = [],
): void {
  const test = wanted.find((bootstrappedTest) => instrumentTests.includes(bootstrappedTest));
  if (test === undefined || tests.firstStage !== undefined) return;
  throw badOption('statistics', testsOfInstruments(), test);
}
