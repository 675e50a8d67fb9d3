/** Details of warnings about models, as fits make them. */
import type { IndexWarnings } from '../../../../bindings/words/details/indices.js';
import type {
  DynamicWarnings,
  InstrumentWarnings,
} from '../../../../bindings/words/details/instruments.js';
import type {
  EstimateWarnings,
  LinearWarnings,
  PanelWarnings,
} from '../../../../bindings/words/details/linear.js';
import type { Samples } from './samples-type.js';

const few = { clusters: 30, column: 'province', fewerThan: 42 };

export const linear: Samples<EstimateWarnings & LinearWarnings & PanelWarnings> = {
  'few-clusters': [
    { ...few, noun: 'cluster', remedy: 'wild-cluster or CV3' },
    { ...few, noun: 'cluster', remedy: 'cluster bootstrap' },
    { ...few, noun: 'unit', remedy: 'studentized bootstrap' },
    { clusters: 5, column: 'province', fewerThan: 12, scheme: 'wild-cluster', draws: 32 },
    { clusters: 5, column: 'province', fewerThan: 12, scheme: 'other', draws: 126 },
  ],
  'row-wise-errors': [
    { type: 'HC1', unit: 'id', effects: 'within' },
    { type: 'HC1', unit: 'id' },
    { type: 'HC1', unit: 'id', tests: ['wald'] },
    { type: 'HC1', unit: 'id', tests: ['wald', 'suest'] },
  ],
  'collinear-omitted': [
    { names: ['x2'], explainedBy: ['x1', '_cons'] },
    { names: ['x2', 'x3'], explainedBy: ['id effects'] },
    { names: ['x2'], explainedBy: [] },
    { names: ['i(region)'] },
  ],
  'indefinite-covariance': [{}],
  saturated: [{ count: 1 }, { count: 3 }],
  'uncentred-r2': [{}],
  'constant-outcome': [
    { outcome: 'y', constant: true },
    { outcome: 'y', constant: false },
  ],
  'extreme-scale': [
    { columns: ['gdp'], scaled: true },
    { columns: ['gdp', 'pop'], scaled: false },
  ],
  'zero-variance': [{ names: ['x1', 'x2'] }],
  'largest-bandwidth': [{ bandwidth: 8, periods: 9 }],
  'group-of-one': [{ alone: 4, units: 140, unit: 'id' }],
  'no-unit-variance': [{}],
  'perfect-fit': [{}],
};

export const instruments: Samples<InstrumentWarnings> = {
  'collinear-instruments': [
    { columns: 62, rank: 51 },
    { dropped: ['z3'], instruments: 3 },
  ],
  'singular-weighting': [
    { rank: 40, of: 51, used: 'estimates' },
    { rank: 40, of: 51, used: 'hansen' },
    { rank: 2, of: 3 },
  ],
  'negative-r2': [{}],
  'no-diagnostics': [
    { reason: 'perfect-fit' },
    { reason: 'none-endogenous' },
    { reason: 'explained-exactly' },
    { reason: 'few-rows', rows: 6, columns: 5 },
  ],
  'partial-first-stage': [{ endogenous: 'w' }],
};

const many = { instruments: 51, units: 140, ratio: 0.364, reductions: [] };

export const dynamic: Samples<DynamicWarnings> = {
  'collinear-time-effects': [{ names: ['year=1978', 'year=1979'] }],
  'no-transformed-rows': [{}],
  'not-converged': [
    { steps: 100, search: false },
    { steps: 100, search: true },
  ],
  'uncorrected-two-step': [{}],
  'fewer-components': [{ wanted: 20, components: 14, columns: 34 }],
  'many-instruments': [
    { ...many, grade: 'moderate' },
    {
      ...many,
      grade: 'high',
      reductions: [
        { collapse: true, columns: 12 },
        { collapse: true, lags: 2, columns: 6 },
      ],
    },
  ],
  'too-many-instruments': [{ ...many, units: 40, ratio: 1.275, grade: 'more than units' }],
  'hansen-without-power': [
    { p: 0.99871, moreThanUnits: false },
    { p: 0.5, moreThanUnits: true },
  ],
  'outside-bounds': [
    { name: 'L1.n', estimate: 0.4321, within: 0.5501, pooled: 1.045 },
    { name: 'L1.n', estimate: 1.1, within: 0.5501, pooled: 1.045 },
  ],
  'regressor-without-instruments': [
    { names: ['k'], columns: ['k'], outcome: [] },
    { names: ['L1.n', 'k'], columns: ['n', 'k'], outcome: ['n'] },
  ],
};

export const indices: Samples<IndexWarnings> = {
  'no-score': [{ without: 4, rows: 60 }],
  'ln-periods': [{}],
  'zero-score': [{ rows: 2 }],
  'low-kmo': [{ kmo: 0.4321 }],
  'tied-components': [{ components: [2, 3] }],
};
