/** Each lost row counts under the term that lacks it, wherever i(x) is written. */
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../../../bindings/data/index.js';
import { buildDesign } from '../../../../bindings/models/dynamic/design/formula-design.js';
import { parseModel } from '../../../../bindings/models/reading/model-file.js';
import { buildSample } from '../../../../bindings/models/linear/design/sample.js';
import { hostMath } from '../../data/support.js';

const units = 6;
const periods = 6;
const nrows = units * periods;
const panel = { unit: 'id', time: 'year', step: 1 };
const data = {
  id: Array.from({ length: nrows }, (_, i) => Math.floor(i / periods)),
  year: Array.from({ length: nrows }, (_, i) => 2001 + (i % periods)),
  y: Array.from({ length: nrows }, (_, i) => ((i + 2) * 7) % 11),
  x: Array.from({ length: nrows }, (_, i) => ((i + 5) * 5) % 13),
  g: Array.from({ length: nrows }, (_, i) => (i === 3 ? '' : ['p', 'q', 'r'][i % 3]!)),
};

function sampleOf(text: string) {
  const formula = parseFormula(text);
  const vcov = { type: 'unadjusted', small: true } as const;
  return buildSample({ estimator: 'ols', formula, panel, vcov }, data, hostMath);
}

describe('lost rows', () => {
  test.each(['y ~ i(year) + L2.x', 'y ~ L2.x + i(year)', 'y ~ i(year):L2.x'])('of %s', (text) => {
    expect(sampleOf(text).ledger.lost).toMatchObject([{ reason: 'L2.x missing', rows: 12 }]);
  });

  test('without a level count under its column', () => {
    expect(sampleOf('y ~ i(g) + L2.x').ledger.lost).toMatchObject([
      { reason: 'g missing', rows: 1 },
      { reason: 'L2.x missing', rows: 12 },
    ]);
  });

  test('leave no level that has no row', () => {
    expect(sampleOf('y ~ L2.x:i(year)').names).toEqual([
      'L2.x:year=2003',
      'L2.x:year=2004',
      'L2.x:year=2005',
      'L2.x:year=2006',
      '_cons',
    ]);
  });

  test('of a dynamic panel', () => {
    const model = parseModel({
      estimator: 'dpd',
      formula: 'y ~ i(year) + L2.x + L.y',
      panel,
      gmm: [{ vars: 'y', lags: [2, 3] }],
      iv: [{ vars: 'i(year) L2.x' }],
    });
    if (model.estimator !== 'dpd') throw new Error('expected a dynamic panel');
    const { lost } = buildDesign(model, data, hostMath).ledger;
    expect(lost[0]).toMatchObject({ reason: 'L2.x missing', rows: 12 });
  });
});
