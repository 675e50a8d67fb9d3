/** Errors of predictions and marginal effects, in English. */
import { says, type Told } from '../../told.js';
import { listed } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export const noResiduals = says(
  'no-residuals/augment',
  'expected an estimate with a residual for each row, found one by {estimator}',
);
export const noEffects = says(
  'bad-value/no-effects',
  'expected an estimate with absorbed effects, found one by {found} without; write them after | in the formula',
);
export const levelsApart = says(
  'effects-not-split/levels',
  'expected effects whose levels many rows link, found three or more that are linked too poorly to be told apart; absorb fewer',
);
export const tooManyCells = says(
  'bad-value/combinations',
  'expected at most {most} combinations of values, found {found}; give fewer values',
);
export const unknownVariable = says(
  'unknown-variable/regressors',
  ({ variable, near }: { readonly variable: string; readonly near: Suggestion }) =>
    `expected a variable of the regressors, found "${variable}"${suggested(near)}`,
);
export const notNumbers = says(
  'bad-value/variable',
  (detail: { readonly path: string; readonly variable: string; readonly found: unknown }) =>
    `expected numbers for ${detail.variable}, found ${JSON.stringify(detail.found)}`,
);
export const unknownLevel = says(
  'unknown-level/margins',
  (detail: { readonly variable: string; readonly level: string; readonly near: Suggestion }) =>
    `expected a value that ${detail.variable} has in the sample, found "${detail.level}"${suggested(detail.near)}`,
);
export const notARegression = says(
  'not-a-regression/margins',
  "expected an estimate whose mean is x'b, found one by {estimator}, whose effects also depend on the mean; compare predictions instead",
);
export const noInteraction = says(
  'no-interaction',
  (detail: {
    readonly of: string;
    readonly over: string;
    /** The variables that change the effect. */
    readonly moderators: readonly string[];
  }) => {
    const { of, over, moderators } = detail;
    const others =
      moderators.length === 0
        ? `the effect of ${of} is the same everywhere; leave over out or add ${of}:${over} to the formula`
        : `it depends on ${listed(moderators)}`;
    return `expected a variable that changes the effect of ${of}, found ${over}; ${others}`;
  },
);
export const noDerivative = says(
  'undefined-function/derivative',
  (detail: {
    readonly expression: string;
    readonly of: string;
    /** The values at which there is none, such as `x = 0`; undefined for every row. */
    readonly setting: string | undefined;
  }) =>
    `expected a finite derivative of ${detail.expression} with respect to ${detail.of} at ${detail.setting ?? 'every row'}, found none, as with log or abs at 0; choose other values or rows`,
);
export const derivativeOfFactor = says(
  'bad-value/factor',
  ({ found }: { readonly path: string; readonly found: string }) =>
    `expected a numeric variable, found ${found}, a factor, which has no derivative; its coefficients are contrasts with the reference level, and a Wald test compares them`,
);
export const sharedVariable = says(
  'bad-value/shared',
  (detail: {
    readonly path: string;
    readonly found: string;
    /** What is in other terms as well. */
    readonly shared: readonly string[];
  }) => {
    const names = listed(detail.shared);
    return `expected a variable that can change alone, found ${detail.found}, and ${names} is also in other terms; use ${names}`;
  },
);
export const effectsNotSplit = says(
  'effects-not-split',
  "expected at most two absorbed effects, which can be told apart, found {effects}; set effects: false (--no-effects) for x'b without them",
);

/** Why there is no interval of a new outcome. */
export type NoInterval = 'absorbed' | 'unit-effect' | 'mean' | 'weights';

const intervals: Readonly<Record<NoInterval, (weights: string) => string>> = {
  absorbed: () => 'the covariance of absorbed effects is not estimated',
  'unit-effect': () =>
    'a new outcome also has a unit effect, whose variance the interval would lack',
  mean: () => 'the variance of a new outcome depends on its mean',
  weights: (weights) => `with ${weights} weights the variance of a new outcome is not known`,
};

export const noPredictionInterval = says(
  'no-prediction-interval',
  (detail: {
    readonly interval: string;
    readonly why: NoInterval;
    /** The type of the weights. */
    readonly weights?: string;
  }) => `expected confidence, found prediction: ${intervals[detail.why](detail.weights ?? '')}`,
);
export const newDataWithout = says(
  'unknown-column/new-data',
  ({ cause }: { readonly cause: Told }) =>
    `new data need the columns of the regressors, after the steps of the model: ${cause.text}`,
);
