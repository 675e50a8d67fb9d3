/** The coefficient that the report of influence speaks of is a column of its table. */
import { describe, expect, test } from 'vitest';
import { type DataInput, fitModel, influence } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { noise } from '../../../properties/resamples.js';

const next = noise(11);
const id = Array.from({ length: 120 }, (_, i) => Math.floor(i / 6) + 1);
const columns = Object.fromEntries(
  ['y', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'z'].map((name) => [name, id.map(next)]),
);
const outlier = id.map((unit, i) => (unit === 7 ? 40 * columns['y']![i]! : next()));
const data: DataInput = { ...columns, id, year: id.map((_, i) => 2001 + (i % 6)), last: outlier };
const panel = { unit: 'id', time: 'year' };
const regressors = 'a + b + c + d + e + f + g + last';

describe('the report of influence', () => {
  test.each([
    { estimator: 'ols', formula: `y ~ ${regressors}`, panel },
    { estimator: 'ols', formula: `y ~ ${regressors}` },
    { estimator: 'panel', formula: `y ~ ${regressors}`, panel },
    { estimator: 'iv', formula: `y ~ a + b + c + d + e + f + last | g ~ z`, panel },
    { estimator: 'gmm', formula: `y ~ a + b + c + d + e + f + last | g ~ z`, panel },
    {
      estimator: 'dpd',
      formula: `y ~ L.y + ${regressors}`,
      panel,
      gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
      iv: [{ vars: 'a b c d e f g last' }],
    },
  ] as const)('shows the coefficient of its sentence: %j', async (model) => {
    const result = await influence(await fitModel(data, model), { workers: 0 });
    const { coefficient, inStdErrors, unit } = result.units[0]!;
    const lines = toText(result).split('\n');
    const left = unit.startsWith('row') ? unit : `id ${unit}`;
    const sentence = `Leaving out ${left} ${inStdErrors[coefficient]! > 0 ? 'raises' : 'lowers'} ${coefficient} by`;
    expect(lines[2]).toContain(sentence);
    const [, ...headings] = lines
      .find((line) => line.startsWith(`${result.unit} `))!
      .trim()
      .split(/ +/);
    expect(headings).toContain(coefficient);
    const names = Object.keys(result.params);
    const shown = headings.filter((heading) => names.includes(heading));
    expect(shown).toEqual(names.filter((name) => shown.includes(name)));
    expect(toText(result)).toContain(`the 5 of ${names.length} coefficients with the largest`);
  });
});
