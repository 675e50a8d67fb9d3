/**
 * Least squares accurate to the last digit, whatever the condition of X, in O(k^2) memory in addition to the data.
 *
 *   X = Q R                by Householder reflectors, block of rows after block, without keeping Q
 *   rank                   from a QR of R with column pivoting
 *   b                      R^-1 Q'y, refined in doubled precision (refine.ts)
 *   (X'X)^-1 = T T'        T = R^-1, improved if the condition requires it (inverse-root.ts)
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { dnrm2 } from '../blas/level1';
import { dsyrk } from '../blas/level3';
import { dtrsv } from '../blas/level2';
import { NoTrans, Upper } from '../blas/options';
import { triangleSize } from '../blas/panels';
import { Status } from '../status';
import { checkRank } from './collinearity';
import { improveRoot, invertTriangle } from './inverse-root';
import { LinearModel } from './linear';
import { refine } from './refine';
import { RowBlock, foldBlock, nextRows, openBlock } from './row-block';
import { mirror, unpackTriangle } from '../blas/triangles';

/** Up to this condition number R^-1 has 13 digits without improvement (its error is condition times eps). */
const PLAIN_CONDITION: f64 = 100;

/**
 * Solves the model: params, residuals, bread, root (unless 0), rss, rank, condition. The caller allocates the arrays.
 */
export function leastSquares(model: LinearModel): Status {
  const scope = mark();
  const status = solve(model);
  release(scope);
  return status;
}

function solve(model: LinearModel): Status {
  const k = model.k;
  const block = changetype<RowBlock>(alloc(offsetof<RowBlock>()));
  if (!openBlock(block, model)) return Status.OutOfMemory;
  const r = allocZeroed(doubles(k * k));
  const b = alloc(doubles(k));
  const root = model.root != 0 ? model.root : alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  let status = triangularize(model, block, r, b);
  if (status == Status.Ok) status = solveTriangle(model, block.scales, r, b, root);
  if (status != Status.Ok) return status;
  if (isIllConditioned(model)) status = improveRoot(model, block, r, root);
  if (status != Status.Ok) return status;
  formBread(model, block, root);
  return refine(model, block, r, b);
}

/** Checks the rank; b := R^-1 b, root := R^-1; sets the condition number. */
export function solveTriangle(
  model: LinearModel,
  scales: usize,
  r: usize,
  b: usize,
  root: usize,
): Status {
  const k = model.k;
  let status = checkRank(model, r, scales);
  if (status != Status.Ok) return status;
  dtrsv(Upper, NoTrans, k, r, k, b);
  status = invertTriangle(k, r, root);
  if (status == Status.Ok) model.condition = condition(k, r, root);
  return status;
}

/** True if the root needs `improveRoot`. */
export function isIllConditioned(model: LinearModel): bool {
  return model.condition > PLAIN_CONDITION;
}

/** r := the triangle of the scaled X (k x k), b := Q'y. */
function triangularize(model: LinearModel, block: RowBlock, r: usize, b: usize): Status {
  const k = model.k;
  const scope = mark();
  const whole = alloc(doubles((k + 1) * (k + 1)));
  if (exhausted()) return Status.OutOfMemory;
  const status = triangularizeAll(model, block, whole);
  if (status != Status.Ok) return status;
  splitTriangle(k, whole, r, b);
  release(scope);
  return Status.Ok;
}

/** r := the triangle of X (k x k), b := Q'y, from the triangle of [X y]. */
export function splitTriangle(k: i32, whole: usize, r: usize, b: usize): void {
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(r, k, 0, j), entry(whole, k + 1, 0, j), doubles(k));
  }
  memory.copy(b, entry(whole, k + 1, 0, k), doubles(k));
}

/** r := the triangle of the scaled [X y], (k + 1) x (k + 1) with zeros below. */
export function triangularizeAll(model: LinearModel, block: RowBlock, r: usize): Status {
  const width = model.k + 1;
  const scope = mark();
  const panels = allocZeroed(doubles(triangleSize(width)));
  if (exhausted()) return Status.OutOfMemory;
  foldRows(model, block, panels);
  memory.fill(r, 0, doubles(width * width));
  unpackTriangle(width, panels, r, width);
  release(scope);
  return Status.Ok;
}

/** Adds the rows of a model to the triangle `panels` of the scaled [X y]. */
export function foldRows(model: LinearModel, block: RowBlock, panels: usize): void {
  for (let more = nextRows(block, model, true); more; more = nextRows(block, model, false)) {
    foldBlock(block, model.k + 1, block.values, panels);
  }
}

/** Condition number in the 1-norm of R with columns of unit length, given its inverse. */
export function condition(k: i32, r: usize, inverse: usize): f64 {
  const scope = mark();
  const lengths = alloc(doubles(k));
  let size: f64 = 0;
  let inverseSize: f64 = 0;
  for (let j = 0; j < k; ++j) {
    set(lengths, j, dnrm2(j + 1, entry(r, k, 0, j)));
    let sum: f64 = 0;
    let inverseSum: f64 = 0;
    for (let i = 0; i <= j; ++i) {
      sum += abs(load<f64>(entry(r, k, i, j)));
      inverseSum += abs(load<f64>(entry(inverse, k, i, j))) * get(lengths, i);
    }
    size = max(size, sum / get(lengths, j));
    inverseSize = max(inverseSize, inverseSum);
  }
  release(scope);
  return size * inverseSize;
}

/** bread := T T' in the units of the data; T is the root for scaled columns and becomes that for X. */
export function formBread(model: LinearModel, block: RowBlock, root: usize): void {
  const k = model.k;
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const element = entry(root, k, i, j);
      store<f64>(element, load<f64>(element) * get(block.scales, i));
    }
  }
  dsyrk(Upper, NoTrans, k, k, 1, root, k, 0, model.bread, k);
  mirror(k, model.bread);
}
