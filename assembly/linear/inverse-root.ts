/**
 * The root of (X'X)^-1: T upper triangular with T T' = (X'X)^-1, from the triangle R of X = Q R.
 *
 * T = R^-1, inverted in doubled precision, has the error of R, condition times eps. Where that matters, X R^-1 is
 * formed in doubled precision row by row. It is orthonormal except for the error of R, so its triangle C is close to
 * the identity, and T = R^-1 C^-1 has nearly full precision whatever the condition of X.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, set } from '../memory/layout';
import { daxpy, dscal } from '../blas/level1';
import { divideBy, doubled, normalize, setDoubled, subtractMultiple } from '../blas/doubled';
import { divide, widen } from '../arithmetic/dd';
import { triangleEntry, triangleSize } from '../blas/panels';
import { Status } from '../status';
import { LinearModel } from './linear';
import { ROWS, RowBlock, foldBlock, lowWords, nextRows } from './row-block';

/** root := R^-1, both k x k upper triangles with zeros below the diagonal of the inverse. */
export function invertTriangle(k: i32, r: usize, root: usize): Status {
  const scope = mark();
  const length = (k + 1) & ~1;
  const column = allocZeroed(doubles(length));
  const lows = allocZeroed(doubles(length));
  const padding = allocZeroed(doubles(length));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    memory.fill(column, 0, doubles(length));
    memory.fill(lows, 0, doubles(length));
    set(column, j, 1);
    for (let i = j; i >= 0; --i) {
      const diagonal = widen(load<f64>(entry(r, k, i, i)));
      const value = divide(doubled(column, lows, i), diagonal);
      setDoubled(column, lows, i, value);
      memory.copy(padding, entry(r, k, 0, i), doubles(i));
      set(padding, i, 0);
      subtractMultiple((i + 1) & ~1, value, padding, 0, column, lows);
      normalize((i + 1) & ~1, column, lows);
    }
    memory.copy(entry(root, k, 0, j), column, doubles(k));
  }
  release(scope);
  return Status.Ok;
}

/** root := R^-1 C^-1, with C the triangle of X R^-1; `root` is R^-1 on entry. */
export function improveRoot(model: LinearModel, block: RowBlock, r: usize, root: usize): Status {
  const k = model.k;
  const scope = mark();
  const triangle = allocZeroed(doubles(triangleSize(k)));
  const lows = alloc(doubles(ROWS * k));
  if (exhausted()) return Status.OutOfMemory;
  foldOrthogonal(model, block, r, lows, triangle);
  multiplyInverse(k, triangle, root);
  release(scope);
  return Status.Ok;
}

/** Adds the rows of X R^-1 to the triangle C (panels); `lows` is ROWS x k. */
export function foldOrthogonal(
  model: LinearModel,
  block: RowBlock,
  r: usize,
  lows: usize,
  triangle: usize,
): void {
  for (let more = nextRows(block, model, true); more; more = nextRows(block, model, false)) {
    orthogonalize(model.k, block, r, lows);
    foldBlock(block, model.k, block.values, triangle);
  }
}

/** root := root C^-1 for the triangle C (panels). */
export function multiplyInverse(k: i32, triangle: usize, root: usize): void {
  for (let j = 0; j < k; ++j) {
    const column = entry(root, k, 0, j);
    for (let i = 0; i < j; ++i) {
      daxpy(i + 1, -load<f64>(triangleEntry(triangle, i, j)), entry(root, k, 0, i), column);
    }
    dscal(j + 1, 1 / load<f64>(triangleEntry(triangle, j, j)), column);
  }
}

/** Columns of X in the block := X R^-1; `lows` takes their low words, ROWS x k. */
function orthogonalize(k: i32, block: RowBlock, r: usize, lows: usize): void {
  const length = block.length;
  for (let j = 0; j < k; ++j) {
    const column = entry(block.values, ROWS, 0, j);
    const low = entry(lows, ROWS, 0, j);
    const given = lowWords(block, j);
    if (given == 0) memory.fill(low, 0, doubles(length));
    else memory.copy(low, given, doubles(length));
    for (let i = 0; i < j; ++i) {
      const weight = widen(load<f64>(entry(r, k, i, j)));
      const known = entry(block.values, ROWS, 0, i);
      subtractMultiple(length, weight, known, entry(lows, ROWS, 0, i), column, low);
    }
    normalize(length, column, low);
    divideBy(length, load<f64>(entry(r, k, j, j)), column, low);
  }
}
