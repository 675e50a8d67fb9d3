/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { claims } from './paper/claims.js';
import { claimSyntax } from './paper/claim-syntax.js';
import { columns } from './columns.js';
import { keys } from './keys.js';
import { models } from './models/index.js';
import { program } from './program/index.js';
import { arrays } from './analysis/arrays.js';
import { descriptions } from './analysis/descriptions.js';
import { inference } from './analysis/inference.js';
import { weak } from './analysis/weak.js';
import { engine } from './core/engine.js';
import { jobs } from './core/jobs.js';
import { matrices } from './core/matrices.js';
import { status } from './core/status.js';
import { steps } from './steps.js';
import { studies } from './paper/studies.js';
import { values } from './values.js';
import { weights } from './weights.js';
import { data } from './data/index.js';

export const errors: ErrorSentences = {
  ...data,
  ...claims,
  ...claimSyntax,
  ...columns,
  ...keys,
  ...models,
  ...program,
  ...status,
  ...steps,
  ...studies,
  ...arrays,
  ...descriptions,
  ...inference,
  ...weak,
  ...engine,
  ...jobs,
  ...matrices,
  ...values,
  ...weights,
};
