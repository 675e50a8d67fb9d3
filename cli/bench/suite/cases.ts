/** The standard set of estimates, bootstraps and readings. Each prepares its data, then does the same work again. */
import { bootstrap, fitModel, type ModelInput } from '../../../bindings/index.js';
import { convertTable, readTable } from '../../../bindings/entries/data.js';
import { type Columns, dynamicPanel, type PanelSize, regression, workers } from './data.js';

type Work = () => Promise<unknown>;

export interface SuiteCase {
  readonly name: string;
  readonly title: string;
  /** Undefined for the start of the command, which is a process of its own. */
  readonly prepare?: () => Promise<Work>;
}

const fitting =
  (make: () => Columns, model: object): (() => Promise<Work>) =>
  async () => {
    const columns = make();
    return () => fitModel(columns, model as ModelInput);
  };

/** A bootstrap of a fit that is estimated before. */
const drawing =
  (make: () => readonly [Columns, object], options: object): (() => Promise<Work>) =>
  async () => {
    const [columns, model] = make();
    const fit = await fitModel(columns, model as ModelInput);
    return () => bootstrap(fit, { seed: 1, workers: 0, ...options } as never).result;
  };

function panelCase(name: string, size: PanelSize, instruments: number, reps: number): SuiteCase {
  const [units, periods] = size;
  return {
    name,
    title: `${reps} replicates of system GMM, panel of ${units} x ${periods}, ${instruments} instruments`,
    prepare: drawing(
      () => {
        const { columns, model } = dynamicPanel(size);
        return [columns, model];
      },
      { reps },
    ),
  };
}

const reading =
  (to: 'csv' | 'dta'): (() => Promise<Work>) =>
  async () => {
    const { bytes } = await convertTable(regression(50_000, 5, 50), to);
    return () => readTable(bytes, { name: `data.${to}` });
  };

const regressors = Array.from({ length: 10 }, (_, i) => `x${i + 1}`).join(' + ');
const clustered = { type: 'cluster', cluster: 'cluster' };

export const suiteCases: readonly SuiteCase[] = [
  panelCase('S', [140, 9, 0, 6, 0], 42, 2000),
  panelCase('M', [1000, 7, 1, 5, 1], 47, 500),
  panelCase('X', [500, 9, 2, 5, 2], 113, 250),
  panelCase('B', [5000, 7, 1, 5, 1], 47, 150),
  {
    name: 'OLS',
    title: 'least squares with HC1, 100,000 rows, 10 regressors',
    prepare: fitting(() => regression(100_000, 10, 50), {
      estimator: 'ols',
      formula: `y ~ ${regressors}`,
      vcov: { type: 'HC1' },
    }),
  },
  {
    name: 'IV',
    title: '2SLS with tests of the instruments, 100,000 rows, 10 regressors, 3 instruments',
    prepare: fitting(() => regression(100_000, 10, 50), {
      estimator: 'iv',
      formula: `y ~ ${regressors.replace('x1 + ', '')} | x1 ~ z1 + z2 + z3`,
      vcov: clustered,
    }),
  },
  {
    name: 'wild',
    title: 'wild cluster bootstrap of 9,999 draws, 10,000 rows, 50 clusters, 10 regressors',
    prepare: drawing(
      () => [
        regression(10_000, 10, 50),
        { estimator: 'ols', formula: `y ~ ${regressors}`, vcov: clustered },
      ],
      { scheme: 'wild-cluster', reps: 9999, ci: ['percentile'] },
    ),
  },
  {
    name: 'HDFE-simple',
    title: 'two absorbed effects that are easy to separate, 1,000,000 rows',
    prepare: fitting(() => workers(1_000_000, 'simple'), {
      estimator: 'ols',
      formula: 'y ~ x | id + firm',
    }),
  },
  {
    name: 'HDFE-difficult',
    title: 'three absorbed effects that are hard to separate, 1,000,000 rows',
    prepare: fitting(() => workers(1_000_000, 'difficult'), {
      estimator: 'ols',
      formula: 'y ~ x | id + firm + year',
    }),
  },
  { name: 'CSV', title: 'reading a CSV file, 50,000 rows, 10 columns', prepare: reading('csv') },
  { name: 'dta', title: 'reading a .dta file, 50,000 rows, 10 columns', prepare: reading('dta') },
  { name: 'start', title: 'start of the command to the printed fit' },
];

/** Work that no build of wasmetrics changes: it tells the speed of the machine at the time. */
export function yardstick(): Float64Array {
  const n = 128;
  const [a, c] = [
    Float64Array.from({ length: n * n }, (_, i) => (i % 7) - 3),
    new Float64Array(n * n),
  ];
  for (let pass = 0; pass < 4; pass++) {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        const factor = a[i * n + k]!;
        for (let j = 0; j < n; j++) c[i * n + j]! += factor * a[k * n + j]!;
      }
    }
  }
  return c;
}
