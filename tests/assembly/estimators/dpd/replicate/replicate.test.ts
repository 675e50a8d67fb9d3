import { describe, expect, test } from 'vitest';
import { bootstrapPlan, dpdStatistics } from '../../../../../bindings/generated/records.js';
import { uniform } from '../../../dense.js';
import { core, doubles, get, getInts, integers, read, record } from '../../../linear-design.js';
import { bytes, putDesign } from '../design.js';
import { fitOf, type Fit } from '../fit.js';
import { modelOf, names, type Model, type Panel } from '../panel.js';
import { enteringOf } from '../textbook.js';
import { unitsOf } from '../units.js';

const Ok = 0;
/** Set in a status when the Moore-Penrose inverse was used. */
const SINGULAR = 256;
/** `DpdStatistics.covariance`. */
const covariances = { robust: 1, unadjusted: 2, windmeijer: 3 } as const;
/** Draws whole units, as `random/weights.ts` numbers it. */
const UNITS = 0;

interface Asked {
  readonly steps: 1 | 2;
  readonly covariance: keyof typeof covariances;
}

const asked: readonly Asked[] = [
  { steps: 1, covariance: 'robust' },
  { steps: 2, covariance: 'unadjusted' },
  { steps: 2, covariance: 'windmeijer' },
];

const arOrders = 2;

/** Every instrument of the first spec. */
const testsOf = ({ specs }: Model) => [specs.map((_, i) => [i === 0, i === 0] as const)];

/** A prepared bootstrap; `moments`, the sum of those at the estimate, recentres them. */
function prepared(model: Model, { steps, covariance }: Asked, moments?: ArrayLike<number>): number {
  const statistics = record(dpdStatistics, {
    covariance: covariances[covariance],
    hansen: 1,
    ntests: 1,
    tests: bytes(testsOf(model).flat(2).map(Number)),
    arOrders,
    factor: 1,
  });
  const plan = record(bootstrapPlan, {});
  const at = moments ? doubles(moments) : 0;
  expect(core.dpd_prepare(putDesign(model), steps, at, statistics, plan)).toBe(Ok);
  return plan;
}

interface Replicate {
  readonly status: number;
  readonly params: readonly number[];
  readonly stdErrors: readonly number[];
  readonly hansen: number;
  /** J without the first spec. */
  readonly without: number;
  readonly ar: readonly number[];
}

/** What a replicate returned. */
function parts(status: number, values: readonly number[]): Replicate {
  const k = (values.length - 2 - arOrders) / 2;
  return {
    status: status & ~SINGULAR,
    params: values.slice(0, k),
    stdErrors: values.slice(k, 2 * k),
    hansen: values[2 * k]!,
    without: values[2 * k + 1]!,
    ar: values.slice(2 * k + 2),
  };
}

/** The replicate in which each unit that enters was drawn as often as `counts` says. */
function replicateOf(plan: number, counts: readonly number[]): Replicate {
  const { width } = read(bootstrapPlan, plan);
  const out = doubles(Array.from({ length: width! }, () => NaN));
  const status = core.replicateOf(plan, integers(counts), out);
  return parts(status, Array.from(get(out, width!)));
}

/** The same numbers of a fit. */
function numbersOf({ params, vcov, numbers, tests, ar }: Fit): Omit<Replicate, 'status'> {
  const k = params.rows;
  return {
    params: Array.from(params.values),
    stdErrors: Array.from({ length: k }, (_, j) => Math.sqrt(vcov.values[j * (k + 1)]!)),
    hansen: numbers['hansen']!,
    without: tests[0]![0]!,
    ar: ar.map(([statistic]) => statistic!),
  };
}

const fitted = (model: Model, options: Asked) =>
  fitOf(model, { ...options, arOrders, tests: testsOf(model) });

/** The panel with each unit that enters as often as it was drawn. */
function repeated(model: Model, entering: readonly number[], counts: readonly number[]): Model {
  const { panel } = model;
  const units = entering.flatMap((i, u) => Array.from({ length: counts[u]! }, () => i));
  const take = <T>(grid: readonly T[]): T[] => units.map((i) => grid[i]!);
  const { weights, ...others } = panel;
  const drawn: Panel = {
    ...others,
    nunits: units.length,
    vars: panel.vars.map(take),
    rows: take(panel.rows),
    complete: take(panel.complete),
    ...(weights ? { weights: take(weights) } : {}),
  };
  return { ...model, panel: drawn };
}

