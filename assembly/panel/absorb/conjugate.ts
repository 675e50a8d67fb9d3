/**
 * Conjugate gradients in the values of the levels. With the first dimension eliminated, the effects a of the other
 * levels solve
 *
 *   D2'W (I - P1) D2 a = D2'W (I - P1) x,   P1 = D1 M1,
 *
 * preconditioned by the levels' weights V. For two dimensions this is the conjugate gradient acceleration of alternating
 * projections (Correia, 2016, "Linear models with high-dimensional fixed effects"), with vectors as long as the levels
 * instead of the rows. Four columns share each pass, each with its own step lengths; a column that has converged no
 * longer changes.
 *
 * Where the levels hang together by few rows, as workers who seldom change their firm, this takes thousands of
 * iterations. The first ones show it; then each dimension, with the first one eliminated, is factored once for all
 * columns (`factor.ts`), and the factors replace V.
 */
import { mark, release } from '../../memory/arena';
import { doubles, get, set } from '../../memory/layout';
import { Status } from '../../status';
import { condition, multiplyLanes } from './condition';
import { Effects, LANES, lanes, weightOf } from './effects';
import { factorEffects } from './factor';
import { hasReached, isSlow, Iteration, openIteration, reached } from './iteration';
import { applyLevels, demeanFirst, levelSums, subtractLevels } from './sweep';

/**
 * Maximum number of rounds that remove what is left of the effects; usually the first removes it and the second finds
 * nothing.
 */
const ROUNDS: i32 = 4;

/** Removes all effects from four columns x (nrows x 4, interleaved). */
export function removeEffects(effects: Effects, iteration: Iteration, x: usize): Status {
  demeanFirst(effects, x);
  demeanFirst(effects, x); // removes the rounding errors of the means
  if (effects.nothers == 0) return Status.Ok;
  setGoals(effects, iteration, x);
  const status = removeLevels(effects, iteration, x);
  if (!iteration.isSlow) return status;
  iteration.isSlow = false;
  const scope = mark();
  iteration.factors = factorEffects(effects);
  if (iteration.factors == 0) {
    release(scope);
    iteration.keepsFactors = false;
  }
  return removeLevels(effects, iteration, x);
}

function removeLevels(effects: Effects, iteration: Iteration, x: usize): Status {
  const scope = mark();
  if (!openIteration(effects, iteration)) return Status.OutOfMemory;
  let status = Status.NotConverged;
  let count = 0;
  for (let round = 0; round < ROUNDS && !iteration.isSlow; ++round) {
    levelSums(effects, x, iteration.residual);
    measure(effects, iteration);
    if (reached(iteration)) {
      status = Status.Ok;
      break;
    }
    count += solve(effects, iteration, iteration.maxIterations - count);
    if (count == iteration.maxIterations) break;
    subtractLevels(effects, iteration.effects, x);
    demeanFirst(effects, x);
  }
  iteration.count = max(iteration.count, count);
  release(scope);
  return status;
}

/** Iterates until every column has reached its goal or is slow to; returns the number of iterations. */
function solve(effects: Effects, iteration: Iteration, most: i32): i32 {
  const bytes = doubles(LANES * effects.nlevels);
  memory.fill(iteration.effects, 0, bytes);
  memory.fill(iteration.direction, 0, bytes);
  for (let count = 0; count < most; ++count) {
    condition(effects, iteration);
    setTurns(iteration, count == 0);
    turnDirection(effects, iteration);
    applyLevels(effects, iteration.direction, iteration.product);
    setSteps(effects, iteration);
    takeStep(effects, iteration);
    measure(effects, iteration);
    if (reached(iteration)) return count + 1;
    if (isSlow(iteration, count + 1)) return count + 1;
  }
  return most;
}

/** goal: squared tolerance times the weighted sum of squares of each column. */
function setGoals(effects: Effects, iteration: Iteration, x: usize): void {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  for (let row = 0; row < effects.nrows; ++row) {
    const weight = f64x2.splat(weightOf(effects, row));
    const from = lanes(x, row);
    const left = v128.load(from);
    const right = v128.load(from, 16);
    a = f64x2.add(a, f64x2.mul(weight, f64x2.mul(left, left)));
    b = f64x2.add(b, f64x2.mul(weight, f64x2.mul(right, right)));
  }
  const share = f64x2.splat(iteration.tolerance * iteration.tolerance);
  v128.store(iteration.goal, f64x2.mul(share, a));
  v128.store(iteration.goal, f64x2.mul(share, b), 16);
}

/** square := residual' V^-1 residual, V the levels' weights: the squares of the level means left. */
function measure(effects: Effects, iteration: Iteration): void {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  for (let level = 0; level < effects.nlevels; ++level) {
    const share = f64x2.splat(get(effects.levelShare, level));
    const from = lanes(iteration.residual, level);
    const left = v128.load(from);
    const right = v128.load(from, 16);
    a = f64x2.add(a, f64x2.mul(share, f64x2.mul(left, left)));
    b = f64x2.add(b, f64x2.mul(share, f64x2.mul(right, right)));
  }
  v128.store(iteration.square, a);
  v128.store(iteration.square, b, 16);
}

/** step := inner / direction'product, 0 for columns that have reached their goal. */
function setSteps(effects: Effects, iteration: Iteration): void {
  multiplyLanes(effects.nlevels, iteration.direction, iteration.product, iteration.step);
  for (let c = 0; c < LANES; ++c) {
    const curvature = get(iteration.step, c);
    const stands = hasReached(iteration, c) || !(curvature > 0);
    set(iteration.step, c, stands ? 0 : get(iteration.inner, c) / curvature);
  }
}

/** turn := inner / its old value, which is in `turn` on entry; 0 for converged columns and in the first iteration. */
function setTurns(iteration: Iteration, isFirst: bool): void {
  for (let c = 0; c < LANES; ++c) {
    const before = get(iteration.turn, c);
    const stands = isFirst || hasReached(iteration, c) || !(before > 0);
    set(iteration.turn, c, stands ? 0 : get(iteration.inner, c) / before);
  }
}

/** direction := conditioned + turn * direction. */
function turnDirection(effects: Effects, iteration: Iteration): void {
  const left = v128.load(iteration.turn);
  const right = v128.load(iteration.turn, 16);
  for (let level = 0; level < effects.nlevels; ++level) {
    const z = lanes(iteration.conditioned, level);
    const p = lanes(iteration.direction, level);
    v128.store(p, f64x2.add(v128.load(z), f64x2.mul(left, v128.load(p))));
    v128.store(p, f64x2.add(v128.load(z, 16), f64x2.mul(right, v128.load(p, 16))), 16);
  }
}

/** effects += step * direction, residual -= step * product. */
function takeStep(effects: Effects, iteration: Iteration): void {
  const left = v128.load(iteration.step);
  const right = v128.load(iteration.step, 16);
  for (let level = 0; level < effects.nlevels; ++level) {
    const a = lanes(iteration.effects, level);
    const p = lanes(iteration.direction, level);
    v128.store(a, f64x2.add(v128.load(a), f64x2.mul(left, v128.load(p))));
    v128.store(a, f64x2.add(v128.load(a, 16), f64x2.mul(right, v128.load(p, 16))), 16);
    const r = lanes(iteration.residual, level);
    const s = lanes(iteration.product, level);
    v128.store(r, f64x2.sub(v128.load(r), f64x2.mul(left, v128.load(s))));
    v128.store(r, f64x2.sub(v128.load(r, 16), f64x2.mul(right, v128.load(s, 16))), 16);
  }
}
