/** The expectations of all families in Chinese. */
import type { ExpectationWords } from '../../vocabulary/errors.js';
import { arraysOfCallers } from './analysis/arrays.js';
import { results } from './analysis/results.js';
import { arrays } from './core/arrays.js';
import { distributions } from './core/distributions.js';
import { engine } from './core/engine.js';
import { jobs } from './core/jobs.js';
import { models } from './models/index.js';
import { studies } from './paper/studies.js';
import { data } from './data.js';
import { values } from './values.js';

export const expectations: ExpectationWords = {
  ...arrays,
  ...arraysOfCallers,
  ...data,
  ...distributions,
  ...engine,
  ...jobs,
  ...results,
  ...models,
  ...studies,
  ...values,
};
