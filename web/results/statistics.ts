/** The tests and statistics of a fit that are read at a glance: whatever the result has, whichever estimator made it. */
import type { FitResult } from 'wasmetrics';
import type { Test, TestResult } from 'wasmetrics/types';
import { words } from '../words/words.js';

/** A test, and what it means if it rejects. */
export interface ShownTest {
  /** The code by which it is explained. */
  readonly code: string;
  readonly name: string;
  readonly stat: number;
  readonly df?: TestResult['df'];
  readonly pValue: number;
  /** What a small p-value speaks against; undefined where a small one is what an author hopes for. */
  readonly against?: string | undefined;
}

/** A number without a p-value. */
export interface ShownNumber {
  readonly name: string;
  readonly value: number;
}

/** A p-value below it is called a rejection. */
export const rejection = 0.05;

function existing(test: Test | undefined): TestResult | undefined {
  return test === undefined || test.stat === null ? undefined : test;
}

type Named = readonly [
  code: string,
  name: string,
  test: Test | undefined,
  against?: string | undefined,
];

/** All tests, in the order in which they are read. */
export function testsOf({ tests }: FitResult): ShownTest[] {
  const say = words.value.results;
  const named: readonly Named[] = [
    ['hansen', say.hansen, tests.hansen ?? tests.jTest, say.instrumentsRejected],
    [
      'sargan',
      say.sargan,
      tests.hansen === undefined ? tests.sargan : undefined,
      say.instrumentsRejected,
    ],
    ...(tests.ar ?? []).map(({ order, stat, pValue, reason }): Named => [
      'ar',
      say.ar(String(order)),
      stat === null || pValue === null
        ? { stat: null, pValue: null, reason: reason ?? '' }
        : { stat, pValue },
      order > 1 ? say.correlated : undefined,
    ]),
    ...(tests.firstStage ?? []).map(({ endogenous, partialF }): Named => [
      'partial-f',
      say.firstStage(endogenous),
      partialF,
    ]),
    ['anderson-rubin', say.andersonRubin, tests.andersonRubin],
    ['wu-hausman', say.wuHausman, tests.wuHausman],
    ['f', say.f, tests.f],
    ['wald', say.wald, tests.f === undefined ? tests.wald : undefined],
    ['effects', say.effects, tests.effects],
  ];
  return named.flatMap(([code, name, test, against]) => {
    const shown = existing(test);
    return shown === undefined ? [] : [{ ...shown, code, name, against }];
  });
}

/** Measures of the fit. */
export function numbersOf(fit: FitResult): ShownNumber[] {
  const say = words.value.results;
  const named: readonly (readonly [string, number | null | undefined])[] = [
    [say.kleibergenPaapF, fit.tests.kleibergenPaapF?.stat],
    [say.effectiveF, fit.tests.effectiveF?.stat],
    [say.rsquared, fit.rsquared],
    [say.rsquaredAdj, fit.rsquaredAdj],
    [say.rsquaredWithin, fit.rsquaredWithin],
    [say.rsquaredMcFadden, fit.rsquaredMcFadden],
    [say.rho, fit.rho],
    [say.aic, fit.aic],
    [say.bic, fit.bic],
  ];
  return named.flatMap(([name, value]) => (typeof value === 'number' ? [{ name, value }] : []));
}
