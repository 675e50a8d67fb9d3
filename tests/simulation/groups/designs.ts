/**
 * The designs in which the tests of differences between groups are simulated, and their panels:
 *
 *   y_it = 1 + x_it / 2 + a_i + s_g e_it,   x_it = sqrt(1/2) (c_i + u_it),   e and u autoregressive, all variances 1
 *
 * The coefficient of x is the same in all groups, so that every rejection is wrong.
 */
import { normal, stream } from '../../../bindings/core/random/index.js';

export type Split = 'fixed' | 'varying' | 'rows';

export interface Design {
  /** Units of the smallest group; of a split that varies over time, units of the panel; of `rows`, its rows. */
  readonly units: number;
  /** `rows` is a cross-section, in which each row is a unit. */
  readonly split: Split;
  readonly groups: 2 | 3;
  /** Units of the largest group, or rows, in multiples of the smallest. */
  readonly ratio: number;
  readonly process: ProcessName;
}

export interface Process {
  readonly effects: 'pooled' | 'within';
  readonly periods: number;
  /** Autocorrelation of x and of the errors within units. */
  readonly persistence: number;
  /** Whether x differs between groups, in mean and variance, or decides the split with noise. */
  readonly related: boolean;
  /** Standard deviation of the errors in the first, smallest group, relative to the others. */
  readonly spread: number;
  /** Regressors next to x. */
  readonly controls: number;
}

const plain = { related: false, spread: 1, controls: 0 } as const;

/** What a reader of a comparison does not know of the data. */
export const processes = {
  'pooled, related': {
    effects: 'pooled',
    periods: 8,
    persistence: 0.5,
    ...plain,
    related: true,
    controls: 1,
  },
  'pooled, spread': { effects: 'pooled', periods: 10, persistence: 0.8, ...plain, spread: 2 },
  'within, spread': { effects: 'within', periods: 5, persistence: 0, ...plain, spread: 2 },
  'within, related': { effects: 'within', periods: 8, persistence: 0.8, ...plain, related: true },
  'rows, related': {
    effects: 'pooled',
    periods: 1,
    persistence: 0,
    ...plain,
    related: true,
    controls: 1,
  },
  'rows, spread': { effects: 'pooled', periods: 1, persistence: 0, ...plain, spread: 2 },
} as const satisfies Readonly<Record<string, Process>>;
export type ProcessName = keyof typeof processes;

/** In larger samples only the processes in which CR2 was furthest from its level in smaller ones. */
const hardest: Readonly<Record<Split, readonly ProcessName[]>> = {
  fixed: ['pooled, related', 'within, spread'],
  varying: ['within, spread', 'within, related'],
  rows: ['rows, related'],
};
const LARGE = 30;

const shapes = [
  { groups: 2, ratio: 1 },
  { groups: 2, ratio: 4 },
  { groups: 3, ratio: 4 },
] as const;

/** All designs, small ones first. */
export const grid: readonly Design[] = [5, 10, 15, 20, 30, 50, 100].flatMap((units) =>
  (['fixed', 'varying', 'rows'] as const).flatMap((split) =>
    shapes.flatMap((shape) =>
      processesOf(split, units)
        .map((process): Design => ({ units, split, ...shape, process }))
        .filter((design) => design.units < 100 || design.groups === 2),
    ),
  ),
);

/** Designs in which the tests by draws are simulated. */
export const drawnGrid: readonly Design[] = [10, 20, 50].flatMap((units) =>
  (['fixed', 'varying'] as const).flatMap((split) =>
    hardest[split].flatMap((process) =>
      [1, 4].map((ratio): Design => ({ units, split, groups: 2, ratio, process })),
    ),
  ),
);

function processesOf(split: Split, units: number): ProcessName[] {
  const names = Object.keys(processes) as ProcessName[];
  const fitting = names.filter((name) => (processes[name].periods === 1) === (split === 'rows'));
  return units < LARGE ? fitting : fitting.filter((name) => hardest[split].includes(name));
}

/** A simulated panel: rows of units in order, each with all periods. */
export interface Panel {
  readonly nunits: number;
  readonly periods: number;
  readonly y: Float64Array;
  /** x and the controls. */
  readonly x: readonly Float64Array[];
  readonly labels: Int32Array;
}

