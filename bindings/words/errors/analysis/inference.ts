/** Errors of tests of coefficients and of diagnostics, in English. */
import { counted, listed } from '../../text/messages.js';
import { says } from '../../told.js';

export const relationInFunction = says(
  'bad-value/relation',
  'expected an expression without "{relation}", found "{found}"; use a Wald test for hypotheses',
);

export interface UndefinedFunction {
  readonly expression: string;
  readonly what: 'value' | 'derivative';
  /** Not finite. */
  readonly found: number;
}

export const undefinedFunction = says(
  'undefined-function',
  ({ expression, what, found }: UndefinedFunction) =>
    `expected a finite ${what} of "${expression}" at the estimates, found ${found}`,
);
export const noHypothesis = says(
  'no-hypothesis',
  ({ redundant }: { readonly redundant: readonly string[] }) =>
    `expected at least one that restricts a coefficient, found ${listed(redundant) || 'none'}`,
);
export const noRestriction = says(
  'no-hypothesis/inequality',
  'expected one that restricts a coefficient, found {hypothesis}',
);
export const jointInequalities = says(
  'joint-inequalities',
  ({ found, inequality }: { readonly found: readonly string[]; readonly inequality: string }) =>
    `expected an inequality by itself, found ${listed(found)}; test ${inequality} alone, or write "=" for a joint test`,
);

export interface HypothesisAmongOthers {
  readonly hypothesis: string;
  /** The earlier hypotheses. */
  readonly earlier: readonly string[];
}

export const inconsistentHypotheses = says(
  'inconsistent-hypotheses',
  ({ hypothesis, earlier }: HypothesisAmongOthers) =>
    earlier.length === 0
      ? `"${hypothesis}" contains no coefficient and is false; correct or omit it`
      : `"${hypothesis}" contradicts ${listed(earlier)}; omit one of them`,
);
export const dependentHypotheses = says(
  'dependent-hypotheses',
  ({ hypothesis, earlier }: HypothesisAmongOthers) => {
    const problem =
      earlier.length === 0
        ? 'has zero derivatives at the estimates'
        : `has derivatives at the estimates that are linear combinations of those of ${listed(earlier)}`;
    return `"${hypothesis}" ${problem}; omit it or write it differently`;
  },
);
export const nothingToCompare = says(
  'nothing-to-compare',
  ({ one, other }: { readonly one: readonly string[]; readonly other: readonly string[] }) =>
    `expected coefficients that both fits have, found ${listed(one)} in one and ${listed(other)} in the other`,
);

export interface NoInfluence {
  /** The type of the covariance. */
  readonly type: string;
  readonly steps: number | string;
  /** Whether the model names clusters. */
  readonly clustered: boolean;
}

export const noInfluence = says('no-influence', ({ type, steps, clustered }: NoInfluence) => {
  const found = clustered ? 'other clusters' : `${type}, steps ${steps}`;
  return `expected robust or windmeijer standard errors, clustered by unit, found ${found}; fit both models again with these`;
});
export const noRowsForRobust = says(
  'no-rows/robust',
  'expected a fit with its rows for the robust test, found a result read from a file; fit the model again',
);
export const notRandomEffects = says(
  'not-random-effects',
  'expected a random effects fit for the robust test, found {found}',
);
export const notARegression = says(
  'not-a-regression',
  'expected a fit by ols, found one by {estimator}',
);
export const noRows = says(
  'no-rows/fit',
  'expected a fit with its rows, found a result read from a file; fit the model again',
);
export const absorbedEffects = says(
  'absorbed-effects',
  'expected no absorbed effects, found {effects}; write their dummies in the formula with i()',
);
export const tooHighOrder = says(
  'bad-value/order',
  ({ found, rows }: { readonly found: number; readonly rows: number }) =>
    `expected at most ${rows - 1}, one fewer than the ${counted(rows, 'row')}, found ${found}`,
);
