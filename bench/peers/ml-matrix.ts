/**
 * The bootstrap as one would write it with ml-matrix: each replicate gathers the rows of the units it
 * drew into tall matrices, rebuilds the weight matrices and moments from them, and solves. Few large
 * products: ml-matrix allocates one array per matrix row, so many small ones take three times as long.
 */
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import { drawUnits } from '../random.js';
import type { Design } from './plain-js/design.js';
import type { Replicates } from './plain-js/bootstrap.js';

/** One unit's rows as matrices: y (rows x 1), X (rows x k), Z and H Z (rows x l). */
export interface UnitRows {
  readonly y: Matrix;
  readonly x: Matrix;
  readonly z: Matrix;
  readonly hz: Matrix;
}

export function toUnitRows({ units, k, l }: Design): UnitRows[] {
  return units.map(({ rows, ...unit }) => {
    const z = Matrix.from1DArray(rows, l, unit.z);
    return {
      y: Matrix.from1DArray(rows, 1, unit.y),
      x: Matrix.from1DArray(rows, k, unit.x),
      z,
      hz: Matrix.from1DArray(rows, rows, unit.h).mmul(z),
    };
  });
}

/** Two-step coefficients (k x 1) and J from the rows of a sample of units. */
export function estimateRows(sample: readonly UnitRows[]): { beta: Matrix; j: number } {
  const x = gather(sample.map((unit) => unit.x));
  const y = gather(sample.map((unit) => unit.y));
  const zt = gather(sample.map((unit) => unit.z)).transpose();
  const zx = zt.mmul(x);
  const zy = zt.mmul(y);
  const oneStepWeight = zt.mmul(gather(sample.map((unit) => unit.hz)));
  const beta1 = minimise(oneStepWeight, zx, zy);
  const residuals = Matrix.sub(y, x.mmul(beta1));
  const g = unitMoments(sample, residuals);
  const twoStepWeight = g.transpose().mmul(g);
  const beta = minimise(twoStepWeight, zx, zy);
  const moments = Matrix.sub(zy, zx.mmul(beta));
  const whitened = new CholeskyDecomposition(twoStepWeight).solve(moments);
  return { beta, j: moments.transpose().mmul(whitened).get(0, 0) };
}

/** The matrices on top of each other. */
function gather(parts: readonly Matrix[]): Matrix {
  const rows = parts.reduce((total, part) => total + part.rows, 0);
  const tall = new Matrix(rows, parts[0]!.columns);
  let top = 0;
  for (const part of parts) {
    tall.setSubMatrix(part, top, 0);
    top += part.rows;
  }
  return tall;
}

/** One row e'Z per unit of the sample. */
function unitMoments(sample: readonly UnitRows[], residuals: Matrix): Matrix {
  let top = 0;
  const moments = sample.map(({ z }) => {
    const e = residuals.subMatrix(top, top + z.rows - 1, 0, 0);
    top += z.rows;
    return e.transpose().mmul(z);
  });
  return gather(moments);
}

/** The coefficients that minimise m' W^-1 m with m = Z'y - Z'X beta. */
function minimise(weight: Matrix, zx: Matrix, zy: Matrix): Matrix {
  // the decomposition requires exact symmetry, but Z'(HZ) is symmetric only up to rounding
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
