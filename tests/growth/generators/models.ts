/** Formulas, filters, expressions, hypotheses, and model and study files. */
import { delta, fitModel, parseModel, wald } from 'wasmetrics';
import { prepareData, toTable } from 'wasmetrics/data';
import { defineStudy, type StudyInput } from 'wasmetrics/study';
import { readYaml } from '../../../cli/yaml.js';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const data = toTable({ y: [1, 3, 2, 5, 4, 6], x: [1, 2, 3, 4, 5, 7], id: [1, 1, 2, 2, 3, 3] });
const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });

const formula = (text: string) => fitModel(data, { estimator: 'ols', formula: text });
const where = (text: string) => fitModel(data, { estimator: 'ols', formula: 'y ~ x', where: text });
const build = (text: string) => prepareData(data, { build: { q: text } });
const yaml = (text: string) => readYaml('model.yaml', text);
const model = (text: string) => parseModel(yaml(text));
const study = (text: string) => defineStudy(yaml(text) as StudyInput);

export const models: readonly Generator[] = [
  texts('formula: brackets', 200_000, (n) => `y ~ ${'('.repeat(n)}x`, formula),
  texts('formula: a long name', 200_000, (n) => `y ~ ${'x'.repeat(n)}`, formula),
  texts('formula: blanks', 200_000, (n) => `y ~ x${' '.repeat(n)}z`, formula),
  texts('formula: digits', 200_000, (n) => `y ~ x^${'1'.repeat(n)}`, formula),
  texts('formula: terms', 20_000, (n) => `y ~ ${many(n, (i) => `x${i}`, ' + ')}`, formula),
  texts('formula: products', 100_000, (n) => `y ~ ${many(n, (i) => `x${i}`, '*')}`, formula),
  texts('formula: sums in products', 1000, (n) => `y ~ ${many(n, () => '(x + z)', ':')}`, formula),
  texts('formula: idioms of Stata', 10_000, (n) => `y ${'c.x##c.z '.repeat(n)}`, formula),
  texts(
    'formula: quotes that never close',
    100_000,
    (n) => `y ~ x ${'"\\"'.repeat(n / 3)}`,
    formula,
  ),
  texts('formula: options', 30_000, (n) => `y x, ${'absorb(id '.repeat(n / 10)}`, formula),
  texts('where: signs', 200_000, (n) => `${'-'.repeat(n)}x > 1`, where),
  texts('where: conditions', 40_000, (n) => many(n, (i) => `x != ${i}`, ' & '), where),
  texts('where: words with dots', 20_000, (n) => 'c.x##_'.repeat(n), where),
  texts('where: a list', 40_000, (n) => `x in (${many(n, String, ', ')})`, where),
  texts('build: words with dots', 20_000, (n) => `mean${'c.x##_'.repeat(n)}(x)`, build),
  texts('build: brackets', 100_000, (n) => 'log('.repeat(n), build),
  texts(
    'hypotheses: terms',
    20_000,
    (n) => many(n, () => 'x', ' + '),
    (text) => wald(fit, text),
  ),
  texts(
    'function: brackets',
    100_000,
    (n) => '('.repeat(n),
    (text) => delta(fit, [text]),
  ),
  texts('yaml: closing brackets', 10_000, (n) => ']'.repeat(n), yaml),
  texts('yaml: lists in lists', 50_000, (n) => '- '.repeat(n), yaml),
  texts('yaml: lists in brackets', 100_000, (n) => '['.repeat(n), yaml),
  texts('yaml: anchors', 10_000, (n) => '&a '.repeat(n), yaml),
  texts('yaml: tags', 10_000, (n) => '!a '.repeat(n), yaml),
  texts('yaml: aliases', 20_000, (n) => `a: &a 1\nb: [${many(n, () => '*a', ', ')}]`, yaml),
  texts(
    'yaml: aliases of aliases',
    80,
    (n) => `a0: &a0 [x, x]\n${many(n, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}`,
    yaml,
  ),
  texts('yaml: a text over lines', 50_000, (n) => `a: "${'\n '.repeat(n)}"`, yaml),
  texts('yaml: unknown keys of a model', 4000, (n) => many(n, (i) => `key${i}: 1\n`), model),
  texts(
    'yaml: tables of a study',
    400,
    (n) =>
      `study: 1\ntables:\n${many(n, (i) => `  T${i}: { models: [{ estimator: ols, formula: y ~ x }] }\n`)}`,
    study,
  ),
];
