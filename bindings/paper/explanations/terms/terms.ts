/** Explanations of terms that results and options use, besides the codes of warnings, tests and errors. */
import { explained } from '../explanation.js';
import { standardErrors } from './errors.js';
import { estimators } from './estimators.js';
import { fit } from './fit.js';
import { studies } from './studies.js';

export const terms = [standardErrors, estimators, fit, studies].flatMap((entries) =>
  explained('term', entries),
);
