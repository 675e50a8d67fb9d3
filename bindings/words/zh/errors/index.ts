/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { claims } from './paper/claims.js';
import { claimSyntax } from './paper/claim-syntax.js';
import { columns } from './columns.js';
import { keys } from './keys.js';
import { program } from './program/index.js';
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
  ...program,
  ...status,
  ...steps,
  ...studies,
  ...values,
  ...weights,
};