/** Replicates take the normal equations, which lose the squared condition of the moments: 1e4 of 1e16. */
function expectSame(found: Replicate, expected: Omit<Replicate, 'status'>): void {
  expect(found.status).toBe(Ok);
  const compare = (a: readonly number[], b: readonly number[]) => {
    expect(a.length).toBe(b.length);
    const size = Math.max(...b.map(Math.abs));
    a.forEach((value, i) => {
      if (Number.isNaN(b[i])) expect(value).toBeNaN();
      else expect(Math.abs(value - b[i]!)).toBeLessThan(1e-8 * size);
    });
  };
  compare(found.params, expected.params);
  compare(found.stdErrors, expected.stdErrors);
  expect(Math.abs(found.hansen - expected.hansen)).toBeLessThan(1e-8 * (1 + expected.hansen));
  if (Number.isNaN(expected.without)) expect(found.without).toBeNaN();
  else
    expect(Math.abs(found.without - expected.without)).toBeLessThan(1e-8 * (1 + expected.hansen));
  compare(found.ar, expected.ar);
}

/** Weights of the panels. */
const samples = ['none', 'frequency'] as const;

describe('a replicate in which every unit was drawn once is the estimate', () => {
  for (const name of names) {
    test(name, () => {
      for (const weights of samples) {
        const model = modelOf(name, { seed: 31, weights });
        for (const options of asked) {
          const start = core.mark();
          const plan = prepared(model, options);
          const { nunits } = read(bootstrapPlan, plan);
          const found = replicateOf(
            plan,
            Array.from({ length: nunits! }, () => 1),
          );
          core.release(start);
          expectSame(found, numbersOf(fitted(model, options)));
        }
      }
    });
  }
});

describe('a replicate is the estimate of the panel with its units repeated', () => {
  for (const name of names) {
    test(name, () => {
      for (const weights of samples) {
        const model = modelOf(name, { seed: 32, weights, nunits: 40 });
        const entering = enteringOf(unitsOf(model));
        const next = uniform(7);
        // Units are left out, but few enough for every instrument to keep a value.
        const counts = entering.map(() => Math.floor(((next() + 1) / 2) * 3.3));
        for (const options of asked) {
          const start = core.mark();
          const plan = prepared(model, options);
          const { units, nunits } = read(bootstrapPlan, plan);
          expect(Array.from(getInts(units!, nunits!))).toEqual(entering);
          const found = replicateOf(plan, counts);
          core.release(start);
          expectSame(found, numbersOf(fitted(repeated(model, entering, counts), options)));
        }
      }
    });
  }
});

test('replicates of a run are those of the counts that it draws', () => {
  const model = modelOf('system of differences', { seed: 33, nunits: 40 });
  const start = core.mark();
  const plan = prepared(model, asked[2]!);
  const { nunits = 0, width = 0, seedLow = 0, seedHigh = 0 } = read(bootstrapPlan, plan);
  const [first, count] = [5, 3];
  const [out, statuses] = [
    doubles(new Float64Array(count * width)),
    integers(new Int32Array(count)),
  ];
  expect(core.bootstrap_run(plan, first, count, out, statuses)).toBe(Ok);
  for (let r = 0; r < count; r++) {
    const draws = integers(new Int32Array(nunits));
    core.seed(seedLow, seedHigh);
    core.drawWeights(UNITS, nunits, first + r, 0, 0, draws);
    const counts = Array.from(getInts(draws, nunits));
    expect(counts.reduce((sum, drawn) => sum + drawn, 0)).toBe(nunits);
    const values = Array.from(get(out + 8 * r * width, width));
    const found = parts(getInts(statuses, count)[r]!, values);
    expectSame(found, replicateOf(plan, counts));
  }
  core.release(start);
});

test('recentred moments are zero at the estimate when every unit was drawn once', () => {
  for (const name of ['differences, collapsed instruments', 'system of forward deviations']) {
    const model = modelOf(name, { seed: 34 });
    const { params, moments } = fitOf(model, { steps: 2 });
    for (const options of asked) {
      const start = core.mark();
      const plan = prepared(model, options, moments.values);
      const { nunits } = read(bootstrapPlan, plan);
      const found = replicateOf(
        plan,
        Array.from({ length: nunits! }, () => 1),
      );
      core.release(start);
      found.params.forEach((value, j) => {
        expect(Math.abs(value - params.values[j]!)).toBeLessThan(1e-10);
      });
      expect(Math.abs(found.hansen)).toBeLessThan(1e-12);
    }
  }
});

test('standard errors are multiplied by the root of the small-sample factor', () => {
  const model = modelOf('system of differences', { seed: 35 });
  const start = core.mark();
  const errors = [1, 4].map((factor) => {
    const statistics = record(dpdStatistics, { covariance: covariances.windmeijer, factor });
    const plan = record(bootstrapPlan, {});
    expect(core.dpd_prepare(putDesign(model), 2, 0, statistics, plan)).toBe(Ok);
    const { nunits, width } = read(bootstrapPlan, plan);
    const out = doubles(new Float64Array(width!));
    core.replicateOf(plan, integers(Array.from({ length: nunits! }, () => 1)), out);
    return Array.from(get(out, width!)).slice(3, 6);
  });
  core.release(start);
  expect(errors[1]).toEqual(errors[0]!.map((error) => 2 * error));
});
