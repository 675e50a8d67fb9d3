/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { columns } from './columns.js';
import { status } from './core/status.js';
import { program } from './program/index.js';
import { steps } from './steps.js';
import { values } from './values.js';
import { weights } from './weights.js';

export const errors: ErrorSentences = {
  ...columns,
  ...program,
  ...status,
  ...steps,
  ...values,
  ...weights,
};
