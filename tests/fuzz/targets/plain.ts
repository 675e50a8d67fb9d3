/** Estimates of small random samples compared with naive dense algebra. */
import { fitModel, type FitResult } from 'wasmetrics';
import type { Draw } from '../damage.js';
import { type Target, WrongResult } from '../target.js';
import { inverse, multiply, transpose, type Matrix } from '../dense.js';

interface Sample {
  readonly columns: Readonly<Record<string, number[]>>;
  readonly units: number;
  readonly periods: number;
}

const normalLike = (draw: Draw) =>
  Array.from({ length: 12 }, () => draw(2 ** 20) / 2 ** 20).reduce((a, b) => a + b) - 6;

/** A panel y = x + effect + noise, with x correlated with the effect, and z an instrument of x. */
function sampleOf(draw: Draw): Sample {
  const units = 6 + draw(10);
  const periods = 4 + draw(4);
  const scale = [1, 1, 1, 1e-6, 1e6, 1e3][draw(6)]!;
  const columns: Record<string, number[]> = { unit: [], time: [], y: [], x: [], z: [], w: [] };
  for (let i = 0; i < units; i++) {
    const effect = normalLike(draw);
    let last = effect;
    for (let t = 0; t < periods; t++) {
      const [z, w, noise] = [normalLike(draw), normalLike(draw), normalLike(draw)];
      const x = z + 0.5 * w + 0.5 * effect + 0.3 * noise;
      last = 0.5 * last + x + effect + noise;
      const row = { unit: i, time: t, y: scale * last, x, z, w: scale * w };
      for (const [name, value] of Object.entries(row)) columns[name]!.push(value);
    }
  }
  return { columns, units, periods };
}

const ones = ({ length }: readonly number[]) => Array.from({ length }, () => 1);
const matrixOf = (...columns: readonly (readonly number[])[]): Matrix => transpose(columns);

function solve(a: Matrix, b: Matrix): Matrix {
  return multiply(inverse(a), b);
}

/** (X'X)^-1 X'y, and the HC1 covariance. */
function leastSquares(x: Matrix, y: readonly number[]) {
  const bread = inverse(multiply(transpose(x), x));
  const params = multiply(
    bread,
    multiply(
      transpose(x),
      y.map((value) => [value]),
    ),
  ).map(([b]) => b!);
  const residuals = y.map(
    (value, i) => value - x[i]!.reduce((sum, one, j) => sum + one * params[j]!, 0),
  );
  const scores = x.map((row, i) => row.map((value) => value * residuals[i]!));
  const meat = multiply(transpose(scores), scores);
  const factor = y.length / (y.length - params.length);
  const vcov = multiply(multiply(bread, meat), bread);
  return { params, stdErrors: vcov.map((row, i) => Math.sqrt(factor * row[i]!)) };
}

function demeaned(values: readonly number[], units: readonly number[]): number[] {
  const sums = new Map<number, [number, number]>();
  values.forEach((value, i) => {
    const [sum, count] = sums.get(units[i]!) ?? [0, 0];
    sums.set(units[i]!, [sum + value, count + 1]);
  });
  return values.map((value, i) => {
    const [sum, count] = sums.get(units[i]!)!;
    return value - sum / count;
  });
}

interface Check {
  readonly name: string;
  readonly model: object;
  readonly expected: (sample: Sample) => {
    readonly params: readonly number[];
    readonly stdErrors?: readonly number[];
  };
}

const panel = { unit: 'unit', time: 'time' } as const;

const checks: readonly Check[] = [
  {
    name: 'ols',
    model: { estimator: 'ols', formula: 'y ~ x + w', vcov: { type: 'HC1' } },
    expected: ({ columns: { y, x, w } }) => leastSquares(matrixOf(ones(y!), x!, w!), y!),
  },
  {
    name: '2sls',
    model: { estimator: 'iv', formula: 'y ~ w | x ~ z' },
    expected: ({ columns: { y, x, z, w } }) => {
      const [design, instruments] = [matrixOf(ones(y!), w!, x!), matrixOf(ones(y!), w!, z!)];
      const right = multiply(
        transpose(instruments),
        y!.map((value) => [value]),
      );
      return { params: solve(multiply(transpose(instruments), design), right).map(([b]) => b!) };
    },
  },
  {
    name: 'within',
    model: { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'within' },
    expected: ({ columns: { y, x, w, unit } }) => {
      const [my, mx, mw] = [y!, x!, w!].map((values) => demeaned(values, unit!));
      return { params: leastSquares(matrixOf(mx!, mw!), my!).params };
    },
  },
  {
    name: 'dpd',
    model: {
      estimator: 'dpd',
      formula: 'y ~ L.y + x',
      panel,
      steps: 1,
      system: false,
      gmm: [{ vars: ['y'], lags: [2, 99], collapse: true }],
      iv: [{ vars: ['x'] }],
    },
    expected: differenceGmm,
  },
];

