import { dot, type Vector } from '../../../core/numerics/householder.js';
import { bracketedRoot, minimum } from '../../../core/numerics/root.js';
import type { Equations } from '../reduced-form.js';

/**
 * The values of one coefficient as a circle, on which infinity joins the largest to the smallest: b = centre + scale
 * 2u / (1 - u^2), u from -1 to 1, with infinity at both ends. Statistics of a structural error (1, -b) do not change
 * when the error is scaled. So they are computed from (1 - u^2, -b (1 - u^2)), also at infinity, and unbounded
 * confidence sets need no special case.
 */
export interface CoefficientLine {
  /** Weights of the outcome and of the coefficient's variable at u. */
  weights(u: number): number[];
  /** The coefficient at u, infinite at both ends. */
  coefficient(u: number): number;
  /** Grid points in ascending order, where a function is evaluated before its extremes and roots are refined. */
  readonly grid: readonly number[];
}

/** Accuracy of the position of an extreme, as a share of its interval; the error of the value is its square. */
const tolerance = 1e-7;

/** Accuracy of a search: of extremes as a share of their interval, of roots relative to the root. */
export interface Accuracy {
  readonly extremes: number;
  readonly roots: number;
}

const full: Accuracy = { extremes: tolerance, roots: Number.EPSILON };

interface Places {
  readonly centre: number;
  readonly scale: number;
  readonly fine?: number;
  readonly coarse?: number;
}

/**
 * The line of the coefficient of endogenous variable `variable` (from 1). Its grid has `fine` points about `centre`
 * in units of `scale`, and `coarse` points about 0 in units of the ratio of the residuals. With a strong first stage
 * `scale` is much smaller than a coefficient can be, hence the second set.
 */
export function coefficientLine(
  { errors }: Equations,
  variable: number,
  { centre, scale, fine = 160, coarse = 80 }: Places,
): CoefficientLine {
  const weights = (u: number) => {
    const size = (1 - u) * (1 + u);
    return [size, -(centre * size + scale * 2 * u)];
  };
  const coefficient = (u: number) => {
    const [size, slope] = weights(u) as [number, number];
    return -slope / size;
  };
  const ratio = length(errors[0]!) / length(errors[variable]!);
  const far = even(coarse).map((v) => {
    const z = ((ratio * 2 * v) / ((1 - v) * (1 + v)) - centre) / scale;
    return z === 0 ? 0 : z / (1 + Math.sqrt(1 + z * z));
  });
  const grid = [...even(fine), ...far].sort((a, b) => a - b);
  return { weights, coefficient, grid };
}

/** `count` evenly spaced points inside (-1, 1). */
function even(count: number): number[] {
  return Array.from({ length: count }, (_, i) => -1 + (2 * i + 1) / count);
}

function length(v: Vector): number {
  return Math.sqrt(dot(v, v));
}

/** The line is a circle: points beyond 1 continue at -1. */
function wrap(u: number): number {
  return u > 1 ? u - 2 : u < -1 ? u + 2 : u;
}

interface Neighbours {
  readonly left: number;
  readonly here: number;
  readonly right: number;
  /** f at the three points. */
  readonly values: readonly [number, number, number];
}

/** Each grid point with its neighbours, which continue beyond the ends. */
function neighbours(grid: readonly number[], f: (u: number) => number): readonly Neighbours[] {
  const values = grid.map(f);
  const last = grid.length - 1;
  return grid.map((here, i) => ({
    left: i > 0 ? grid[i - 1]! : grid[last]! - 2,
    here,
    right: i < last ? grid[i + 1]! : grid[0]! + 2,
    values: [values.at(i - 1)!, values[i]!, values[(i + 1) % grid.length]!],
  }));
}

/** Minimum of f on the line. */
export function leastValue({ grid }: CoefficientLine, f: (u: number) => number): number {
  const around = (u: number) => f(wrap(u));
  const valleys = neighbours(grid, f).filter(
    ({ values: [left, here, right] }) => here <= left && here <= right,
  );
  return Math.min(
    ...valleys.map(({ left, right }) => around(minimum(around, left, right, { tolerance }))),
  );
}

export type Arc = readonly [number, number];

/**
 * The arcs where f < 0, as pairs of u; an arc that ends below its start passes through infinity. Roots are sought
 * between neighbours of different sign. If the middle of three neighbours of one sign is nearest to 0, the extreme
 * between them is checked first. So no arc shorter than the grid is missed. If all three are equal, f is flat at
 * working accuracy (a p-value of 0), and no extreme is sought.
 */
export function negativeArcs(
  { grid }: CoefficientLine,
  f: (u: number) => number,
  { extremes, roots }: Accuracy = full,
): 'all' | readonly Arc[] {
  const around = (u: number) => f(wrap(u));
  const points = neighbours(grid, f).flatMap(({ left, here, right, values }) => {
    const inside = values[1] < 0;
    const sign = inside ? -1 : 1;
    const [before, middle, after] = values.map((value) => sign * value) as [number, number, number];
    const nearest = middle <= before && middle <= after && (middle < before || middle < after);
    if (before < 0 || after < 0 || !nearest) return [{ u: here, inside }];
    const turn = { tolerance: extremes, enough: 0 };
    const extreme = minimum((u) => sign * around(u), left, right, turn);
    const turned = around(extreme) < 0;
    return turned === inside
      ? [{ u: here, inside }]
      : [
          { u: here, inside },
          { u: extreme, inside: turned },
        ];
  });
  points.sort((a, b) => a.u - b.u);
  if (points.every(({ inside }) => inside)) return 'all';
  const crossings = points.flatMap((point, i) => {
    const next = points[i + 1] ?? { u: points[0]!.u + 2, inside: points[0]!.inside };
    if (next.inside === point.inside) return [];
    return [{ entering: next.inside, u: wrap(bracketedRoot(around, point.u, next.u, roots)) }];
  });
  const start = crossings.findIndex(({ entering }) => entering);
  if (start < 0) return [];
  const turned = [...crossings.slice(start), ...crossings.slice(0, start)];
  return turned.flatMap(({ entering, u }, i) => (entering ? [[u, turned[i + 1]!.u] as const] : []));
}
