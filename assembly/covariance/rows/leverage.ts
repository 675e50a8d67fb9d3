/**
 * Leverages: the diagonal of the hat matrix X (X'X)^-1 X', as squared lengths of the rows of X C with (X'X)^-1 = C C'.
 * They are never negative, and as accurate as C; an inverse of X'X would lose digits.
 */
import { exhausted, mark, release } from '../../memory/arena';
import { addressOf, set } from '../../memory/layout';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { BLOCK, openWhitened, squaredLength, whitenRows } from './whitened';

/** A larger leverage counts as 1: a coefficient fits the row, or the cluster, exactly. */
export const SATURATED: f64 = 1 - 1e-10;

/**
 * Fills model.leverage (n doubles, allocated by the caller) for unchanged rows: a row of frequency f has the leverage
 * of its f copies together.
 */
export function leverages(model: LinearModel): Status {
  const n = model.n;
  const scope = mark();
  const block = openWhitened(model);
  if (exhausted()) return Status.OutOfMemory;
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    whitenRows(block, rows, addressOf(model.x, row), n);
    for (let i = 0; i < rows; ++i) set(model.leverage, row + i, squaredLength(block, i));
  }
  release(scope);
  return Status.Ok;
}
