/** The expectations of all families in Chinese. */
import type { ExpectationWords } from '../../vocabulary/errors.js';
import { modelExpectations } from './models.js';
import { paperExpectations } from './paper.js';
import { valueExpectations } from './values.js';

export const expectations: ExpectationWords = {
  ...modelExpectations,
  ...paperExpectations,
  ...valueExpectations,
};
