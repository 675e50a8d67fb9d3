/** Refuses a table that its owner has changed since the fit if an analysis reads it again. */
import { toldAgain } from '../../words/told.js';
import { dataChanged } from '../../words/errors/models/refits.js';
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
  const { columns } = fingerprint;
  throw new InputError(toldAgain(dataChanged(), { columns }), subject);
}

/** `checkUnchanged` for a column that the model does not name. A fit keeps copies of the columns that it names. */
export function checkOtherColumn(
  subject: string,
  context: FitContext,
  column: string | undefined,
): void {
  if (column === undefined || namedColumns(context.model).includes(column)) return;
  checkUnchanged(subject, context);
}
