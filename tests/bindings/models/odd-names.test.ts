/** Columns whose names are those of other columns of the result, of JavaScript, or of parts of the syntax. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  delta,
  fitModel,
  influence,
  type ModelInput,
  permutationTest,
  wald,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toMarkdown, toText } from 'wasmetrics/report';
import { noise } from '../../properties/resamples.js';

const odd = [
  '_replicate',
  '_status',
  'const',
  'Intercept',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];
const quoted = ['L1.y', 'L.y', 'i(x)', 'x:z', 'year=2001', 'a b', 'a"b', "a'b"];
const lines = ['a\nb', 'a\tb'];
const names = [...odd, ...quoted, ...lines];
const written = names.map((name) => (odd.includes(name) ? name : `\`${name}\``));

const next = noise(8);
const cells = Array.from({ length: 150 }, (_, i) => i);
const all = ['id', 'year', 'y', 'x', 'z', '_cons', ...names];
const value = (name: string, i: number) =>
  name === 'id' ? Math.floor(i / 5) : name === 'year' ? 2001 + (i % 5) : next();
const csv = [
  all.map((name) => `"${name.replaceAll('"', '""')}"`).join(','),
  ...cells.map((i) => all.map((name) => value(name, i)).join(',')),
].join('\n');
const data = parseCsv(csv);
const panel = { unit: 'id', time: 'year' } as const;
const right = [...written, 'L(1).y', 'x:z', 'i(year)'].join(' + '); // L.y is the column

const models: ModelInput[] = [
  { estimator: 'ols', formula: `y ~ ${right}`, panel },
  { estimator: 'panel', formula: `y ~ ${right}`, panel },
  { estimator: 'iv', formula: `y ~ ${right} | x ~ z`, panel },
  { estimator: 'gmm', formula: `y ~ ${right} | x ~ z`, panel },
  {
    estimator: 'dpd',
    formula: `y ~ ${right}`,
    panel,
    gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
    iv: [{ vars: `${written.join(' ')} x:z i(year)` }],
    steps: 1,
  },
];

describe('odd names of columns', () => {
  test.each(models)('keep their estimates apart: $estimator', async (model) => {
    const fit = await fitModel(data, model);
    const found = Object.keys(fit.params);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining([...written, 'L1.y', 'x:z', 'year=2003']));
    expect(fit.vcov.names).toEqual(found);
    for (const part of ['stdErrors', 'statistics', 'pValues', 'confInt'] as const) {
      expect(Object.keys(fit[part])).toEqual(found);
    }
    const stored = JSON.parse(JSON.stringify(fit)) as typeof fit;
    expect(Object.entries(stored.params)).toEqual(Object.entries(fit.params));
    for (const name of [...written, 'L1.y', 'x:z', '_cons'].filter((one) => found.includes(one))) {
      const { functions } = await delta(fit, name);
      expect(functions[0]!.value).toBe(fit.params[name]);
    }
    const { hypotheses } = await wald(fit, ['`L1.y` = L(1).y', 'x:z = `x:z`']);
    expect(hypotheses.map(({ value: difference }) => difference)).toEqual([
      fit.params['`L1.y`']! - fit.params['L1.y']!,
      fit.params['x:z']! - fit.params['`x:z`']!,
    ]);
  });

  test.each(models)('are on one line of each table: $estimator', async (model) => {
    const fit = await fitModel(data, model);
    expect(toText(fit)).toMatch(/^`a\\nb` +-?\d/m);
    expect(toText(fit)).toMatch(/^`a\\tb` +-?\d/m);
    expect(toMarkdown(fit)).toMatch(/^\| &#96;a\\\\nb&#96; \| -?\d/m);
  });

  test('are columns of replicates and of influence', async () => {
    const model: ModelInput = { estimator: 'ols', formula: `y ~ ${written.join(' + ')}` };
    const fit = await fitModel(data, model);
    const { stdErrors } = await bootstrap(fit, { reps: 9, seed: 1, workers: 0 }).result;
    expect(Object.keys(stdErrors)).toEqual(Object.keys(fit.params));
    const { units } = await influence(fit, { workers: 0 });
    expect(Object.keys(units[0]!.inStdErrors)).toEqual(Object.keys(fit.params));
    for (const of of written) {
      const { estimate } = await permutationTest(fit, { of, reps: 9, workers: 0 });
      expect(estimate).toBe(fit.params[of]);
    }
  });

  test.each([
    ['ols', 'y ~ `_cons` + x'],
    ['panel', 'y ~ `_cons` + x'],
    ['iv', 'y ~ `_cons` | x ~ z'],
    ['iv', 'y ~ x | z ~ `_cons`'],
    ['gmm', 'y ~ x | z ~ `_cons`'],
  ] as const)('that are the intercept are refused: %s %s', async (estimator, formula) => {
    const fit = fitModel(data, { estimator, formula, panel } as ModelInput);
    await expect(fit).rejects.toMatchObject({ code: 'reserved-name' });
  });

  test('are numbered in the header of a CSV file where they are empty', () => {
    const { columns, warnings } = parseCsv('a,,b\n1,2,3');
    expect([...columns.keys()]).toEqual(['a', 'column2', 'b']);
    expect(warnings!.map(({ code }) => code)).toEqual(['blank-names']);
  });
});
