/** Residuals of the levels, divided by what approximates the matrix of their equations. */
import { doubles, get, getInt } from '../../memory/layout';
import { Effects, firstLevel, LANES, lanes } from './effects';
import { Factor, solveFactor } from './factor';
import { Iteration } from './iteration';

/**
 * conditioned := M^-1 residual and square := residual' conditioned, M the levels' weights V or the factors. With V it is
 * the sum of squares of the level means left; with factors that of what the effects would still take out.
 */
export function condition(effects: Effects, iteration: Iteration): void {
  if (iteration.factors == 0) return divideByWeights(effects, iteration);
  const z = iteration.conditioned;
  memory.copy(z, iteration.residual, doubles(LANES * effects.nlevels));
  for (let place = 0; place < effects.nothers; ++place) {
    const factor = changetype<Factor>(usize(getInt(iteration.factors, place)));
    solveFactor(factor, lanes(z, firstLevel(effects, place)));
  }
  multiplyLanes(effects.nlevels, iteration.residual, z, iteration.square);
}

/** The same with V. */
export function divideByWeights(effects: Effects, iteration: Iteration): void {
  let a = f64x2.splat(0);
  for (let level = 0; level < effects.nlevels; ++level) {
    const share = f64x2.splat(get(effects.levelShare, level));
    const from = lanes(iteration.residual, level);
    const left = v128.load(from);
    a = f64x2.add(a, f64x2.mul(share, f64x2.mul(left, left)));
    const to = lanes(iteration.conditioned, level);
    v128.store(to, f64x2.mul(share, left));
  }
  v128.store(iteration.square, a);
}

/** out := x'y for each of two columns. */
export function multiplyLanes(n: i32, x: usize, y: usize, out: usize): void {
  let a = f64x2.splat(0);
  for (let level = 0; level < n; ++level) {
    const p = lanes(x, level);
    const s = lanes(y, level);
    a = f64x2.add(a, f64x2.mul(v128.load(p), v128.load(s)));
  }
  v128.store(out, a);
}
