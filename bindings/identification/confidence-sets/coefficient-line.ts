import { dot } from '../../numerics/householder.js';
import { bracketedRoot, minimum } from '../../numerics/root.js';
import type { Equations } from '../reduced-form.js';
import type { Vector } from '../../numerics/vector.js';

/**
 * The values of one coefficient, with infinity between the largest and the smallest, as a circle: b is
 * centre + scale 2u / (1 - u^2), u from -1 to 1, both ends being infinity. Statistics of a structural error
 * (1, -b) keep their value when the error is scaled, so they are computed from (1 - u^2, -b (1 - u^2)), at infinity
 * as well; a confidence set that reaches it is then a set like any other.
 */
export interface CoefficientLine {
  /** Weights of the outcome and the coefficient's variable, for the place u. */
  weights(u: number): number[];
  /** The coefficient at u, infinite at both ends. */
  coefficient(u: number): number;
  /** Places in ascending order at which a function is looked at before its extremes and roots are refined. */
  readonly grid: readonly number[];
}

/** Share of an interval to which places of extremes are found: the values there are right to its square. */
const tolerance = 1e-7;

/** How well the line is searched: `extremes` as a share of their interval, `roots` as one of themselves. */
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
 * The line of the coefficient of endogenous variable `variable` (from 1 on). Its grid is even about `centre` in units
 * of `scale`, and once more about 0 in units of the ratio of the residuals, where a strong first stage makes `scale`
 * much smaller than coefficients can be: `fine` and `coarse` places.
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

/** `count` places between -1 and 1, none of them an end. */
function even(count: number): number[] {
  return Array.from({ length: count }, (_, i) => -1 + (2 * i + 1) / count);
}

function length(v: Vector): number {
  return Math.sqrt(dot(v, v));
}

/** The circle has no ends: places beyond 1 come back at -1. */
function wrap(u: number): number {
  return u > 1 ? u - 2 : u < -1 ? u + 2 : u;
}

interface Neighbours {
  readonly left: number;
  readonly here: number;
  readonly right: number;
  /** Of f there. */
  readonly values: readonly [number, number, number];
}

/** Each place of the grid with its neighbours, those beyond the ends counted on. */
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

/** Least value of f on the line. */
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
 * Where f < 0: arcs from u to u, of which one whose end is below its start passes through infinity. Roots are sought
 * between neighbours of different sign; where three neighbours of one sign have the nearest to 0 in the middle, the
 * extreme between them is looked at first, so that an arc shorter than the grid is not missed. (Where all three are
 * equal, f has no digits left to find one by: a p-value of 0.)
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
