import { InputError, NumericalError } from '../../core/errors/errors.js';
import { Status } from '../../core/engine/status.js';
import { largestText } from './memory.js';
import { type FileRows, rowNumber } from '../../data/index.js';

/** The error for a column with too many distinct values to keep in memory. */
export function tooManyValues(column: string, most: number): InputError {
  const message = `column "${column}": expected at most ${most} different values in a file that is streamed, found more; group them, or use fewer rows`;
  return new InputError('too-many-values', message, { column, most });
}

/** Turns an error about a row of a block into one about row `row` of the whole file. */
export function withRow(
  error: InputError,
  row: (row: number) => number,
  fileRows: FileRows | undefined,
): InputError {
  const { detail } = error;
  const { row: partRow } = detail;
  if (typeof partRow !== 'number') return error;
  const whole = rowNumber(row(partRow - rowNumber(0)), fileRows);
  return error.retold({ detail: { ...detail, row: whole } });
}

/** The error if the option `stream` is true, but `reason` needs all rows in memory. */
export function notStreamed(name: string, reason: string): InputError {
  const message = `expected a model and a file that can be read in parts, found ${reason}, for which all rows must be in memory; leave out stream (--stream)`;
  return new InputError(
    'not-streamed',
    message,
    { file: name, reason },
    { of: name, key: 'stream' },
  );
}

/** The error if the file does not fit into memory, and `reason` needs all its rows. */
export function tooLarge(
  { name, bytes }: { name: string; bytes: number },
  reason: string,
): InputError {
  const limit = largestText();
  const message = `expected at most ${limit} bytes for ${reason}, for which all rows must be in memory, found ${bytes}; keep only the rows and columns of the model, or choose a model that can be streamed (docs/how-to/large-files.md)`;
  return new InputError('file-too-large', message, { file: name, bytes, limit, reason }, name);
}

/**
 * The error for columns whose sums of squares overflow or underflow unless the columns are first scaled by powers of
 * two.
 */
export function needsMemory(estimator: string): NumericalError {
  const message = `a column has squares near the limits of a double, which needs all rows in memory; measure it in other units`;
  return new NumericalError(
    'extreme-column',
    message,
    {},
    { of: estimator, status: Status.ExtremeColumn },
  );
}
