/**
 * Tests of linear hypotheses with CR2 errors and few clusters (Pustejovsky and Tipton, 2018, Journal of Business and
 * Economic Statistics 36): Hotelling's T-squared with degrees of freedom from the first two moments of the covariance
 * under independent errors of one variance (HTZ), which is t with Satterthwaite's degrees of freedom for one hypothesis.
 *
 *   P_gh = p_g'p_h (r x r),   p_g = (I - H)_g'A_g Z_g W   the vectors of cluster g, one for each hypothesis
 *        = 1{g = h} D_g - b_g'b_h                         from the parts of `assembly/covariance/clusters/cluster-parts.ts`
 *   O    = sum_g P_gg,  V = sum_g e_g e_g'                O is the mean of V, up to the variance of the errors
 *   eta  = r (r + 1) / sum_g sum_h (tr(O^-1 P_gh O^-1 P_gh) + tr(O^-1 P_gh)^2)
 *   F    = (eta - r + 1) / (eta r) d'V^-1 d,              with r and eta - r + 1 degrees of freedom
 */
import { cholesky } from '../../core/numerics/cholesky.js';
import { quadraticForm } from '../../core/numerics/quadratic-form.js';
import type { ClusterParts } from './fit.js';

type Matrix = readonly (readonly number[])[];

export interface SmallSample {
  /** The hypotheses' covariance V. */
  readonly covariance: Matrix;
  /** eta; for a single hypothesis these are Satterthwaite's degrees of freedom. */
  readonly eta: number;
  /** d'V^-1 d of the differences d, and the rank of V. */
  waldOf(differences: readonly number[]): { readonly value: number; readonly rank: number };
}

/** The parts of one cluster along r hypotheses: b (r rows of k), D and the scores. */
interface Along {
  readonly b: Float64Array;
  readonly d: number[][];
  readonly scores: readonly number[];
}

/**
 * The test of hypotheses, each a combination of the q coefficients in a row of a matrix (r x q). Undefined if the
 * clusters leave no variation along one of them.
 */
export function smallSample(parts: ClusterParts, hypotheses: Matrix): SmallSample | undefined {
  const r = hypotheses.length;
  const [mean, covariance] = [zeros(r), zeros(r)];
  const clusters: Along[] = [];
  for (let g = 0; g < parts.count; g++) {
    const one = along(parts, g, hypotheses);
    clusters.push(one);
    for (let s = 0; s < r; s++) {
      for (let t = 0; t < r; t++) {
        mean[s]![t]! += one.d[s]![t]! - product(one.b, parts.k, s, t);
        covariance[s]![t]! += one.scores[s]! * one.scores[t]!;
      }
    }
  }
  const root = cholesky(mean);
  if (root === undefined) return undefined;
  for (const { b, d } of clusters) whiten(root, b, d);
  return {
    covariance,
    eta: (r * (r + 1)) / (spread(clusters, parts.k) + squaredProducts(clusters, parts.k)),
    waldOf(differences) {
      const { value, rank, negative } = quadraticForm(differences, covariance);
      return { value, rank: negative > 0 ? 0 : rank };
    },
  };
}

function along({ k, q, values }: ClusterParts, g: number, hypotheses: Matrix): Along {
  const start = g * q * (k + q + 1);
  const [squares, scores] = [start + q * k, start + q * (k + q)];
  const b = new Float64Array(hypotheses.length * k);
  hypotheses.forEach((row, h) =>
    row.forEach((weight, s) => {
      if (weight === 0) return;
      for (let j = 0; j < k; j++) b[h * k + j]! += weight * values[start + s * k + j]!;
    }),
  );
  const quadratic = (left: readonly number[], right: readonly number[]) => {
    let sum = 0;
    for (let s = 0; s < q; s++) {
      for (let t = 0; t < q; t++) sum += left[s]! * right[t]! * values[squares + s + t * q]!;
    }
    return sum;
  };
  return {
    b,
    d: hypotheses.map((left) => hypotheses.map((right) => quadratic(left, right))),
    scores: hypotheses.map((row) =>
      row.reduce((sum, weight, s) => sum + weight * values[scores + s]!, 0),
    ),
  };
}

/** b := R'^-1 b and D := R'^-1 D R^-1 for the triangle R with R'R = O. */
function whiten(root: Matrix, b: Float64Array, d: number[][]): void {
  const r = root.length;
  const k = b.length / r;
  const solve = (row: (s: number, j: number) => number, put: Put, width: number) => {
    for (let s = 0; s < r; s++) {
      for (let j = 0; j < width; j++) {
        let rest = row(s, j);
        for (let t = 0; t < s; t++) rest -= root[t]![s]! * row(t, j);
        put(s, j, rest / root[s]![s]!);
      }
    }
  };
  solve(
    (s, j) => b[s * k + j]!,
    (s, j, value) => (b[s * k + j] = value),
    k,
  );
  solve(
    (s, j) => d[s]![j]!,
    (s, j, value) => (d[s]![j] = value),
    r,
  );
  solve(
    (s, j) => d[j]![s]!,
    (s, j, value) => (d[j]![s] = value),
    r,
  );
}
type Put = (s: number, j: number, value: number) => void;

/** The terms of the sum over g = h of tr(P_gg P_gg) + tr(P_gg)^2 that contain D_g. */
function spread(clusters: readonly Along[], k: number): number {
  let sum = 0;
  for (const { b, d } of clusters) {
    let [trace, lengths] = [0, 0];
    d.forEach((row, s) => {
      trace += row[s]!;
      lengths += product(b, k, s, s);
      row.forEach((x, t) => (sum += x * (d[t]![s]! - 2 * product(b, k, t, s))));
    });
    sum += trace * (trace - 2 * lengths);
  }
  return sum;
}

/** The sum over g and h of tr(b_g'b_h b_g'b_h) + tr(b_g'b_h)^2, from M = sum_g vec(b_g) vec(b_g)'. */
function squaredProducts(clusters: readonly Along[], k: number): number {
  const size = clusters[0]!.b.length;
  const r = size / k;
  const moments = new Float64Array(size * size);
  for (const { b } of clusters) {
    for (let i = 0; i < size; i++) {
      const x = b[i]!;
      if (x === 0) continue;
      for (let j = 0; j < size; j++) moments[i * size + j]! += x * b[j]!;
    }
  }
  let sum = 0;
  for (let s = 0; s < r; s++) {
    for (let t = 0; t < r; t++) {
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          const one = moments[(s * k + i) * size + t * k + j]!;
          sum += one * (one + moments[(t * k + i) * size + s * k + j]!);
        }
      }
    }
  }
  return sum;
}

/** Row s of b times row t. */
function product(b: Float64Array, k: number, s: number, t: number): number {
  let sum = 0;
  for (let j = 0; j < k; j++) sum += b[s * k + j]! * b[t * k + j]!;
  return sum;
}

function zeros(r: number): number[][] {
  return Array.from({ length: r }, () => Array.from({ length: r }, () => 0));
}
