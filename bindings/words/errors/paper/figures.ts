/** Errors of figures, in English. */
import { says } from '../../told.js';
import { series } from '../../text/counts.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export const noInterval = says(
  'no-interval',
  'expected a coefficient with a standard error, found {coefficient} without one; choose another coefficient',
);
export const noReplicates = says(
  'no-replicates',
  'expected replicates of {coefficient}, found none that succeeded; run the bootstrap with more replicates',
);
export const unknownCoefficient = says(
  'unknown-coefficient/figure',
  ({
    found,
    meant,
  }: {
    readonly path: string;
    readonly found: string;
    readonly meant: Suggestion;
  }) => `no model has a coefficient ${found}${suggested(meant)}`,
);

/** Maximum names of coefficients in a message. */
const NAMED = 4;

export const noPath = says(
  'no-path',
  ({ found }: { readonly path: string; readonly found: readonly string[] }) => {
    const names = found.length === 0 ? 'none' : found.slice(0, NAMED).join(', ');
    return `expected two coefficients or more of one factor of numbers, such as those of i(rel, ref=-1), or lags of one regressor, found ${names}; choose them with a pattern such as /^rel=/`;
  },
);
export const noLeverages = says(
  'not-a-regression/leverage',
  ({
    estimator,
    estimators,
  }: {
    readonly estimator: string;
    /** Those whose results have leverages. */
    readonly estimators: readonly string[];
  }) =>
    `expected an estimate by ${series(estimators, 'or')}, found one by ${estimator}; plot influence shows what happens without each unit`,
);
export const absorbedEffects = says(
  'absorbed-effects/leverage',
  'expected a regression without absorbed effects, whose leverages are those of rows; write the effects with i() or use plot influence',
);
export const noResiduals = says(
  'no-residuals',
  ({
    estimators,
    estimate,
    why,
  }: {
    /** Those with a residual for each row. */
    readonly estimators: readonly string[];
    /** The title of an estimate, or a kind of model with its article. */
    readonly estimate: { readonly title: string } | { readonly model: string };
    /** Why there is none: residuals are those of transformed rows, or contain the unit effects. */
    readonly why: 'transformed' | 'effects' | undefined;
  }) => {
    const found = 'title' in estimate ? `the ${estimate.title} estimate` : estimate.model;
    const reason = why === undefined ? '' : reasons[why];
    return `expected an estimate by ${series(estimators, 'or')} with a residual for each row, found ${found}${reason}; plot influence shows its units`;
  },
);

const reasons = {
  transformed: ', whose residuals are not those of rows',
  effects: ', whose residuals in levels contain the unit effects',
};

export const noFont = says(
  'no-font',
  ({
    found,
    letters,
  }: {
    readonly path: string;
    readonly found: string;
    /** The file, if the font is not one of the system. */
    readonly file: string | undefined;
    /** Letters of the figure that it lacks; none if it has no letters at all. */
    readonly letters: readonly string[];
  }) => {
    const problem =
      letters.length === 0
        ? 'has no letters or cannot be read'
        : `lacks letters of the figure such as ${letters.join('')}`;
    return `expected a font with the letters of the figure, found that ${found} ${problem}; name a font file with the option font, or write SVG`;
  },
);
export const notDrawn = says(
  'not-drawn',
  ({ reason }: { readonly kind: string; readonly reason: string }) =>
    `Vega cannot draw it: ${reason}`,
);
