/** What codes and names in results mean, in English: warnings, tests, errors from the sample or the arithmetic, and terms. */
import { errors } from './errors.js';
import { standardErrors } from './terms/errors.js';
import { estimators } from './terms/estimators.js';
import { fit } from './terms/fit.js';
import { studies } from './terms/studies.js';
import { tests } from './tests.js';
import { warnings } from './warnings.js';

export { names } from './names.js';

/** Terms in results and options, in addition to codes of warnings, tests and errors. */
const terms = { ...standardErrors, ...estimators, ...fit, ...studies };

/** By what they explain, in the order in which they are listed. */
export const entries = { warning: warnings, test: tests, error: errors, term: terms };

export type ExplainedKind = keyof typeof entries;

/** Every code that is explained. */
export type ExplainedCode = {
  readonly [Kind in ExplainedKind]: keyof (typeof entries)[Kind];
}[ExplainedKind];
