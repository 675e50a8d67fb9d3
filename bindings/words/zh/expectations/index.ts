/** The expectations of all families in Chinese. */
import type { ExpectationWords } from '../../vocabulary/errors.js';
import { studies } from './paper/studies.js';
import { values } from './values.js';
import { data } from './data.js';

export const expectations: ExpectationWords = {
  ...data,
  ...studies,
  ...values,
};
