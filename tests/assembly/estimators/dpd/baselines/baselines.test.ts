import { describe, expect, test } from 'vitest';
import { dpdBaseline } from '../../../../../bindings/generated/records.js';
import {
  column,
  cross,
  dense,
  inverse,
  minus,
  multiply,
  relativeDistance,
  transpose,
  wrap,
  type Dense,
} from '../../../dense.js';
import { core, get, integers, read, record } from '../../../linear-design.js';
import { openFit } from '../fit.js';
import { constant, modelOf, ordinary, type Drawing, type Model } from '../panel.js';
import { outer, total } from '../textbook.js';
import { LEVELS, PRIMARY, unitsOf } from '../units.js';

const Ok = 0;
const EmptySample = 10;
const RankDeficient = 20;

interface Baseline {
  readonly status: number;
  readonly params: Dense;
  readonly variances: Dense;
  /** (X'X)^-1 of least squares. */
  readonly bread: Dense;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Columns of the regressors 0, 1, and then the constant or the instrument of the last regressor. */
const equations = [
  { regressors: [2, 0, 1], instruments: [2, 0, 1] },
  { regressors: [0, 1], instruments: [0, 1] },
  { regressors: [1, 0], instruments: [1, 2] },
];

/** Least squares in levels and in deviations, and differences with y(t-2) as the instrument of the lagged outcome. */
function baselinesOf(model: Model): Baseline[] {
  const start = core.mark();
  const records = equations.map(({ regressors, instruments }) =>
    record(dpdBaseline, {
      nparams: regressors.length,
      regressors: integers(regressors),
      instruments: integers(instruments),
    }),
  );
  const [pooled, within, differenced] = records as [number, number, number];
  expect(core.dpd_baselines(openFit(model).fit, pooled, within, differenced)).toBe(Ok);
  const found = records.map((address) => {
    const numbers = read(dpdBaseline, address);
    const k = numbers['nparams']!;
    const values = numbers['status'] === Ok ? get(numbers['estimates']!, k * (k + 2)) : [];
    const part = (from: number, columns: number) =>
      wrap(k, columns, Float64Array.from(values.slice(from, from + k * columns)));
    return {
      status: numbers['status']!,
      params: part(0, 1),
      variances: part(k, 1),
      bread: part(2 * k, k),
      numbers,
    };
  });
  core.release(start);
  return found;
}

/** X, Z and y of every unit in one equation, rows times the roots of their weights. */
interface Rows {
  readonly x: Dense;
  readonly z: Dense;
  readonly y: Dense;
}

/** What a row has in X and in Z, given its regressors, and its weight's root. */
type Columns = (x: readonly number[], row: { i: number; r: number; root: number }) => number[][];

/** The rows of every unit in one block of a stack. */
function rowsOf(model: Model, blockNumber: number, columns: Columns): Rows[] {
  const { nperiods } = model.panel;
  const plain = { ...model, specs: [ordinary(2), constant], constant: false };
  return unitsOf(plain).map(({ used, weights, x, y }, i) => {
    const kept = used.flatMap((there, r) =>
      there && Math.floor(r / nperiods) === blockNumber ? [r] : [],
    );
    // The restatement multiplies X and y by the weight, of which the root stays.
    const roots = kept.map((r) => Math.sqrt(weights[r]!));
    const parts = kept.map((r, place) => {
      const root = roots[place]!;
      const regressors = [0, 1].map((j) => x.values[r + j * x.rows]! / root);
      return columns(regressors, { i, r, root });
    });
    const matrix = (part: number) =>
      dense(kept.length, parts[0]?.[part]!.length ?? 0, (row, j) => parts[row]![part]![j]!);
    const outcome = dense(kept.length, 1, (row) => y.values[kept[row]!]! / roots[row]!);
    return { x: matrix(0), z: matrix(1), y: outcome };
  });
}

/** b = (Z'X)^-1 Z'y, its clustered variances, sigma2 and the numbers of rows and units. */
function estimate(all: readonly Rows[]) {
  const units = all.filter(({ y }) => y.rows > 0);
  const zx = inverse(total(units.map(({ z, x }) => cross(z, x))));
  const params = multiply(zx, total(units.map(({ z, y }) => cross(z, y))));
  const e = units.map(({ x, y }) => minus(y, multiply(x, params)));
  const meat = total(units.map(({ z }, i) => outer(cross(z, e[i]!))));
  const vcov = multiply(multiply(zx, meat), transpose(zx));
  const rss = e.reduce((sum, r) => sum + cross(r, r).values[0]!, 0);
  return {
    params,
    variances: column(
      Array.from({ length: params.rows }, (_, j) => vcov.values[j * (params.rows + 1)]!),
    ),
    bread: zx,
    rss,
    nrows: units.reduce((sum, { y }) => sum + y.rows, 0),
    ngroups: units.length,
  };
}

/** The three equations by dense matrices. */
function expectedOf(model: Model) {
  const level: Model = { ...model, transform: 'level', system: true, mixed: false };
  const forward: Model = { ...model, transform: 'fod', system: false, mixed: false };
  const changes: Model = { ...model, transform: 'fd', system: false, mixed: false };
  const outcome = model.panel.vars[0]!;
  const pooled: Columns = (x, { root }) => [
    [root, ...x],
    [root, ...x],
  ];
  const within: Columns = (x) => [[...x], [...x]];
  const differenced: Columns = ([lag, other], { i, r, root }) => {
    const before = outcome[i]![r - 2] ?? NaN;
    return [
      [other!, lag!],
      [other!, Number.isNaN(before) ? 0 : root * before],
    ];
  };
  return [
    estimate(rowsOf(level, LEVELS, pooled)),
    estimate(rowsOf(forward, PRIMARY, within)),
    estimate(rowsOf(changes, PRIMARY, differenced)),
  ];
}

const words = ['pooled least squares', 'the within estimator', "Anderson and Hsiao's estimator"];

function samplesOf(): { name: string; model: Model }[] {
  const drawings: Record<string, Drawing> = {
    'a panel without gaps': { seed: 1, gaps: 0 },
    'a panel with gaps': { seed: 2 },
    'a panel with frequencies': { seed: 3, weights: 'frequency' },
  };
  return Object.entries(drawings).map(([name, drawing]) => ({
    name,
    model: modelOf('system of differences', { nunits: 25, ...drawing }),
  }));
}

for (const { name, model } of samplesOf()) {
  const found = baselinesOf(model);
  const expected = expectedOf(model);
  words.forEach((word, e) => {
    test(`on ${name} ${word} solves its moments, with variances clustered by unit`, () => {
      const fit = found[e]!;
      const plain = expected[e]!;
      expect(fit.status).toBe(Ok);
      expect([fit.numbers['nrows'], fit.numbers['ngroups']]).toEqual([plain.nrows, plain.ngroups]);
      expect(relativeDistance(fit.params, plain.params)).toBeLessThan(1e-11);
      expect(relativeDistance(fit.variances, plain.variances)).toBeLessThan(1e-10);
      if (e === 2) return;
      expect(relativeDistance(fit.bread, plain.bread)).toBeLessThan(1e-10);
      if (name === 'a panel with frequencies') return;
      expect(fit.numbers['sigma2']! / (plain.rss / plain.nrows)).toBeCloseTo(1, 11);
    });
  });
}

describe('a baseline that does not exist', () => {
  const model = modelOf('system of differences', { seed: 4, nunits: 12 });

  test('names the regressor that does not vary within units, where levels have an estimate', () => {
    const vars = model.panel.vars.map((grid, c) =>
      c === 2 ? grid.map((row, i) => row.map((x) => (Number.isNaN(x) ? x : i % 5))) : grid,
    );
    const found = baselinesOf({ ...model, panel: { ...model.panel, vars } });
    expect(found.map(({ status }) => status)).toEqual([Ok, RankDeficient, RankDeficient]);
    expect(found.slice(1).map(({ numbers }) => numbers['detail'])).toEqual([1, 0]);
  });

  test('has no sample where no unit has two rows', () => {
    const complete = model.panel.complete.map((bits) => bits.map((_, t) => (t === 2 ? 3 : 0)));
    const rows = model.panel.rows.map((exists) => exists.map(() => true));
    const vars = model.panel.vars.map((grid) =>
      grid.map((row) => row.map((x) => (Number.isNaN(x) ? 0.5 : x))),
    );
    const found = baselinesOf({ ...model, panel: { ...model.panel, complete, rows, vars } });
    expect(found.map(({ status }) => status)).toEqual([Ok, EmptySample, EmptySample]);
  });
});
