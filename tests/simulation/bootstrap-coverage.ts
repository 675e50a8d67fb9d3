/**
 * Coverage of bootstrap intervals at 95 % on processes whose parameter is known: `npm run simulate:bootstrap
 * [replications]`. Not a part of the tests: it takes minutes. The interval that theory promises the level
 * for must come within four Monte Carlo errors of it, else the run ends with an error; the others are printed beside it, as
 * is a process with weak instruments, where theory promises nothing.
 */
import { bootstrap, fitModel, type ModelInput } from 'wasmetrics';
import type { IntervalMethod } from 'wasmetrics/types';
import { normal } from '../bindings/models/identification/data.js';

const level = 0.95;
const replications = Number(process.argv[2] ?? 2000);
const reps = 399;
const monteCarloError = Math.sqrt((level * (1 - level)) / replications);
const draw = normal(20260101);

type Columns = Readonly<Record<string, readonly number[]>>;

interface Process {
  readonly title: string;
  readonly model: ModelInput;
  readonly sample: () => Columns;
  /** The coefficient looked at, and its true value. */
  readonly param: string;
  readonly truth: number;
  readonly options: {
    readonly ci: readonly IntervalMethod[];
    readonly scheme?: 'pairs' | 'wild-cluster';
  };
  /** The method that theory promises the level for. */
  readonly judged?: IntervalMethod;
}

/** Shares of samples whose interval holds the truth, by method; `fit` is the interval of the fit itself. */
async function coverage({ model, sample, param, truth, options }: Process) {
  const counts = new Map<string, number>();
  for (let r = 0; r < replications; ++r) {
    const fit = await fitModel(sample(), model);
    const boot = await bootstrap(fit, { reps, seed: r, level, workers: 0, ...options }).result;
    const intervals = Object.entries(boot.confInt).map(
      ([method, byName]) => [method, byName[param]!] as const,
    );
    for (const [method, [low, high]] of [['fit', fit.confInt[param]!] as const, ...intervals]) {
      counts.set(method, (counts.get(method) ?? 0) + Number(low <= truth && truth <= high));
    }
  }
  return [...counts].map(([method, count]) => ({ method, share: count / replications }));
}

/** A line each method; false where the method judged is too far from the level. */
async function report(one: Process): Promise<boolean> {
  const { title, judged } = one;
  console.log(title);
  const results = (await coverage(one)).map(({ method, share }) => {
    const far = Math.abs(share - level) > 4 * monteCarloError;
    const bad = judged === method && far;
    const words = bad ? `  too far from ${level}` : '';
    console.log(`  ${method.padEnd(12)} ${share.toFixed(4)}${words}`);
    return !bad;
  });
  return !results.includes(false);
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** y = 1 + 0.5 x + u, u of variance (1 + x^2) / 2. */
function heteroskedastic(nobs: number): Columns {
  const x = range(nobs).map(() => draw());
  const y = x.map((value) => 1 + 0.5 * value + draw() * Math.sqrt((1 + value * value) / 2));
  return { x, y };
}

/** y = 1 + 0.5 x + u; half of the variance of x and of u is common to a cluster. */
function clustered(groups: number, size: number): Columns {
  const rows = range(groups).flatMap((g) => {
    const [commonX, commonU] = [draw(), draw()];
    return range(size).map(() => {
      const x = (commonX + draw()) * Math.SQRT1_2;
      return { g, x, y: 1 + 0.5 * x + (commonU + draw()) * Math.SQRT1_2 };
    });
  });
  return { g: rows.map(({ g }) => g), x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) };
}

/** y_t = rho y_(t-1) + a + e_t, a and e standard normal, from the stationary distribution. */
function autoregression(units: number, periods: number, rho: number): Columns {
  const rows = range(units).flatMap((unit) => {
    const effect = draw();
    let y = effect / (1 - rho) + draw() / Math.sqrt(1 - rho * rho);
    return range(periods).map((time) => {
      if (time > 0) y = rho * y + effect + draw();
      return { unit, time, y };
    });
  });
  return {
    unit: rows.map(({ unit }) => unit),
    time: rows.map(({ time }) => time),
    y: rows.map(({ y }) => y),
  };
}

const dynamic = (system: boolean): ModelInput => ({
  estimator: 'dpd',
  panel: { unit: 'unit', time: 'time' },
  formula: 'y ~ L.y',
  gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
  system,
  steps: 2,
  vcov: { type: 'windmeijer' },
});

const dynamicIntervals = { ci: ['studentized', 'percentile'] as const };

const processes: readonly Process[] = [
  {
    title: 'least squares, 100 rows, heteroskedastic: pairs-t',
    model: { estimator: 'ols', formula: 'y ~ x', vcov: { type: 'HC1' } },
    sample: () => heteroskedastic(100),
    param: 'x',
    truth: 0.5,
    options: { scheme: 'pairs', ci: ['studentized', 'percentile'] },
    judged: 'studentized',
  },
  {
    title: 'least squares, 10 clusters of 20 rows: wild cluster-t, null imposed, inverted',
    model: { estimator: 'ols', formula: 'y ~ x', vcov: { type: 'CV1', cluster: 'g' } },
    sample: () => clustered(10, 20),
    param: 'x',
    truth: 0.5,
    options: { scheme: 'wild-cluster', ci: ['inverted', 'percentile'] },
    judged: 'inverted',
  },
  {
    title: 'difference GMM, 200 units, 8 periods, rho 0.5: two steps, Windmeijer-t',
    model: dynamic(false),
    sample: () => autoregression(200, 8, 0.5),
    param: 'L1.y',
    truth: 0.5,
    options: dynamicIntervals,
    judged: 'studentized',
  },
  {
    title: 'system GMM, 200 units, 8 periods, rho 0.5: two steps, Windmeijer-t',
    model: dynamic(true),
    sample: () => autoregression(200, 8, 0.5),
    param: 'L1.y',
    truth: 0.5,
    options: dynamicIntervals,
    judged: 'studentized',
  },
  {
    title: 'difference GMM, 100 units, 6 periods, rho 0.9, where instruments are weak',
    model: dynamic(false),
    sample: () => autoregression(100, 6, 0.9),
    param: 'L1.y',
    truth: 0.9,
    options: dynamicIntervals,
  },
];

let good = true;
console.log(
  `${replications} replications of ${reps} replicates, Monte Carlo error ${monteCarloError.toFixed(4)}`,
);
for (const one of processes) good = (await report(one)) && good;
if (!good) process.exitCode = 1;