/** One-step difference GMM: W = (sum Z_i' H Z_i)^-1 with 2 on the diagonal of H and -1 next to it. */
function differenceGmm({ columns, units, periods }: Sample) {
  const at = (name: string, i: number, t: number) => columns[name]![i * periods + t]!;
  const lags = periods - 2;
  let weight: Matrix = Array.from({ length: lags + 1 }, () =>
    ones(Array.from({ length: lags + 1 }, () => 0)).map(() => 0),
  );
  let [zx, zy]: [Matrix, Matrix] = [weight.map(() => [0, 0]), weight.map(() => [0])];
  const sum = (a: Matrix, b: Matrix) => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
  for (let i = 0; i < units; i++) {
    const rows = Array.from({ length: periods - 2 }, (_, k) => k + 2);
    const d = (name: string, t: number) => at(name, i, t) - at(name, i, t - 1);
    const z = rows.map((t) => [
      ...Array.from({ length: lags }, (_, k) => (t - 2 - k >= 0 ? at('y', i, t - 2 - k) : 0)),
      d('x', t),
    ]);
    const h = rows.map((_, r) =>
      rows.map((__, c) => (r === c ? 2 : Math.abs(r - c) === 1 ? -1 : 0)),
    );
    const zt = transpose(z);
    weight = sum(weight, multiply(multiply(zt, h), z));
    zx = sum(
      zx,
      multiply(
        zt,
        rows.map((t) => [d('y', t - 1), d('x', t)]),
      ),
    );
    zy = sum(
      zy,
      multiply(
        zt,
        rows.map((t) => [d('y', t)]),
      ),
    );
  }
  const projected = multiply(transpose(zx), inverse(weight));
  return { params: solve(multiply(projected, zx), multiply(projected, zy)).map(([b]) => b!) };
}

export const plain: Target = {
  name: 'plain',
  prepare: () =>
    Promise.resolve((draw) => {
      const { name, model, expected } = checks[draw(checks.length)]!;
      const sample = sampleOf(draw);
      return {
        input: `${name} of ${sample.units} units and ${sample.periods} periods`,
        run: async () => compare(name, await fitted(sample, model), expected(sample)),
      };
    }),
};

/** These samples identify every coefficient, so an error is wrong as well. */
async function fitted({ columns }: Sample, model: object): Promise<FitResult> {
  try {
    return await fitModel(columns, model as never);
  } catch (error) {
    throw new WrongResult(`a fit was expected, found ${String(error)}`);
  }
}

/** Naive inverses of small samples lose up to half of the digits. */
const TOLERANCE = 1e-6;

/** The names of the restatement's columns; fits report a constant that it lacks. */
const names: Readonly<Record<string, readonly string[]>> = {
  ols: ['_cons', 'x', 'w'],
  '2sls': ['_cons', 'w', 'x'],
  within: ['x', 'w'],
  dpd: ['L1.y', 'x'],
};

function compare(name: string, fit: FitResult, expected: ReturnType<Check['expected']>): void {
  const values = (numbers: FitResult['params']) => names[name]!.map((one) => numbers[one]!);
  check(`${name} coefficient`, values(fit.params), expected.params);
  const { stdErrors } = expected;
  if (stdErrors !== undefined) check(`${name} std. error`, values(fit.stdErrors), stdErrors);
}

function check(what: string, numbers: readonly number[], expected: readonly number[]): void {
  numbers.forEach((value, j) => {
    // A coefficient near 0 has few digits; units of the data differ by up to 10^6.
    const scale = Math.max(Math.abs(expected[j]!), 1e-3 * Math.min(...expected.map(Math.abs)));
    if (Math.abs(value - expected[j]!) <= TOLERANCE * scale) return;
    throw new WrongResult(`${what} ${j + 1} is ${value}, the restatement gives ${expected[j]}`);
  });
}
