/** The state of conjugate gradients (`conjugate.ts`), and when their columns have converged. */
import { alloc, exhausted } from '../../memory/arena';
import { doubles, get, set } from '../../memory/layout';
import { Effects, LANES } from './effects';

/** After twice this number of iterations their contraction decides whether factors are needed. */
const PROBE: i32 = 5;

// @ts-ignore: decorator
@lazy
const GOALS: usize = memory.data(16, 16);


@unmanaged
export class Iteration {
  maxIterations: i32;
  /** Root mean square of the level means left in a column, as a share of the column's. */
  tolerance: f64;
  /** Maximum over blocks of columns of the iterations done. */
  count: i32;
  /** True if what is allocated for a block of columns stays for the next ones. */
  keepsFactors: bool;
  /** True if the iterations of a block need factors. */
  isSlow: bool;
  /** Factors of the other dimensions, 0 before they are needed. */
  factors: usize;
  /** f64, levels x 2: effects, residuals, these divided by V or solved by the factors, directions and products. */
  effects: usize;
  residual: usize;
  conditioned: usize;
  direction: usize;
  product: usize;
  /** f64, 2: residual' `conditioned` of each column, its goal, step length and the weight of the old direction. */
  square: usize;
  goal: usize;
  step: usize;
  turn: usize;
  /** f64, 2: `square` of an earlier iteration. */
  before: usize;
}

/** Prepares the iterations; `keepsFactors` is true if memory that is allocated from now on is kept for later columns. */
export function openIterations(
  iteration: Iteration,
  maxIterations: i32,
  tolerance: f64,
  keepsFactors: bool,
): void {
  iteration.maxIterations = maxIterations;
  iteration.tolerance = tolerance;
  iteration.count = 0;
  iteration.keepsFactors = keepsFactors;
  iteration.isSlow = false;
  iteration.factors = 0;
  iteration.goal = GOALS;
}

/** Allocates the vectors of a block of columns. */
export function openIteration(effects: Effects, iteration: Iteration): bool {
  const bytes = doubles(LANES * effects.nlevels);
  iteration.effects = alloc(bytes);
  iteration.residual = alloc(bytes);
  iteration.conditioned = alloc(bytes);
  iteration.direction = alloc(bytes);
  iteration.product = alloc(bytes);
  iteration.square = alloc(doubles(LANES));
  iteration.before = alloc(doubles(LANES));
  iteration.step = alloc(doubles(LANES));
  iteration.turn = alloc(doubles(LANES));
  return !exhausted();
}

/**
 * True if factors are needed: after 2 PROBE iterations, with the contraction of the last PROBE, four times as many do
 * not reach the goal. `before` has the squares of PROBE iterations.
 */
export function isSlow(iteration: Iteration, count: i32): bool {
  if (!iteration.keepsFactors || iteration.factors != 0) return false;
  if (count == PROBE) memory.copy(iteration.before, iteration.square, doubles(LANES));
  if (count != 2 * PROBE) return false;
  for (let c = 0; c < LANES; ++c) {
    const square = get(iteration.square, c);
    const ratio = square / get(iteration.before, c);
    const predicted = square * ratio * ratio * ratio * ratio;
    if (!hasReached(iteration, c) && predicted > get(iteration.goal, c)) iteration.isSlow = true;
  }
  return iteration.isSlow;
}

/** True if the factors took no column closer to its goal, which rounding may put out of reach, for 2 PROBE iterations. */
export function isStalled(iteration: Iteration, count: i32): bool {
  if (iteration.factors == 0 || count % (2 * PROBE) != 0) return false;
  let stalls = count > 2 * PROBE;
  for (let c = 0; c < LANES; ++c) {
    const square = get(iteration.square, c);
    if (!hasReached(iteration, c) && square < 0.5 * get(iteration.before, c)) stalls = false;
    set(iteration.before, c, square);
  }
  return stalls;
}

export function hasReached(iteration: Iteration, column: i32): bool {
  return get(iteration.square, column) <= get(iteration.goal, column);
}

export function reached(iteration: Iteration): bool {
  for (let c = 0; c < LANES; ++c) {
    if (!hasReached(iteration, c)) return false;
  }
  return true;
}
