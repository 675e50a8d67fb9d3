/** Calls of the functions of arrays: every export of the entry points besides the root. */
import * as distributions from 'wasmetrics/distributions';
import * as estimators from 'wasmetrics/estimators';
import * as linalg from 'wasmetrics/linalg';
import * as random from 'wasmetrics/random';
import * as resampling from 'wasmetrics/resampling';

/** A call with arguments that are right. */
export interface ArrayCall {
  readonly entry: string;
  readonly name: string;
  readonly call: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
}

const square = () => linalg.matrix(2, 2, [4, 2, 2, 3]);
const tall = () => linalg.matrix(3, 2, [1, 1, 1, 2, 3, 5]);
const upper = () => linalg.matrix(2, 2, [2, 0, 1, 3]);
const pair = () => Float64Array.of(1, 2);
const batch = () => ({ ...linalg.matrix(2, 2, [4, 2, 2, 3]), count: 1, stride: 4 });
const batchOf = (rows: number, cols: number) => ({ ...linalg.matrix(rows, cols), count: 1 });

const linear: readonly [keyof typeof linalg, ...unknown[]][] = [
  ['matrix', 2, 2, [1, 2, 3, 4]],
  ['identity', 3],
  ['fromRows', [pair(), pair()]],
  ['toRows', square()],
  ['cholesky', square()],
  ['choleskyInto', square(), square()],
  ['choleskyBatch', batch(), { failed: 'nan' }],
  ['inverse', square()],
  ['inverseInto', square(), square()],
  ['inverseBatch', batch(), { failed: 'nan' }],
  ['qr', tall(), { pivoted: true }],
  ['qrInto', { q: linalg.matrix(3, 2), r: square(), pivots: new Int32Array(2) }, tall()],
  ['solve', square(), pair()],
  ['solveInto', pair(), square(), pair()],
  ['solveBatch', batch(), batchOf(2, 1), { failed: 'nan' }],
  ['solveTriangular', upper(), pair(), { transpose: true }],
  ['solveTriangularInto', pair(), upper(), pair()],
  ['lstsq', tall(), Float64Array.of(1, 2, 4), { dependent: 'omit' }],
  ['lstsqInto', { params: pair() }, tall(), Float64Array.of(1, 2, 4)],
  ['lstsqBatch', { ...tall(), count: 1 }, batchOf(3, 1)],
  ['crossprod', tall(), tall()],
  ['crossprodInto', square(), tall()],
  ['crossprodBatch', { ...tall(), count: 1 }],
  ['gemm', square(), square(), { alpha: 2, transposeA: true }],
  ['gemmInto', square(), square(), square(), { beta: 1 }],
  ['svdvals', tall()],
  ['svdvalsInto', pair(), tall()],
  ['pinv', tall(), { tolerance: 1e-10 }],
  ['pinvInto', linalg.matrix(2, 3), tall()],
  ['eigSymmetric', square()],
  ['eigSymmetricInto', { values: pair(), vectors: square() }, square()],
  ['eigSymmetricBatch', batch()],
  ['svd', tall()],
  ['eig', square()],
  ['det', square()],
  ['transpose', tall()],
];

const parameters = {
  normal: [0, 1],
  studentT: [5],
  chi2: [3],
  f: [3, 10],
  beta: [2, 3],
  gamma: [2, 1],
  noncentralChi2: [3, 1.5],
  clr: [2.5, 2, 3],
};

const streamOf = () => random.stream({ seed: 1, stream: 2, counter: 3 });

const draws: readonly [keyof typeof random, ...unknown[]][] = [
  ['stream', { seed: 1, stream: 2, counter: 3 }],
  ['philox', [1, 2, 3, 4], [5, 6]],
  ['uniform', streamOf(), 4, 0, 2],
  ['normal', streamOf(), new Float64Array(3), 1, 2],
  ['exponential', streamOf(), 4, 2],
  ['gamma', streamOf(), 4, 2, 1],
  ['poisson', streamOf(), 4, 3],
  ['binomial', streamOf(), 4, 10, 0.3],
  ['integers', streamOf(), 4, 10],
  ['rademacher', streamOf(), 4],
  ['mammen', streamOf(), 4],
  ['webb', streamOf(), 4],
  ['permutation', streamOf(), 5],
  ['shuffle', streamOf(), [1, 2, 3]],
  ['sample', streamOf(), 10, 3, { replace: true }],
];

const y = [1, 2, 3.5, 4, 4.5, 7, 8, 8.5];
const x = [1, 2, 3, 4, 6, 6, 7, 9];
const z = [2, 1, 4, 3, 5, 7, 6, 9];
const group = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'];
const unit = y.flatMap((_, i) => Array.from({ length: 6 }, () => i));
const time = y.flatMap(() => [1, 2, 3, 4, 5, 6]);
const outcome = unit.map((i, t) => ((7 * i + 3 * t * t) % 11) + i / 8);

const estimates: readonly [keyof typeof estimators, ...unknown[]][] = [
  ['ols', y, [x, z], { vcov: 'HC1', names: ['x', 'z'], weights: x, weightType: 'analytic' }],
  ['iv', y, { endogenous: [x], instruments: [z], exogenous: [] }, { cluster: group, vcov: 'CV1' }],
  ['gmm', y, { endogenous: [x], instruments: [z] }, { vcov: 'robust' }],
  ['dpd', outcome, undefined, { unit, time, lags: 1, steps: 2 }],
];

const repeated = { reps: 9, seed: 1, workers: 0 };
const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + y[row]!, 0) / rows.length;

const resamples: readonly [keyof typeof resampling, ...unknown[]][] = [
  ['bootstrapStatistic', y, mean, { ...repeated, cluster: group }],
  ['bootstrapSums', [x, y], (sums: Float64Array) => sums[0]! / sums[1]!, repeated],
  ['jackknife', y, mean, { cluster: group }],
  ['permuteStatistic', y, mean, repeated],
];

/** Loads the core and returns the calls; a function of a distribution is called `studentT.cdf`. */
export async function arrayCalls(): Promise<readonly ArrayCall[]> {
  await Promise.all([linalg.ready(), distributions.ready(), estimators.ready()]);
  const calls = (entry: string, module: object, list: readonly (readonly unknown[])[]) =>
    list.map(([name, ...args]) => {
      const call = (module as Record<string, ArrayCall['call']>)[name as string]!;
      return { entry, name: name as string, call, args };
    });
  const pointwise = Object.entries(parameters).flatMap(([name, values]) => {
    const distribution = distributions[name as keyof typeof parameters];
    return Object.entries(distribution).map(([part, call]) => ({
      entry: 'distributions',
      name: `${name}.${part}`,
      call: call as ArrayCall['call'],
      args: [[0.25, 0.75], ...values],
    }));
  });
  return [
    ...calls('linalg', linalg, linear),
    ...pointwise,
    ...calls('random', random, draws),
    ...calls('resampling', resampling, resamples),
    ...calls('estimators', estimators, estimates),
    bootstrapCall(),
  ];
}

function bootstrapCall(): ArrayCall {
  const fit = estimators.dpd(outcome, undefined, { unit, time, lags: 1, steps: 2 });
  const call = (...args: Parameters<typeof estimators.bootstrapDpd>) =>
    estimators.bootstrapDpd(...args).result;
  return {
    entry: 'estimators',
    name: 'bootstrapDpd',
    call: call as ArrayCall['call'],
    args: [fit, repeated],
  };
}
