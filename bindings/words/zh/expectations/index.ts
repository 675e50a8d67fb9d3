/** The expectations of all families in Chinese. */
import type { ExpectationWords } from '../../vocabulary/errors.js';
import { arrays } from './core/arrays.js';
import { arraysOfCallers } from './analysis/arrays.js';
import { bootstrap } from './bootstrap.js';
import { checkpoints } from './checkpoints.js';
import { data } from './data.js';
import { distributions } from './core/distributions.js';
import { engine } from './core/engine.js';
import { figures } from './paper/figures.js';
import { interchange } from './interchange.js';
import { jobs } from './core/jobs.js';
import { models } from './models/index.js';
import { options } from './analysis/options.js';
import { reports } from './paper/reports.js';
import { results } from './analysis/results.js';
import { studies } from './paper/studies.js';
import { tables } from './paper/tables.js';
import { values } from './values.js';

export const expectations: ExpectationWords = {
  ...arrays,
  ...arraysOfCallers,
  ...bootstrap,
  ...checkpoints,
  ...data,
  ...distributions,
  ...engine,
  ...figures,
  ...interchange,
  ...jobs,
  ...models,
  ...options,
  ...reports,
  ...results,
  ...studies,
  ...tables,
  ...values,
};
