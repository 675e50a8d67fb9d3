import type { FitResult, Instrument } from '../../../../bindings/results/fit.js';

function instruments(group: string, equation: 'diff' | 'level', lags: number[]): Instrument[] {
  return lags.map((lag) => ({ name: `L${lag}.${group}`, group, equation, lag, nonzero: 100 }));
}

/** Arellano and Bond's firms, system GMM; numbers as printed by gretl where it has them. */
export const fit: FitResult = {
  kind: 'fit',
  estimator: 'dpd',
  title: 'System GMM, two-step',
  depvar: 'n',
  nobs: 751,
  ngroups: 140,
  ninstruments: 51,
  rankInstruments: 51,
  dfModel: 4,
  dfResid: 746,
  level: 0.95,
  params: {
    'L1.n': 0.9453809990634658,
    'L2.n': -0.08600693892602747,
    w: -0.4477795495725939,
    _cons: 1.5630848662313113,
  },
  stdErrors: {
    'L1.n': 0.1429764037468165,
    'L2.n': 0.10823175720426305,
    w: 0.15219173227425878,
    _cons: 0.49934838703749723,
  },
  statistics: { 'L1.n': 6.612, 'L2.n': -0.7947, w: -2.942, _cons: 3.13 },
  statistic: 'z',
  pValues: { 'L1.n': 3.79e-11, 'L2.n': 0.4268, w: 0.00326, _cons: 0.00175 },
  confInt: {
    'L1.n': [0.6651524, 1.2256096],
    'L2.n': [-0.2981373, 0.1261234],
    w: [-0.7460699, -0.1494892],
    _cons: [0.58438, 2.54179],
  },
  vcov: {
    type: 'windmeijer',
    names: ['L1.n', 'L2.n'],
    values: [
      [0.0204, -0.012],
      [-0.012, 0.0117],
    ],
    factor: 1,
  },
  sigma2: 0.01,
  rss: 7.4,
  tests: {
    wald: { stat: 11683.451, df: 4, pValue: 0 },
    sargan: { stat: 236.623465881018, df: 46, pValue: 1.8283424883263662e-27 },
    hansen: { stat: 96.44208285036542, df: 46, pValue: 1.9531128081889282e-5 },
    ar: [
      {
        order: 1,
        residuals: 'differenced',
        stat: -2.3536308,
        pValue: 0.0185911,
        pairs: 471,
        units: 140,
        periods: [1980, 1984],
      },
      {
        order: 2,
        residuals: 'differenced',
        stat: null,
        pValue: null,
        pairs: 0,
        units: 0,
        reason: 'no pairs of order 2',
      },
    ],
    diffHansen: [
      {
        group: 'gmm(n, 2:4)',
        excluding: { stat: 51.2, df: 22, pValue: 0.0004 },
        difference: { stat: 45.2, df: 24, pValue: 0.0055 },
      },
      {
        group: 'iv(k)',
        excluding: { stat: null, pValue: null, reason: 'fewer instruments than regressors' },
        difference: { stat: null, pValue: null, reason: 'fewer instruments than regressors' },
      },
    ],
  },
  instruments: [
    ...instruments('gmm(n, 2:4)', 'diff', [2, 3, 4]),
    ...instruments('gmm(n, 2:4)', 'level', [1]),
    { name: 'k', group: 'iv(k)', equation: 'both', nonzero: 751, dropped: 'depends on the others' },
  ],
  sample: {
    rowsRead: 1031,
    rowsUsed: 751,
    lost: [
      { reason: 'L1.n missing', rows: 140 },
      { reason: 'L2.n missing', rows: 140 },
    ],
    balanced: false,
    unitSizes: { min: 5, mean: 751 / 140, max: 7 },
  },
  warnings: [{ code: 'many-instruments', message: '51 instruments for 140 units' }],
  engine: { version: '0.1.0', wasm: 'simd', sha256: 'ab12cd34ef567890' },
};

const names = Object.keys(fit.params);
const each = (x: number) => Object.fromEntries(names.map((name, i) => [name, x * (1 + i / 4)]));

export const bootstrapped: FitResult = {
  ...fit,
  bootstrap: {
    scheme: 'cluster',
    cluster: 'id',
    reps: 10_000,
    completed: 10_000,
    partial: false,
    failed: 3,
    failures: [{ reason: 'singular weighting matrix', replicates: 3 }],
    seed: 1,
    recenter: false,
    level: 0.95,
    stdErrors: { 'L1.n': 0.1384486, 'L2.n': 0.1019259, w: 0.1501333, _cons: 0.493 },
    bias: each(-0.0225),
    biasCorrected: each(0.0225),
    monteCarloError: each(0.0005843),
    confInt: {
      percentile: {
        'L1.n': [0.6994246, 1.2075284],
        'L2.n': [-0.2834304, 0.0901608],
        w: [-0.6903, -0.1021],
        _cons: [0.53, 2.61],
      },
      basic: {
        'L1.n': [0.6832336, 1.1913374],
        'L2.n': [-0.2621747, 0.1114166],
        w: [-0.79346, -0.20526],
        _cons: [0.51617, 2.59617],
      },
    },
    pValueMethod: 'symmetric',
    pValues: each(0.0021),
    warnings: [],
  },
};
