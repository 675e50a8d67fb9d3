/** Warnings of models in Chinese tables. */
import { expect, it } from 'vitest';
import { explanations, fitModel, type ModelInput, regressionTable } from 'wasmetrics';
import { warnings } from '../../../../../bindings/words/zh/warnings/index.js';
import { chineseWarning } from '../../../../../bindings/paper/tables/paper/words/chinese-warnings.js';

it('every warning has a sentence in Chinese', () => {
  const codes = explanations.filter(({ kind }) => kind === 'warning').map(({ code }) => code);
  const message = 'a sentence in English';
  expect(codes.length).toBeGreaterThan(50);
  const without = codes.filter((code) => chineseWarning({ code, message }) === message);
  expect(without.filter((code) => !Object.hasOwn(warnings, code))).toEqual([]);
});

it('a warning that nobody has translated keeps its words', () => {
  expect(chineseWarning({ code: 'toString', message: 'rain is likely' })).toBe('rain is likely');
});

/** Eight units in six years. */
const ids = Array.from({ length: 48 }, (_, i) => Math.floor(i / 6));
const waves = (step: number) => ids.map((id, i) => Math.sin(step * i + id * id) + id / 8);
const data = {
  id: [...ids, 99],
  year: [...ids.map((_, i) => 2000 + (i % 6)), 2000],
  y: [...waves(1.3), 1],
  x: [...waves(2.1), 2],
  twice: [...waves(2.1).map((one) => 2 * one), 4],
};
const panel = { unit: 'id', time: 'year' };

it.each<[string, ModelInput, string[]]>([
  [
    'few clusters and a collinear column',
    { estimator: 'ols', formula: 'y ~ x + twice', vcov: { type: 'cluster', cluster: ['id'] } },
    ['按id只有9个聚类', 'twice与x完全共线，已略去'],
  ],
  [
    'singletons',
    { estimator: 'panel', formula: 'y ~ x', panel, vcov: { type: 'unadjusted' } },
    ['id的9个个体中有1个只有一个观测'],
  ],
  [
    'many instruments',
    {
      estimator: 'dpd',
      formula: 'y ~ L.y + x',
      panel,
      gmm: [{ vars: 'y', lags: [2, 4] }],
      iv: [{ vars: ['x'] }],
    },
    ['个工具变量（每个个体'],
  ],
])('keeps names and numbers of %s', async (_, model, expected) => {
  const fit = await fitModel(data, model);
  const { notes } = regressionTable([fit], { language: 'zh' });
  const warnings = notes.filter((note) => note.startsWith('警告'));
  expect(warnings).toHaveLength(fit.warnings.length);
  for (const words of expected) expect(warnings.join('\n')).toContain(words);
  expect(warnings.join('\n')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
});
