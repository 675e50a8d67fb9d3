/** A result of every kind. */
import {
  augment,
  bootstrap,
  compareGroups,
  delta,
  compareDesigns,
  diagnostics,
  fitModel,
  hausman,
  influence,
  instruments,
  margins,
  multipleTests,
  multiverse,
  permutationTest,
  simulatePower,
  predict,
  wald,
  weakIdentification,
  withBootstrap,
} from 'wasmetrics';
import { auditTable, comparePrinted, readPrintedTables } from 'wasmetrics/audit';
import { compositeIndex, correlate, describeData, panelReport } from 'wasmetrics/data';
import { compatReport } from 'wasmetrics/interchange';
import { regressionTable, type Result, type ResultKind } from 'wasmetrics/report';
import type { DpdModelInput } from 'wasmetrics/types';
import { data, model } from '../../analysis/sensitivity/example.js';

const alone = { workers: 0 } as const;
const regression = { estimator: 'ols', formula: 'n ~ w + k' } as const;
const panel = { unit: 'id', time: 'year' } as const;

/** Few coefficients, as the sets of all others are searched for each. */
const small: DpdModelInput = {
  ...model,
  formula: 'n ~ L.n + w',
  gmm: [{ vars: 'n', lags: [2, 3] }],
  iv: [{ vars: 'w' }],
};

/** What `wasmetrics test` prints. */
async function tests(): Promise<Result> {
  const fit = await fitModel(data, regression);
  const { statistic, level } = fit;
  const parts = await Promise.all([wald(fit, 'w = k'), delta(fit, 'w/k'), diagnostics(fit)]);
  return {
    kind: 'tests',
    statistic,
    level,
    wald: parts[0],
    functions: parts[1].functions,
    diagnostics: parts[2],
  };
}

export const makers: Readonly<Record<ResultKind, () => Promise<Result>>> = {
  async fit() {
    const fit = await fitModel(data, model);
    const statistics = ['hansen', 'diffHansen', 'ar', 'w/k'];
    const options = { reps: 49, jackknife: true, statistics };
    return withBootstrap(fit, await bootstrap(fit, { ...options, ...alone }).result);
  },
  wald: async () => wald(await fitModel(data, model), ['w = k', 'L1.n = 1']),
  'delta-method': async () => delta(await fitModel(data, model), ['w/k', 'w + k']),
  hypotheses: async () => {
    const options = { of: ['w', 'k'], adjust: ['holm', 'romano-wolf'], reps: 99 } as const;
    return multipleTests([await fitModel(data, regression)], { ...options, ...alone });
  },
  audit: async () =>
    auditTable(
      readPrintedTables('| | (1) |\n|---|---|\n| w | 0.500 |\n| | (0.100) |\n| N | 120 |'),
    ),
  async 'printed-comparison'() {
    const table = regressionTable([await fitModel(data, regression)]);
    const text = 'Table 1\n\n| | (1) |\n|---|---|\n| w | 9.000 |\n| x | 0.500 |';
    return comparePrinted(readPrintedTables(text), { T1: table });
  },
  index: async () => compositeIndex(data, { method: 'pca', columns: ['w', 'k', 'n'] }),
  augment: async () => augment(await fitModel(data, regression)),
  prediction: async () => predict(await fitModel(data, regression), data),
  async margins() {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'n ~ w*k' });
    return margins(fit, { of: 'w', over: 'k', points: 3 });
  },
  diagnostics: async () => diagnostics(await fitModel(data, regression)),
  async hausman() {
    const random = { estimator: 'panel', formula: 'n ~ w + k', panel, effects: 'random' } as const;
    const fits = [{ ...random, effects: 'within' } as const, random].map((one) =>
      fitModel(data, one),
    );
    const [within, effects] = await Promise.all(fits);
    return hausman(within!, effects!);
  },
  tests,
  multiverse: () => multiverse(data, model, { over: { steps: [1, 2], h: [1, 3] }, ...alone }),
  instruments: async () => instruments(await fitModel(data, model)),
  influence: async () => influence(await fitModel(data, model), alone),
  power: async () => simulatePower(await fitModel(data, model), { reps: 4, ...alone }),
  design: async () => compareDesigns(await fitModel(data, model), { reps: 4, ...alone }),
  permutation: async () =>
    permutationTest(await fitModel(data, regression), { of: 'w', reps: 19, ...alone }),
  groups: () =>
    compareGroups(data, regression, {
      by: 'ind',
      of: 'w',
      reps: 19,
      methods: ['bootstrap'],
      ...alone,
    }),
  'weak-identification': async () =>
    weakIdentification(await fitModel(data, small), { places: 12, ...alone }),
  description: async () =>
    await describeData(data, { columns: ['n', 'w', 'k'], by: 'ind', unit: 'id' }),
  correlation: () => correlate(data, { columns: ['n', 'w', 'k'] }),
  'panel-report': async () =>
    await panelReport(data, { unit: 'id', time: 'year', categories: ['ind'] }),
  compat: () => compatReport(data, { ...model, compat: 'gretl' }),
};
