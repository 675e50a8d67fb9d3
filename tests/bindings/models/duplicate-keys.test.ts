/** A unit with two rows in a period is refused by every estimator that has a panel, and by what starts from a model. */
import { describe, expect, test } from 'vitest';
import { compareGroups, fitModel, type ModelInput, multiverse } from 'wasmetrics';

const panel = { unit: 'id', time: 'year' } as const;
const rows = Array.from({ length: 40 }, (_, i) => ({
  id: `u${Math.floor(i / 5) + 1}`,
  year: 2001 + (i % 5),
  y: ((i * 7) % 11) + 0.1 * i,
  x: (i * 5) % 13,
  z: (i * 3) % 7,
  g: i % 2,
}));
/** u2 in 2003 is in row 8 of the data; its copies are the last two. */
const twice = [...rows, rows[7]!, { ...rows[7]!, y: 3 }];

const models: ModelInput[] = [
  { estimator: 'ols', formula: 'y ~ x', panel },
  { estimator: 'ols', formula: 'y ~ L.x', panel },
  { estimator: 'ols', formula: 'y ~ x', panel, vcov: { cluster: 'id' }, where: 'x > 2' },
  { estimator: 'panel', formula: 'y ~ x', panel },
  { estimator: 'panel', formula: 'y ~ x', panel, effects: 'random' },
  { estimator: 'iv', formula: 'y ~ 1 | x ~ z', panel },
  { estimator: 'gmm', formula: 'y ~ 1 | x ~ z', panel },
  {
    estimator: 'dpd',
    formula: 'y ~ L.y + x',
    panel,
    gmm: [{ vars: 'y', lags: [2, 3] }],
    iv: [{ vars: 'x' }],
  },
];

const refused = {
  code: 'duplicate-keys',
  message:
    'panel: each (id, year) must occur once, found 1 repeated: (u2, 2003) in rows 8, 41, 42; remove or rename the repeated rows',
  detail: { total: 1, keys: [{ unit: 'u2', time: 2003, rows: [8, 41, 42] }] },
};

describe('a repeated unit and period', () => {
  test.each(models)('is refused by %j', async (model) => {
    await expect(fitModel(twice, model)).rejects.toMatchObject(refused);
  });

  test.each(models)('is refused in a group by %j', async (model) => {
    const options = { by: 'g', of: 'x', reps: 9 };
    const groups = compareGroups(twice, model, options);
    await expect(groups).rejects.toMatchObject(refused);
  });

  test('is refused by a multiverse', async () => {
    const model = models.at(-1) as ModelInput & { estimator: 'dpd' };
    await expect(multiverse(twice, model, { workers: 0 })).rejects.toMatchObject(refused);
  });

  test('makes a message of at most 500 characters', async () => {
    const many = rows.map((row) => ({ ...row, id: 'a long name of a unit, '.repeat(9) + row.id }));
    const error = (await fitModel([...many, ...many, ...many, ...many, ...many], models[0]!).catch(
      (reason: unknown) => reason,
    )) as Error;
    expect(error.message).toMatch(/rows 1, 41, 81 and 2 more, .*, and 35 more; remove/);
    expect(error.message.length).toBeLessThanOrEqual(500);
  });

  test('does not matter without a panel', async () => {
    await expect(fitModel(twice, { estimator: 'ols', formula: 'y ~ x' })).resolves.toBeDefined();
  });
});
