/**
 * The bootstrap as one would write it with ml-matrix: each replicate gathers the rows of the units it
 * drew, rebuilds the weight matrices and moments from them, and solves.
 */
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import { drawUnits } from '../random.js';
import type { Design } from './plain-js/design.js';
import type { Replicates } from './plain-js/bootstrap.js';

/** One unit's rows as matrices: y (rows x 1), X (rows x k), Z (rows x l), H (rows x rows). */
export interface UnitRows {
  readonly y: Matrix;
  readonly x: Matrix;
  readonly z: Matrix;
  readonly h: Matrix;
}

export function toUnitRows({ units, k, l }: Design): UnitRows[] {
  return units.map(({ rows, y, x, z, h }) => ({
    y: Matrix.from1DArray(rows, 1, y),
    x: Matrix.from1DArray(rows, k, x),
    z: Matrix.from1DArray(rows, l, z),
    h: Matrix.from1DArray(rows, rows, h),
  }));
}

/** Two-step coefficients (k x 1) and J from the rows of a sample of units. */
export function estimateRows(sample: readonly UnitRows[]): { beta: Matrix; j: number } {
  const l = sample[0]!.z.columns;
  const oneStepWeight = Matrix.zeros(l, l);
  const zx = Matrix.zeros(l, sample[0]!.x.columns);
  const zy = Matrix.zeros(l, 1);
  for (const { y, x, z, h } of sample) {
    const zt = z.transpose();
    oneStepWeight.add(zt.mmul(h).mmul(z));
    zx.add(zt.mmul(x));
    zy.add(zt.mmul(y));
  }
  const beta1 = minimise(oneStepWeight, zx, zy);
  const twoStepWeight = Matrix.zeros(l, l);
  for (const { y, x, z } of sample) {
    const g = z.transpose().mmul(Matrix.sub(y, x.mmul(beta1)));
    twoStepWeight.add(g.mmul(g.transpose()));
  }
  const beta = minimise(twoStepWeight, zx, zy);
  const moments = Matrix.sub(zy, zx.mmul(beta));
  const whitened = new CholeskyDecomposition(twoStepWeight).solve(moments);
  return { beta, j: moments.transpose().mmul(whitened).get(0, 0) };
}

/** The coefficients that minimise m' W^-1 m with m = Z'y - Z'X beta. */
function minimise(weight: Matrix, zx: Matrix, zy: Matrix): Matrix {
  // the decomposition insists on exact symmetry, which (Z'H)Z has only up to rounding
  const symmetric = Matrix.add(weight, weight.transpose()).mul(0.5);
  const cholesky = new CholeskyDecomposition(symmetric);
  const xz = zx.transpose();
  return solve(xz.mmul(cholesky.solve(zx)), xz.mmul(cholesky.solve(zy)));
}

/** `reps` replicates with the draws of the plain JavaScript bootstrap. */
export function bootstrapRows(units: readonly UnitRows[], reps: number, seed: number): Replicates {
  const k = units[0]!.x.columns;
  const draws = new Int32Array(units.length);
  const beta = new Float64Array(reps * k).fill(NaN);
  const j = new Float64Array(reps);
  let failed = 0;
  for (let r = 0; r < reps; r++) {
    drawUnits(draws, seed, r);
    const estimate = estimateRows(Array.from(draws, (unit) => units[unit]!));
    j[r] = estimate.j;
    if (Number.isNaN(estimate.j)) failed++;
    else beta.set(estimate.beta.to1DArray(), r * k);
  }
  return { beta, j, failed };
}
