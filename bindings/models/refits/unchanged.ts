/** Refuses a table that its owner has written to since the fit, where an analysis reads it again. */
import { InputError } from '../../core/errors/errors.js';
import { holds } from '../../data/index.js';
import type { FitContext } from '../fit-context.js';
import { namedColumns } from '../reading/named-columns.js';

/**
 * Checks the columns of the model before the data are read again.
 *
 * @throws InputError `data-changed`
 */
export function checkUnchanged(subject: string, { fingerprint }: FitContext): void {
  if (fingerprint === undefined || holds(fingerprint)) return;
  const message = `expected the table as it was at the fit, found other values in the columns of the model; estimate the model again, or analyse it before you write to the table`;
  throw new InputError('data-changed', message, { columns: fingerprint.columns }, subject);
}

/** `checkUnchanged` before a column is read that the model does not name; a fit keeps copies of those that it names. */
export function checkOtherColumn(
  subject: string,
  context: FitContext,
  column: string | undefined,
): void {
  if (column === undefined || namedColumns(context.model).includes(column)) return;
  checkUnchanged(subject, context);
}
