/** Permutation tests against all permutations in plain arithmetic. */
import { describe, expect, test } from 'vitest';
import { fitModel, permutationTest } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { tStatistic } from './plain-ols.js';
import { noise, panelOf } from './resamples.js';

/** All orders of a list. */
function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    orders([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

/** Each row of `blocks` takes the residual of the row in the same place of the block that `order` names. */
function moved(e: readonly number[], blocks: readonly (readonly number[])[], order: number[]) {
  const out = [...e];
  blocks.forEach((block, b) =>
    block.forEach((row, place) => (out[row] = e[blocks[order[b]!]![place]!]!)),
  );
  return out;
}

/** Share of the permutations of blocks whose t is at least that of the sample. */
function exactP(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  groups: readonly number[],
  blocks: readonly (readonly number[])[],
  all: readonly number[][],
) {
  const { t } = tStatistic(rows, y, groups);
  const { e } = tStatistic(
    rows.map((row) => row.slice(1)),
    y,
    groups,
  );
  const mean = y.map((value, row) => value - e[row]!);
  const beyond = all.filter((order) => {
    const star = moved(e, blocks, order).map((value, row) => mean[row]! + value);
    return Math.abs(tStatistic(rows, star, groups).t) >= Math.abs(t) * (1 - 1e-9);
  });
  return beyond.length / all.length;
}

const next = noise(3);
const draw = (n: number) => Array.from({ length: n }, next);

describe('permutationTest', () => {
  test.each([
    ['HC1', [0, 1, 2, 3, 4, 5]],
    ['CV1', [0, 0, 1, 1, 2, 2]],
  ] as const)('takes all permutations of six rows, t by %s', async (type, g) => {
    const [x, w, y] = [draw(6), draw(6), draw(6)];
    const vcov = type === 'CV1' ? { cluster: 'g' } : { type };
    const fit = await fitModel({ x, w, y, g }, { estimator: 'ols', formula: 'y ~ x + w', vcov });
    const result = await permutationTest(fit, { of: 'x', reps: 720 });
    const rows = x.map((value, i) => [value, w[i]!, 1]);
    const each = x.map((_, i) => [i]);
    const expected = exactP(rows, y, g, each, orders([0, 1, 2, 3, 4, 5]));
    expect(result).toMatchObject({ reps: 720, enumerated: true, monteCarloError: 0, units: 6 });
    expect(result.pValue).toBe(expected);
    expect(result.comparedStat).toBeCloseTo(tStatistic(rows, y, g).t, 10);
    expect(toText(result)).toMatch(/^permutations +all 720 of 6 rows$/m);
    const drawn = await permutationTest(fit, { of: 'x', reps: 719, seed: 4 });
    expect(drawn.enumerated).toBe(false);
    expect(Math.abs(drawn.pValue - expected)).toBeLessThan(4 * drawn.monteCarloError + 1 / 720);
  });

  test('exchanges whole clusters with others of their size', async () => {
    const g = [0, 0, 1, 1, 2, 2, 3, 3, 4];
    const [x, w, y] = [draw(9), draw(9), draw(9)];
    const model = { estimator: 'ols', formula: 'y ~ x + w', vcov: { cluster: 'g' } } as const;
    const fit = await fitModel({ x, w, y, g }, model);
    const result = await permutationTest(fit, { of: 'x', reps: 24, cluster: 'g' });
    const rows = x.map((value, i) => [value, w[i]!, 1]);
    const blocks = [[0, 1], [2, 3], [4, 5], [6, 7], [8]];
    const all = orders([0, 1, 2, 3]).map((order) => [...order, 4]);
    expect(result.pValue).toBe(exactP(rows, y, g, blocks, all));
    expect(result.warnings.map(({ code }) => code)).toEqual(['fixed-clusters']);
  });

  test('within units the estimate is that of effects, written out or absorbed', async () => {
    const table = panelOf(4);
    const vcov = { cluster: 'id' };
    const panel = { unit: 'id', time: 'time' };
    const absorbed = await fitModel(table, {
      estimator: 'panel',
      formula: 'y ~ x + w',
      panel,
      vcov,
    });
    const written = await fitModel(table, { estimator: 'ols', formula: 'y ~ x + w + i(id)', vcov });
    const how = { of: 'x', reps: 199, within: 'id' } as const;
    const [one, other] = [
      await permutationTest(absorbed, how),
      await permutationTest(written, how),
    ];
    expect(one.estimate).toBeCloseTo(absorbed.params['x']!, 10);
    expect(one.comparedStat / other.comparedStat).toBeCloseTo(1, 10);
    expect(one.pValue).toBe(other.pValue);
  });

  test.each([
    [{ estimator: 'ols', formula: 'y ~ x + w' }, 'unadjusted'],
    [{ estimator: 'ols', formula: 'y ~ x + w', vcov: { type: 'HC3' } }, 'HC0'],
    [{ estimator: 'ols', formula: 'y ~ x + w', vcov: { cluster: 'id', small: false } }, 'cluster'],
    [
      { estimator: 'panel', formula: 'y ~ x + w', panel: { unit: 'id', time: 'time' } },
      'unadjusted',
    ],
    [{ estimator: 'ols', formula: 'y ~ x + w | id' }, 'unadjusted'],
  ] as const)('reports the estimate, error and t of %j', async (model, errors) => {
    const fit = await fitModel(panelOf(4), model);
    for (const statistic of ['t', 'coefficient'] as const) {
      const result = await permutationTest(fit, { of: 'x', reps: 19, within: 'id', statistic });
      expect(result).toMatchObject({
        estimate: fit.params['x'],
        stdError: fit.stdErrors['x'],
        stat: fit.statistics['x'],
        statisticName: fit.statistic,
        permutedErrors: statistic === 't' ? errors : 'none',
      });
      if (statistic === 'coefficient') expect(result.comparedStat).toBeCloseTo(fit.params['x']!, 9);
      const text = toText(result);
      const row = toText(fit)
        .match(/^x .*$/m)![0]
        .split(/ +/)
        .slice(0, 4);
      expect(
        text
          .match(/^x .*$/m)![0]
          .split(/ +/)
          .slice(0, 4),
      ).toEqual(row);
      expect(text).toMatch(/^permuted +residuals of the model without x$/m);
      expect(text).toMatch(/^std. error +\S/m);
    }
  });

  test('keeps its size where the errors are exchangeable', async () => {
    const model = { estimator: 'ols', formula: 'y ~ x + w' } as const;
    let rejected = 0;
    for (let i = 0; i < 200; i++) {
      const [x, w] = [draw(12), draw(12)];
      const fit = await fitModel({ x, w, y: w.map((value) => value + next()) }, model);
      rejected += Number((await permutationTest(fit, { of: 'x', reps: 99 })).pValue <= 0.1);
    }
    expect(Math.abs(rejected / 200 - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / 200));
  });

  test('rejects incompatible options', async () => {
    const table = panelOf(4);
    const panel = { unit: 'id', time: 'time' };
    const within = await fitModel(table, { estimator: 'panel', formula: 'y ~ x + w', panel });
    const iv = await fitModel(table, { estimator: 'iv', formula: 'y ~ w | e ~ z' });
    const hac = await fitModel(table, {
      estimator: 'ols',
      formula: 'y ~ x',
      vcov: { type: 'hac', order: 'order' },
    });
    const reason = async (...given: Parameters<typeof permutationTest>) =>
      permutationTest(...given).then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    expect(await reason(within, { of: 'x', reps: 9 })).toMatch(/levels of id.*within id/);
    expect(await reason(within, { of: 'size', reps: 9 })).toMatch(/among x, w, found size/);
    expect(await reason(iv, { of: 'e', reps: 9 })).toMatch(/endogenous/);
    expect(await reason(hac, { of: 'x', reps: 9 })).toMatch(/found vcov hac/);
    expect(await reason(hac, { of: 'x', reps: 9, statistic: 'coefficient' })).toBe('nothing');
    expect(await reason(hac, { of: 'x', reps: 0 })).toMatch(/reps: expected a whole number from 1/);
    expect(await reason(hac, { of: 'x', reps: 9, ci: [] } as never)).toMatch(
      /^permutation: options: expected keys among of, reps, .*, signal, onProgress, .*, found ci$/,
    );
    expect(await reason(hac, { of: 'x', reps: 9, within: 'row' })).toMatch(
      /nothing can be exchanged/,
    );
  });
});
