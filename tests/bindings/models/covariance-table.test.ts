/** Every covariance of every estimator, with and without `small`, against R and Stata's rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel, type InputError, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { expectClose } from '../../properties/panels.js';
import { every } from '../../every.js';

interface Row {
  readonly estimator: string;
  readonly type: string;
  readonly small: boolean;
  readonly refused?: true;
  readonly resolved: string;
  readonly by: string;
  readonly factor: number;
  readonly stdErrors: Readonly<Record<string, number>>;
  readonly statistic: string;
  /** Of the first coefficient. */
  readonly p: number;
  /** The test that all slopes are 0. */
  readonly joint:
    | { readonly wald: number; readonly df: number }
    | { readonly f: number; readonly df: readonly [number, number] };
}

const golden = new URL('../../golden/', import.meta.url);
const { models, rows } = JSON.parse(
  readFileSync(new URL('covariance/estimators.json', golden), 'utf8'),
) as { readonly models: Readonly<Record<string, ModelInput>>; readonly rows: readonly Row[] };
const data = parseCsv(readFileSync(new URL('crime/data.csv', golden), 'utf8'));

function fitted({ estimator, type, small }: Row): Promise<FitResult> {
  const clustered = type.startsWith('CV');
  const lags = type === 'hac' || type === 'driscoll-kraay';
  const vcov = {
    type,
    small,
    ...(clustered && { cluster: 'county' }),
    ...(lags && { bandwidth: 2, kernel: 'bartlett' }),
  };
  const model = models[estimator]!;
  const quiet = model.estimator === 'iv' || model.estimator === 'gmm';
  return fitModel(data, { ...model, vcov, ...(quiet && { diagnostics: false }) } as ModelInput);
}

function expectJoint({ tests }: FitResult, { joint }: Row): void {
  const found = 'f' in joint ? tests.f : tests.wald;
  expect(found).toMatchObject({ df: joint.df });
  expectClose(found!.stat!, 'f' in joint ? joint.f : joint.wald, 1e-7, 'joint test');
}

describe('a covariance with its factor, and the law of its tests', () => {
  test('are those of 14 estimators, 12 types and both values of small', () => {
    expect(rows.length).toBe(14 * 12 * 2);
  });

  test.each([...new Set(rows.map(({ estimator }) => estimator))])('%s', (estimator) =>
    every(
      rows.filter((row) => row.estimator === estimator),
      ({ type, small, refused, by }) => `${type}, small ${small} (${refused ? 'refused' : by})`,
      async (row) => {
        if (row.refused === true) {
          const error = await fitted(row).catch((thrown: InputError) => thrown);
          expect(error).toMatchObject({ code: 'bad-value', detail: { path: 'vcov.type' } });
          return;
        }
        const fit = await fitted(row);
        expect(fit.vcov.type).toBe(row.resolved);
        expectClose(fit.vcov.factor, row.factor, 1e-12, 'factor');
        for (const [name, se] of Object.entries(row.stdErrors)) {
          expectClose(fit.stdErrors[name]!, se, 1e-8, `standard error of ${name}`);
        }
        expect(fit.statistic).toBe(row.statistic);
        expectClose(fit.pValues[Object.keys(row.stdErrors)[0]!]!, row.p, 1e-6, 'p');
        expectJoint(fit, row);
      },
    ),
  );
});
