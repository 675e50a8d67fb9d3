/** Rows, predictions and marginal effects against R; `tests/golden/postestimation/make.R` has the commands. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  augment,
  fitModel,
  margins,
  type MarginsOptions,
  type ModelInput,
  predict,
} from 'wasmetrics';
import { parseCsv, toTable } from 'wasmetrics/data';
import type { Columns } from 'wasmetrics/types';

const golden = (path: string) =>
  readFileSync(new URL(`../../../golden/${path}`, import.meta.url), 'utf8');
const data = parseCsv(golden('abdata/data.csv'));
const r = JSON.parse(golden('postestimation/expected.json')) as Expected;

interface Effect {
  readonly estimate: number;
  readonly stdError: number;
}

interface Margin {
  readonly hand: Effect;
  readonly package?: Effect;
}

interface Expected {
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly effects: {
    readonly within: Readonly<Record<string, number>>;
    readonly random: Readonly<Record<string, number>>;
    readonly twoway: {
      readonly residual: readonly number[];
      readonly id: Readonly<Record<string, number>>;
      readonly year: Readonly<Record<string, number>>;
    };
  };
  readonly predict: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly margins: {
    readonly average: Margin;
    readonly clustered: Margin;
    readonly means: Margin;
    readonly logs: Margin;
    readonly logsMeans: Margin;
    readonly over: readonly (Margin & { readonly k: number })[];
    readonly years: readonly (Effect & { readonly year: number })[];
  };
}

const panel = { unit: 'id', time: 'year' } as const;
const weighted = (type: 'analytic' | 'frequency', column: string) => ({
  weights: { column, type },
});
/** 1, 2 or 3 by row. */
const repeated = {
  ...data,
  columns: new Map([
    ...data.columns,
    [
      'times',
      {
        kind: 'number',
        values: Float64Array.from({ length: data.nrows }, (_, i) => 1 + ((i + 1) % 3)),
      },
    ] as const,
  ]),
};

const near = (actual: number, expected: number, tolerance: number, scale = Math.abs(expected)) => {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    tolerance * scale,
  );
};

/** The values of a column in the rows of the file with these numbers. */
function inRows(columns: Columns, name: string, rows: readonly number[]): number[] {
  const numbers = columns['row'] as Float64Array;
  const values = columns[name] as Float64Array;
  return rows.map((row) => values[numbers.indexOf(row)]!);
}

describe('the rows of a fit agree with R', () => {
  const models: Readonly<Record<string, ModelInput>> = {
    ols: { estimator: 'ols', formula: 'n ~ w + k + i(ind)' },
    weighted: { estimator: 'ols', formula: 'n ~ w + k', ...weighted('analytic', 'emp') },
    frequency: { estimator: 'ols', formula: 'n ~ w + k', ...weighted('frequency', 'times') },
    within: { estimator: 'panel', formula: 'n ~ w + k', panel },
  };

  test.each(Object.keys(models))('%s', async (name) => {
    const { columns } = await augment(await fitModel(repeated, models[name]!));
    const { row, ...expected } = r.rows[name]!;
    const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
    for (const [column, values] of Object.entries(expected)) {
      const found = inRows(columns, column, row!);
      // Rounding of R's QR of 140 dummies is of the size of the column.
      found.forEach((value, i) => near(value, values[i]!, 1e-10, largest(values)));
    }
    expect(Object.keys(expected).length).toBeGreaterThanOrEqual(4);
  });
});

