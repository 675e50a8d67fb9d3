/** Refuses a table that its owner has changed since the fit if an analysis reads it again. */
import { toldAgain } from '../../words/told.js';
import { dataChanged } from '../../words/errors/models/refits.js';
import { InputError } from '../../core/errors/errors.js';
import { holds } from '../../data/index.js';
import type { FitContext } from '../fit-context.js';

/**
 * Checks the columns of the model before the data are read again.
 *
 * @throws InputError `data-changed`
 */
export function checkUnchanged(
  subject: string,
  { fingerprint }: Pick<FitContext, 'fingerprint'>,
): void {
  if (fingerprint === undefined || holds(fingerprint)) return;
  const { columns } = fingerprint;
  throw new InputError(toldAgain(dataChanged(), { columns }), subject);
}

/** `checkUnchanged` if the model does not name each of the columns. A fit keeps copies of those that it names. */
export function checkOtherColumns(
  subject: string,
  context: FitContext,
  columns: readonly (string | undefined)[],
): void {
  const named = context.fingerprint?.columns ?? [];
  if (columns.every((column) => column === undefined || named.includes(column))) return;
  checkUnchanged(subject, context);
}
