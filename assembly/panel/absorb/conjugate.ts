/**
 * Conjugate gradients in the values of the levels. With the first dimension eliminated, the effects a of the other
 * levels solve
 *
 *   D2'W (I - P1) D2 a = D2'W (I - P1) x,   P1 = D1 M1,
 *
 * preconditioned by the levels' weights V. For two dimensions this is the conjugate gradient acceleration of alternating
 * projections (Correia, 2016, "Linear models with high-dimensional fixed effects"), with vectors as long as the levels
 * instead of the rows. Two columns share each pass, each with its own step lengths; a column that has converged no
 * longer changes.
 *
 * Where the levels hang together by few rows, as workers who seldom change their firm, this takes thousands of
 * iterations. The first ones show it; then each dimension, with the first one eliminated, is factored once for all
 * columns (`factor.ts`), and the factors replace V.
 */
import { mark, release } from '../../memory/arena';
import { doubles, get, set } from '../../memory/layout';
import { Status } from '../../status';
import { condition, divideByWeights, multiplyLanes } from './condition';
import { Effects, LANES, lanes, weightOf } from './effects';
import { factorEffects } from './factor';
import { hasReached, isSlow, isStalled, Iteration, openIteration, reached } from './iteration';
import { applyLevels, demeanFirst, levelSums, subtractLevels } from './sweep';

/**
 * Maximum number of rounds that remove what is left of the effects; usually the first removes it and the second finds
 * nothing.
 */
const ROUNDS: i32 = 4;

/** Iterations of a round after which one that stalls ends. */
const STALL: i32 = 500;

/** Removes all effects from two columns x (nrows x 2, interleaved). */
export function removeEffects(effects: Effects, iteration: Iteration, x: usize): Status {
  demeanFirst(effects, x);
  demeanFirst(effects, x); // removes the rounding errors of the means
  if (effects.nothers == 0) return Status.Ok;
  setGoals(effects, iteration, x);
  if (iteration.keepsFactors && effects.isUneven) factor(effects, iteration);
  const status = removeLevels(effects, iteration, x);
  if (!iteration.isSlow) return status;
  factor(effects, iteration);
  return removeLevels(effects, iteration, x);
}

/** Factors the other dimensions, once for all columns; without memory for it the iterations go on without. */
function factor(effects: Effects, iteration: Iteration): void {
  iteration.isSlow = false;
  if (iteration.factors != 0) return;
  const scope = mark();
  iteration.factors = factorEffects(effects);
  if (iteration.factors != 0) return;
  release(scope);
  iteration.keepsFactors = false;
}

function removeLevels(effects: Effects, iteration: Iteration, x: usize): Status {
  const scope = mark();
  if (!openIteration(effects, iteration)) return Status.OutOfMemory;
  let status = Status.NotConverged;
  let count = 0;
  for (let round = 0; round < ROUNDS && !iteration.isSlow; ++round) {
    levelSums(effects, x, iteration.residual);
    if (hasConverged(effects, iteration, round)) {
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

/** After a round that factors have judged, level means as small as without them are enough: the rest is rounding. */
function hasConverged(effects: Effects, iteration: Iteration, round: i32): bool {
  if (round > 0) divideByWeights(effects, iteration);
  if (round > 0 && reached(iteration)) return true;
  condition(effects, iteration);
  return reached(iteration);
}

/** Iterates until every column has reached its goal, is slow to, or gets no closer; returns the number of iterations. */
function solve(effects: Effects, iteration: Iteration, most: i32): i32 {
  const bytes = doubles(LANES * effects.nlevels);
  memory.fill(iteration.effects, 0, bytes);
  memory.fill(iteration.direction, 0, bytes);
  for (let count = 0; count < most; ++count) {
    setTurns(iteration, count == 0);
    turnDirection(effects, iteration);
    applyLevels(effects, iteration.direction, iteration.product);
    setSteps(effects, iteration);
    takeStep(effects, iteration);
    memory.copy(iteration.turn, iteration.square, doubles(LANES));
    condition(effects, iteration);
    if (reached(iteration) || isSlow(iteration, count + 1)) return count + 1;
    if (isStalled(iteration, count + 1) && isEnough(effects, iteration, count)) return count + 1;
  }
  return most;
}

/**
 * True if iterations that stall end the round: the level means left are as small as without factors, or the next round,
 * whose residuals are fresh, goes on.
 */
function isEnough(effects: Effects, iteration: Iteration, count: i32): bool {
  divideByWeights(effects, iteration);
  if (reached(iteration) || count > STALL) return true;
  condition(effects, iteration);
  return false;
}

/** goal: squared tolerance times the weighted sum of squares of each column. */
function setGoals(effects: Effects, iteration: Iteration, x: usize): void {
  let a = f64x2.splat(0);
  for (let row = 0; row < effects.nrows; ++row) {
    const weight = f64x2.splat(weightOf(effects, row));
    const from = lanes(x, row);
    const left = v128.load(from);
    a = f64x2.add(a, f64x2.mul(weight, f64x2.mul(left, left)));
  }
  const share = f64x2.splat(iteration.tolerance * iteration.tolerance);
  v128.store(iteration.goal, f64x2.mul(share, a));
}

/** step := square / direction'product, 0 for columns that have reached their goal. */
function setSteps(effects: Effects, iteration: Iteration): void {
  multiplyLanes(effects.nlevels, iteration.direction, iteration.product, iteration.step);
  for (let c = 0; c < LANES; ++c) {
    const curvature = get(iteration.step, c);
    const stands = hasReached(iteration, c) || !(curvature > 0);
    set(iteration.step, c, stands ? 0 : get(iteration.square, c) / curvature);
  }
}

/** turn := square / its old value, which is in `turn` on entry; 0 for converged columns and in the first iteration. */
function setTurns(iteration: Iteration, isFirst: bool): void {
  for (let c = 0; c < LANES; ++c) {
    const before = get(iteration.turn, c);
    const stands = isFirst || hasReached(iteration, c) || !(before > 0);
    set(iteration.turn, c, stands ? 0 : get(iteration.square, c) / before);
  }
}

/** direction := conditioned + turn * direction. */
function turnDirection(effects: Effects, iteration: Iteration): void {
  const left = v128.load(iteration.turn);
  for (let level = 0; level < effects.nlevels; ++level) {
    const z = lanes(iteration.conditioned, level);
    const p = lanes(iteration.direction, level);
    v128.store(p, f64x2.add(v128.load(z), f64x2.mul(left, v128.load(p))));
  }
}

/** effects += step * direction, residual -= step * product. */
function takeStep(effects: Effects, iteration: Iteration): void {
  const left = v128.load(iteration.step);
  for (let level = 0; level < effects.nlevels; ++level) {
    const a = lanes(iteration.effects, level);
    const p = lanes(iteration.direction, level);
    v128.store(a, f64x2.add(v128.load(a), f64x2.mul(left, v128.load(p))));
    const r = lanes(iteration.residual, level);
    const s = lanes(iteration.product, level);
    v128.store(r, f64x2.sub(v128.load(r), f64x2.mul(left, v128.load(s))));
  }
}
