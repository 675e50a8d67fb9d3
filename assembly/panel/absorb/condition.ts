/** Residuals of the levels, divided by what approximates the matrix of their equations. */
import { doubles, get, getInt } from '../../memory/layout';
import { Effects, firstLevel, LANES, lanes } from './effects';
import { Factor, solveFactor } from './factor';
import { Iteration } from './iteration';

/** conditioned := V^-1 residual, or what the factors make of it; inner := residual' conditioned, its old value in `turn`. */
export function condition(effects: Effects, iteration: Iteration): void {
  const z = iteration.conditioned;
  memory.copy(iteration.turn, iteration.inner, doubles(LANES));
  if (iteration.factors == 0) {
    divideByWeights(effects, iteration);
    memory.copy(iteration.inner, iteration.square, doubles(LANES));
    return;
  }
  memory.copy(z, iteration.residual, doubles(LANES * effects.nlevels));
  for (let place = 0; place < effects.nothers; ++place) {
    const factor = changetype<Factor>(usize(getInt(iteration.factors, place)));
    solveFactor(factor, lanes(z, firstLevel(effects, place)));
  }
  multiplyLanes(effects.nlevels, iteration.residual, z, iteration.inner);
}

/** conditioned := V^-1 residual. */
function divideByWeights(effects: Effects, iteration: Iteration): void {
  for (let level = 0; level < effects.nlevels; ++level) {
    const share = f64x2.splat(get(effects.levelShare, level));
    const from = lanes(iteration.residual, level);
    const to = lanes(iteration.conditioned, level);
    v128.store(to, f64x2.mul(share, v128.load(from)));
    v128.store(to, f64x2.mul(share, v128.load(from, 16)), 16);
  }
}

/** out := x'y for each of four columns. */
export function multiplyLanes(n: i32, x: usize, y: usize, out: usize): void {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  for (let level = 0; level < n; ++level) {
    const p = lanes(x, level);
    const s = lanes(y, level);
    a = f64x2.add(a, f64x2.mul(v128.load(p), v128.load(s)));
    b = f64x2.add(b, f64x2.mul(v128.load(p, 16), v128.load(s, 16)));
  }
  v128.store(out, a);
  v128.store(out, b, 16);
}
