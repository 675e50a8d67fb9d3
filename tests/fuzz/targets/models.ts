/** Models as objects and as YAML, with one or more parts replaced, removed or damaged. */
import { fitModel, parseModel } from 'wasmetrics';
import { stringify } from 'yaml';
import { readYaml } from '../../../cli/yaml.js';
import type { Draw } from '../damage.js';
import type { Target } from '../target.js';
import { damagedText, joined, oddNumbers, pick } from '../texts.js';
import { oddValue, shown, withoutPart, withPart } from '../values.js';
import { simulate } from '../../properties/panels.js';

const panelData = simulate({ units: 30, periods: 6, seed: 4 });
const data = {
  ...panelData,
  size: panelData['unit']!.map((unit) => 1 + unit),
  row: panelData['unit']!.map((_, i) => i),
};
const panel = { unit: 'unit', time: 'time' } as const;

const models: readonly object[] = [
  { estimator: 'ols', formula: 'y ~ x1 + z1', vcov: { type: 'CV1', cluster: ['unit'] } },
  {
    estimator: 'ols',
    formula: 'y ~ x1',
    vcov: { type: 'hac', kernel: 'bartlett', bandwidth: 2, order: 'row' },
  },
  {
    estimator: 'ols',
    formula: 'y ~ x1',
    weights: { column: 'size', type: 'analytic' },
    level: 0.9,
  },
  { estimator: 'panel', formula: 'y ~ x1', panel, effects: 'random', vcov: { type: 'HC1' } },
  {
    estimator: 'panel',
    formula: 'y ~ x1 | time',
    panel,
    effects: 'within',
    bootstrap: { reps: 9, seed: 2 },
  },
  { estimator: 'iv', formula: 'y ~ 1 | x1 ~ z1', method: 'fuller', fuller: 1, where: 'time > 1' },
  { estimator: 'gmm', formula: 'y ~ 1 | x1 ~ z1', method: 'two-step', weight: { type: 'robust' } },
  {
    estimator: 'dpd',
    formula: 'y ~ L.y + x1 + z1',
    panel: { ...panel, step: 1 },
    system: true,
    steps: 2,
    gmm: [
      { vars: ['y'], lags: [2, 3], collapse: true },
      { vars: ['x1'], lags: [1, 2] },
    ],
    iv: [{ vars: ['z1'] }],
    diffHansen: [{ name: 'x1', groups: ['gmm[1]'] }],
    multiverse: { over: { steps: [1, 2], collapse: [true, false] } },
    bootstrap: { reps: 9, seed: 1, ci: ['percentile'] },
  },
];

/** Values that a key of some model has, and numbers at the ends of what a computer can hold. */
// prettier-ignore
const words = [
  'robust', 'cluster', 'unit', 'HC3', 'bartlett', 'within', 'iterated', 'cue', 'fod', 'level',
  'y ~ x1', 'x1', 1, 2, 3, 0, -1, 0.5, 1000, 1e308, 5e-324, true, false, null,
  [1, 2], [2, 1], [0, 'all'], ['y'], { vars: ['y'], lags: [1, 1] }, { type: 'robust' },
] as const;

function changed(draw: Draw): unknown {
  let model: unknown = pick(draw, models);
  for (let i = draw(2); i >= 0; i--) {
    const kind = draw(4);
    if (kind === 0) model = withoutPart(draw, model);
    else model = withPart(draw, model, () => (kind === 1 ? oddValue(draw) : pick(draw, words)));
  }
  return model;
}

/** Fits each model unchanged, as the damage of a wrong model would show nothing. */
async function checkModels(): Promise<void> {
  for (const model of models) await fitModel(data, parseModel(model));
}

const objects: Target = {
  name: 'model',
  prepare: () =>
    checkModels().then(() => (draw) => {
      const model = draw(30) === 0 ? oddValue(draw) : changed(draw);
      return {
        input: shown(model),
        run: () => fitModel(data, parseModel(model)),
      };
    }),
};

// prettier-ignore
const pieces = [
  '&a ',
    '*a',
    '<<: *a',
    '? ',
    '- ',
    ': ',
    '\n',
    '\n  ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
  '!!binary ', '!!set ', '!x ', '%YAML 1.1', '---', '...', '#', '~', 'null', '1: 2', '[a]: b',
  'level: &l [*l]', '&m {k: *m}', '__proto__: 1', 'estimator: ols', '\t', '\0', ...oddNumbers,
];

const yaml: Target = {
  name: 'yaml',
  prepare: () =>
    Promise.resolve((draw) => {
      const written =
        draw(2) === 0 ? stringify(pick(draw, models)) : JSON.stringify(pick(draw, models));
      const text = draw(5) === 0 ? joined(draw, pieces) : damagedText(draw, written, pieces);
      return {
        input: JSON.stringify(text),
        run: () => fitModel(data, parseModel(readYaml('model.yaml', text))),
      };
    }),
};

export const modelTargets = [objects, yaml];