describe('effects agree with R', () => {
  const effectsOf = async (effects: 'within' | 'random' | 'twoway', where?: string) => {
    const model = { estimator: 'panel', formula: 'n ~ w + k', panel, effects, where } as const;
    const fit = await fitModel(data, model);
    const { columns } = await augment(fit);
    const of = (key: string, column: string) => {
      const levels = columns[key] as Float64Array;
      const values = columns[column] as Float64Array;
      return new Map(Array.from(levels, (level, i) => [String(level), values[i]!]));
    };
    return { fit, columns, of };
  };

  test('of units, to which the constant adds', async () => {
    const { fit, of } = await effectsOf('within');
    const found = of('id', 'effect_id');
    for (const [unit, value] of Object.entries(r.effects.within)) {
      near(found.get(unit)! + fit.params['_cons']!, value, 1e-11);
    }
    expect(found.size).toBe(140);
  });

  test('of units that are random', async () => {
    const { of } = await effectsOf('random', 'year >= 1978 && year <= 1982');
    const found = of('id', 'effect_id');
    for (const [unit, value] of Object.entries(r.effects.random)) {
      near(found.get(unit)!, value, 1e-10, 1);
    }
  });

  test('of units and periods, in their differences', async () => {
    const { columns, of } = await effectsOf('twoway');
    const differences = (
      found: ReadonlyMap<string, number>,
      expected: Readonly<Record<string, number>>,
    ) => {
      const [first] = Object.keys(expected);
      for (const [level, value] of Object.entries(expected)) {
        near(found.get(level)! - found.get(first!)!, value - expected[first!]!, 1e-8, 1);
      }
    };
    differences(of('id', 'effect_id'), r.effects.twoway.id);
    differences(of('year', 'effect_year'), r.effects.twoway.year);
    const residuals = inRows(columns, 'residual', r.rows['ols']!['row']!);
    residuals.forEach((value, i) => near(value, r.effects.twoway.residual[i]!, 1e-10, 1));
  });
});

describe('predictions of new rows agree with R', () => {
  const rows = toTable({ w: [2.5, 3, 3.5], k: [-1, 0, 2] });
  const compared = async (name: string, vcov: string, options: object) => {
    const model = {
      estimator: 'ols',
      formula: 'n ~ w*k + w^2',
      vcov: { type: vcov },
    } as ModelInput;
    const { columns } = await predict(await fitModel(data, model), rows, options);
    for (const [column, values] of Object.entries(r.predict[name]!)) {
      values.forEach((value, i) => near((columns[column] as Float64Array)[i]!, value, 1e-10));
    }
  };

  test('with the interval of the mean', () => compared('confidence', 'unadjusted', { level: 0.9 }));
  test('with the interval of a new outcome', () =>
    compared('prediction', 'unadjusted', { level: 0.9, interval: 'prediction' }));
  test('with a robust covariance', () => compared('robust', 'HC1', {}));
});

describe('marginal effects agree with R', () => {
  const formula = 'log(emp) ~ w*k + w^2 + log(ys) + log(ys):k';
  const effects = async (options: MarginsOptions, cluster = false) => {
    const vcov = cluster ? { type: 'cluster', cluster: 'id' } : { type: 'HC1' };
    const fit = await fitModel(data, { estimator: 'ols', formula, vcov } as ModelInput);
    return (await margins(fit, options)).effects;
  };
  const check = ({ estimate, stdError }: Effect, expected: Margin) => {
    near(estimate, expected.hand.estimate, 1e-11);
    near(stdError, expected.hand.stdError, 1e-10);
    if (expected.package === undefined) return;
    // The package differentiates numerically.
    near(estimate, expected.package.estimate, 1e-6);
    near(stdError, expected.package.stdError, 1e-3);
  };

  test('averaged over the rows', async () => {
    check((await effects({ of: 'w' }))[0]!, r.margins.average);
  });

  test('with clustered errors', async () => {
    check((await effects({ of: 'w' }, true))[0]!, r.margins.clustered);
  });

  test('at the means', async () => {
    check((await effects({ of: 'w', means: true }))[0]!, r.margins.means);
    check((await effects({ of: 'ys', means: true }))[0]!, r.margins.logsMeans);
  });

  test('at values of the moderator', async () => {
    const found = await effects({ of: 'w', at: { k: [-2, 0, 1.5] } });
    found.forEach((effect, i) => check(effect, r.margins.over[i]!));
    expect(found.map(({ at: values }) => values['k'])).toEqual([-2, 0, 1.5]);
  });

  test('of a variable in logarithms', async () => {
    check((await effects({ of: 'ys' }))[0]!, r.margins.logs);
  });

  test('over the levels of a factor', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'n ~ w*i(year)' });
    const { effects: found } = await margins(fit, { of: 'w', over: 'year' });
    expect(found.map(({ at: values }) => Number(values['year']))).toEqual(
      r.margins.years.map(({ year }) => year),
    );
    found.forEach(({ estimate, stdError }, i) => {
      near(estimate, r.margins.years[i]!.estimate, 1e-9);
      near(stdError, r.margins.years[i]!.stdError, 1e-9);
    });
  });
});
