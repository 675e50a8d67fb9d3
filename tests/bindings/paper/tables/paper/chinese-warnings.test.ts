/** Warnings of models in Chinese tables. */
import { expect, it } from 'vitest';
import { fitModel, type FitResult, type ModelInput, parseResult } from 'wasmetrics';
import { explanations, regressionTable, toJson } from 'wasmetrics/report';
import { warnings } from '../../../../../bindings/words/zh/warnings/index.js';

/** What formats do with a table, which `tables.page` of the vocabulary says. */
const ofFormats = ['wide-table', 'long-table', 'key-without-effect'];

it('every warning that is explained has a sentence in Chinese', () => {
  const codes = explanations.filter(({ kind }) => kind === 'warning').map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(50);
  expect(
    codes.filter((code) => !Object.hasOwn(warnings, code) && !ofFormats.includes(code)),
  ).toEqual([]);
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
  const { notes } = regressionTable([fit], { language: 'zh', notes: ['auto', 'warnings'] });
  const written = notes.filter((note) => note.startsWith('警告'));
  expect(written).toHaveLength(fit.warnings.length);
  for (const words of expected) expect(written.join('\n')).toContain(words);
  expect(written.join('\n')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
});

it('a result read from a file has its Chinese sentences, and an older file its English ones', async () => {
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ x + twice' };
  const fit = JSON.parse(toJson(await fitModel(data, model))) as FitResult;
  const read = parseResult(fit);
  const older = { ...fit, warnings: fit.warnings.map(({ code, message }) => ({ code, message })) };
  const notesOf = (one: FitResult) =>
    regressionTable([one], { language: 'zh', notes: ['warnings'] }).notes.join('\n');
  expect(notesOf(read)).toContain('twice与x完全共线，已略去');
  expect(notesOf(parseResult(older))).toContain('twice is collinear with x and is left out');
});
