/** Errors of terms and coefficients, in English. */
import { omittedReason } from '../../text/omitted.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { says, type Texts } from '../../told.js';

export const transformedLevels = says(
  'transformed-dummies',
  'i() cannot be transformed; add it or interact it with other terms',
);
export const noPanelForTerm = says(
  'no-panel/term',
  ({ term }: Texts<'term'>) =>
    `${term} needs a panel; add --unit and --time, or panel: {unit, time} in a model`,
);
/** Most levels that a message lists. */
export const MOST_LEVELS = 10;

export const unknownLevel = says('unknown-level', ({ column, level, known }: UnknownLevel) => {
  const more = known.length > MOST_LEVELS ? ', …' : '';
  return `column "${column}" has no value "${level}" in the sample; choose another ref: ${known.slice(0, MOST_LEVELS).join(', ')}${more}`;
});

interface UnknownLevel extends Texts<'column' | 'level'> {
  /** The values in the sample, by their labels if they have some. */
  readonly known: readonly string[];
}

export const tooManyLevels = says(
  'too-many-levels/term',
  '{term}: expected at most {most} levels, as the time grows with the cube of the columns, found {levels}; absorb them, as in y ~ x | g, where the estimator can',
);
export const redundantTerm = says(
  'redundant-term',
  '{term}: expected new columns, found only columns that other terms or absorbed effects already have; omit it',
);

interface OfCoefficient {
  readonly coefficient: string;
}

export const ambiguousCoefficient = says(
  'ambiguous-coefficient',
  ({ coefficient, names }: OfCoefficient & { readonly names: readonly string[] }) =>
    `coefficient: expected a name as printed, found "${coefficient}", which differs from ${names.map((name) => `"${name}"`).join(' and ')} by spaces; write its spaces as printed`,
);
export const unknownCoefficient = says(
  'unknown-coefficient/name',
  ({ coefficient, meant }: OfCoefficient & { readonly meant: Suggestion }) =>
    `there is no coefficient "${coefficient}"${suggested(meant)}`,
);
export const omittedCoefficient = says(
  'omitted-coefficient',
  ({ coefficient, explainedBy }: OfCoefficient & { readonly explainedBy: readonly string[] }) =>
    `expected an estimated coefficient, found "${coefficient}", which was left out as it is ${omittedReason(explainedBy)}; name another one`,
);
