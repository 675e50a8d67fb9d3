import { squaresBeyondDoubles } from '../../words/errors/models/sample.js';
import * as said from '../../words/errors/models/streamed.js';
import { InputError, NumericalError } from '../../core/errors/errors.js';
import { Status } from '../../core/engine/status.js';
import { largestText } from './memory.js';
import { type FileRows, rowNumber } from '../../data/index.js';

/** The error for a column with too many distinct values to keep in memory. */
export function tooManyValues(column: string, most: number): InputError {
  return new InputError(said.tooManyValues({ column, most }));
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

/** The error if the option `stream` is true, but all rows must be in memory. */
export function refusedStream(file: string, cause: said.WholeRows): InputError {
  const detail = { file, reason: said.wholeRowsWords(cause), cause };
  return new InputError(said.notStreamed(detail), { of: file, key: 'stream' });
}

/** The error if the file does not fit into memory, but all its rows must be there. */
export function tooLarge(
  { name: file, bytes }: { readonly name: string; readonly bytes: number },
  cause: said.WholeRows,
): InputError {
  const detail = { file, bytes, limit: largestText(), reason: said.wholeRowsWords(cause), cause };
  return new InputError(said.fileTooLarge(detail), file);
}

/**
 * The error for columns whose sums of squares overflow or underflow unless the columns are first scaled by powers of
 * two.
 */
export function needsMemory(estimator: string): NumericalError {
  return new NumericalError(squaresBeyondDoubles(), {
    of: estimator,
    status: Status.ExtremeColumn,
  });
}
