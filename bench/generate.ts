/**
 * Seeded dynamic panels. Every number is a function of (seed, counter) through integer mixing and
 * additions, so the data are the same bits on every machine: no host generator, no logarithms.
 *
 *   y[t] = 0.5 y[t-1] + sum_j 0.3 x_j[t] + sum_j 0.2 z_j[t] + eta + e[t]
 *
 * x_j is an autoregression that also depends on eta and e (endogenous), z_j is strictly exogenous.
 * A third of the units starts one period late, a third two; a fifth ends up to three periods early.
 */
import { GOLDEN, mix, streamKey } from './random.js';
import type { Columns, GmmGroup, Spec } from './spec.js';

export interface PanelSize {
  readonly name: string;
  readonly units: number;
  readonly periods: number;
  readonly endogenous: number;
  readonly exogenous: number;
  /** Exogenous instruments that are not regressors; x depends on them. */
  readonly external: number;
  /** Instrument columns that are nonzero for some unit: a check of the generator. */
  readonly instruments: number;
}

const sizeList: PanelSize[] = [
  size('S', [140, 9], [0, 6, 0], 42),
  size('M', [1000, 7], [1, 5, 1], 47),
  size('X', [500, 9], [2, 5, 2], 113),
  size('B', [5000, 7], [1, 5, 1], 47),
];

/** S: 140 x 9; M: 1,000 x 7; X: 500 x 9 with many instruments; B: 5,000 x 7. */
export const sizes: Readonly<Record<string, PanelSize>> = Object.fromEntries(
  sizeList.map((panel) => [panel.name, panel]),
);

export interface GeneratedPanel {
  readonly columns: Columns;
  readonly spec: Spec;
}

/** A simulated panel of the given size, and the model to estimate on it. */
export function generatePanel(panel: PanelSize, seed: number): GeneratedPanel {
  const names = variableNames(panel);
  const rows: number[][] = [];
  for (let unit = 0; unit < panel.units; unit++) {
    rows.push(...simulateUnit(panel, unit, normals(seed, unit)));
  }
  const columns = ['unit', 'time', 'y', ...names.x, ...names.z, ...names.external];
  return {
    columns: Object.fromEntries(
      columns.map((name, c) => [name, Float64Array.from(rows, (row) => row[c]!)]),
    ),
    spec: specOf(panel),
  };
}

function size(
  name: string,
  [units, periods]: [number, number],
  [endogenous, exogenous, external]: [number, number, number],
  instruments: number,
): PanelSize {
  return { name, units, periods, endogenous, exogenous, external, instruments };
}

function variableNames(panel: PanelSize) {
  const list = (letter: string, length: number) =>
    Array.from({ length }, (_, j) => `${letter}${j + 1}`);
  return {
    x: list('x', panel.endogenous),
    z: list('z', panel.exogenous),
    external: list('v', panel.external),
  };
}

function specOf(panel: PanelSize): Spec {
  const { x, z, external } = variableNames(panel);
  const fromLag2 = (variable: string): GmmGroup => ({
    variable,
    from: 2,
    to: null,
    collapse: false,
  });
  return {
    unit: 'unit',
    time: 'time',
    depvar: 'y',
    regressors: [
      { variable: 'y', lag: 1 },
      ...[...x, ...z].map((variable) => ({ variable, lag: 0 })),
    ],
    gmm: ['y', ...x].map(fromLag2),
    iv: [...z, ...external],
  };
}

const BURN_IN = 10;

function simulateUnit(panel: PanelSize, unit: number, normal: () => number): number[][] {
  const first = 1 + (unit % 3);
  const last = unit % 5 === 4 ? panel.periods - 1 - (unit % 3) : panel.periods;
  const eta = 0.5 * normal();
  const x = new Array<number>(panel.endogenous).fill(0);
  const rows: number[][] = [];
  let y = eta / 0.5;
  for (let time = 1 - BURN_IN; time <= last; time++) {
    const shock = normal();
    const z = Array.from({ length: panel.exogenous }, normal);
    const external = Array.from({ length: panel.external }, normal);
    for (let j = 0; j < x.length; j++) {
      const pushed = external.length > 0 ? 0.4 * external[j % external.length]! : 0;
      x[j] = 0.6 * x[j]! + pushed + 0.3 * eta + 0.3 * shock + normal();
    }
    y = 0.5 * y + 0.3 * sum(x) + 0.2 * sum(z) + eta + shock;
    if (time >= first) rows.push([unit + 1, time, y, ...x, ...z, ...external]);
  }
  return rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sum of twelve uniforms minus six: mean 0, variance 1, close to normal, exact in every engine. */
export function normals(seed: number, stream: number): () => number {
  const key = streamKey(seed, stream);
  let counter = 0;
  return () => {
    let total = -6;
    for (let draw = 0; draw < 12; draw++) {
      counter = (counter + GOLDEN) | 0;
      total += mix(key ^ mix(counter)) / 4294967296;
    }
    return total;
  };
}
