/** Models of a study that describe several: a column for each. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readTable } from 'wasmetrics/data';
import { defineStudy, runStudy, type StudyInput } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = await readTable(readFileSync(csv));
const run = (study: StudyInput) => runStudy(study, data, { workers: 0 });

describe('a table of a study', () => {
  test('has a column for each outcome, step and sample', async () => {
    const models = [
      {
        estimator: 'ols',
        formula: 'Level ~ Gov + sw0($controls)',
        samples: { all: null, late: 'year > 2018' },
      },
      { estimator: 'ols', formula: 'c(Level, Gov) ~ Open' },
    ] as const;
    const {
      tables,
      models: fits,
      claims,
    } = await run({
      sets: { controls: ['IL', 'Open'] },
      tables: { T1: { models } },
      claims: { H1: 'T1.4: Gov > 0' },
    });
    expect(Object.keys(fits)).toEqual(['T1.1', 'T1.2', 'T1.3', 'T1.4', 'T1.5', 'T1.6']);
    expect(tables['T1']!.head).toEqual([['', 'all', 'all', 'late', 'late', '(5)', '(6)']]);
    expect(Object.keys(fits['T1.4']!.params)).toEqual(['Gov', 'IL', 'Open', '_cons']);
    expect(fits['T1.6']!.depvar).toBe('Gov');
    expect(claims[0]!.verdict).not.toBe('not testable');
  });

  test('keeps the rows of the default filter in every sample', async () => {
    const model = { estimator: 'ols', formula: 'Level ~ Gov' } as const;
    const { models } = await run({
      defaults: { where: 'year > 2015' },
      tables: {
        T1: { models: [{ ...model, samples: { all: null, early: 'year < 2018' } }, model] },
      },
    });
    expect(models['T1.1']!.nobs).toBe(models['T1.3']!.nobs);
    const { models: alone } = await run({
      tables: { T1: { models: [{ ...model, where: 'year > 2015 && year < 2018' }] } },
    });
    expect(models['T1.2']!.params).toEqual(alone['T1.1']!.params);
  });

  test('refuses split in a model, and several models in a table that splits', () => {
    const study = (table: object) => () => defineStudy({ tables: { T1: table } } as never);
    const model = { estimator: 'ols', formula: 'Level ~ Gov', split: 'Region' };
    expect(study({ models: [model] })).toThrow(/study: tables\.T1\.models\[0\]\.split: /);
    const several = { estimator: 'ols', formula: 'c(Level, Gov) ~ Open' };
    expect(study({ model: several, split: { by: 'Region' } })).toThrow(/describes several models/);
  });
});
