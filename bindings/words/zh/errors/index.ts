/** The errors of all families in Chinese. */
import type { ErrorSentences } from '../../vocabulary/errors.js';
import { analysisErrors } from './analysis.js';
import { binaryErrors } from './readers/binary.js';
import { bootstrapErrors } from './bootstrap.js';
import { coreErrors } from './core.js';
import { dataErrors } from './data.js';
import { estimateErrors } from './estimates.js';
import { exportErrors } from './interchange/exports.js';
import { formulaErrors } from './formulas.js';
import { importErrors } from './interchange/imports.js';
import { modelErrors } from './models.js';
import { notes } from './interchange/notes.js';
import { tableNotes } from './interchange/tables.js';
import { paperErrors } from './paper.js';
import { syntax } from './interchange/syntax.js';
import { serviceErrors } from './program/services.js';
import { textErrors } from './readers/texts.js';
import { valueErrors } from './values.js';

export const errors: ErrorSentences = {
  ...analysisErrors,
  ...binaryErrors,
  ...bootstrapErrors,
  ...coreErrors,
  ...dataErrors,
  ...estimateErrors,
  ...exportErrors,
  ...formulaErrors,
  ...importErrors,
  ...modelErrors,
  ...notes,
  ...tableNotes,
  ...paperErrors,
  ...serviceErrors,
  ...syntax,
  ...textErrors,
  ...valueErrors,
};