/** Units of each group; of a split that varies over time, shares of those of the panel. */
function sizesOf({ units, split, groups, ratio }: Design): number[] {
  const sizes = groups === 2 ? [units, units * ratio] : [units, units, units * ratio];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return split !== 'varying' ? sizes : sizes.map((size) => (units * size) / total);
}

/** Makes panels of a design; `draw` gives standard normal numbers. */
export function panelsOf(design: Design): (draw: () => number) => Panel {
  const process: Process = processes[design.process];
  const sizes = sizesOf(design);
  const nunits = Math.round(sizes.reduce((sum, size) => sum + size, 0));
  const bounds = cuts(sizes);
  return (draw) => {
    const nrows = nunits * process.periods;
    const panel: Panel = {
      nunits,
      periods: process.periods,
      y: new Float64Array(nrows),
      x: Array.from({ length: 1 + process.controls }, () => new Float64Array(nrows)),
      labels: new Int32Array(nrows),
    };
    for (let unit = 0; unit < nunits; unit++) {
      const fixed = design.split !== 'varying' ? groupOfUnit(sizes, unit) : undefined;
      drawUnit(panel, process, { unit, fixed, bounds }, draw);
    }
    return panel;
  };
}

interface Place {
  readonly unit: number;
  /** The group of the unit, if it is the same in all periods. */
  readonly fixed: number | undefined;
  /** What a split variable exceeds in the second and third group. */
  readonly bounds: readonly number[];
}

function drawUnit(
  { periods, x, y, labels }: Panel,
  { persistence, related, spread }: Process,
  { unit, fixed, bounds }: Place,
  draw: () => number,
): void {
  const effect = draw();
  const first = unit * periods;
  for (const column of x) drawSeries(column.subarray(first, first + periods), persistence, draw);
  drawSeries(y.subarray(first, first + periods), persistence, draw, 0); // the errors
  const split = new Float64Array(periods);
  drawSeries(split, SPLIT_PERSISTENCE, draw);
  for (let t = 0, row = first; t < periods; t++, row++) {
    const decides = related ? (x[0]![row]! + split[t]!) * Math.SQRT1_2 : split[t]!;
    const group = fixed ?? bounds.reduce((sum, bound) => sum + Number(decides > bound), 0);
    if (related && fixed !== undefined) x[0]![row] = x[0]![row]! * (1 + group / 2) + group;
    labels[row] = group;
    let outcome = 1 + effect + (group === 0 ? spread : 1) * y[row]!;
    for (const column of x) outcome += column[row]! / 2;
    y[row] = outcome;
  }
}

const SPLIT_PERSISTENCE = 0.8;

/** A number of the unit, of the share `shared` of the variance, plus a stationary autoregression. */
function drawSeries(
  out: Float64Array,
  persistence: number,
  draw: () => number,
  shared = 0.5,
): void {
  const common = Math.sqrt(shared) * (shared > 0 ? draw() : 0);
  const innovation = Math.sqrt(1 - persistence * persistence);
  let moving = draw();
  for (let t = 0; t < out.length; t++) {
    if (t > 0) moving = persistence * moving + innovation * draw();
    out[t] = common + Math.sqrt(1 - shared) * moving;
  }
}

/** Standard normal numbers of a numbered stream. */
export function drawsOf(seed: number, number: number): () => number {
  const source = stream({ seed, stream: number });
  const batch = new Float64Array(2048);
  let place = batch.length;
  return () => {
    if (place === batch.length) {
      normal(source, batch);
      place = 0;
    }
    return batch[place++]!;
  };
}

function groupOfUnit(sizes: readonly number[], unit: number): number {
  let end = 0;
  return sizes.findIndex((size) => unit < (end += size));
}

/** Quantiles of the standard normal distribution between the groups. */
function cuts(sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let below = 0;
  return sizes.slice(0, -1).map((size) => quantile((below += size) / total));
}

/** By bisection of the distribution function, for shares that are no tails. */
function quantile(share: number): number {
  let [low, high] = [-4, 4];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

/** The distribution function by its series (Marsaglia, 2004, Journal of Statistical Software 11(4)). */
function below(x: number): number {
  let [sum, term] = [x, x];
  for (let i = 3; i < 200; i += 2) sum += term *= (x * x) / i;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
