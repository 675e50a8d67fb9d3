/** Against R (AER) and linearmodels: demand for cigarettes in 1995, one endogenous variable and two instruments. */
import { expect, test } from 'vitest';
import { loadEngine } from 'wasmetrics';
import type { Test } from '../../../../bindings/results/fit.js';
import {
  endogeneity,
  robustScoreEndogeneity,
} from '../../../../bindings/models/identification/endogeneity.js';
import { firstStages } from '../../../../bindings/models/identification/first-stage.js';
import {
  overidentification,
  wooldridgeScore,
} from '../../../../bindings/models/identification/overidentification.js';
import { equations } from '../../../../bindings/models/identification/reduced-form.js';
import { twoStage } from '../../../../bindings/models/identification/structural.js';
import { type Kind, meat, orthonormal, reducedForm, without } from './data.js';
import { cigarettes, golden } from './samples.js';

type Values = Record<string, number>;
const expected = JSON.parse(golden('instruments/cigarettes.json')) as {
  tests: Record<string, { stat: number; df: number | [number, number]; pValue: number }>;
  firstStage: Record<'params' | 'stdErrors' | 'stdErrorsRobust', Values> &
    Record<'partialF' | 'partialFRobust' | 'partialR2', number>;
};

const data = cigarettes();
const { outcome } = data;
const engine = await loadEngine();
const form = (kind: Kind) => equations(reducedForm(data, kind));
const names = { endogenous: ['lrprice'], instruments: ['tdiff', 'rtax'] };

const close = (actual: number, wanted: number) =>
  expect(Math.abs(actual / wanted - 1), `${actual} for ${wanted}`).toBeLessThan(2e-9);

function compare(tests: Readonly<Record<string, Test>>, keys: readonly string[]) {
  for (const key of keys) {
    const { stat, df, pValue } = expected.tests[key]!;
    close(tests[key]!.stat!, stat);
    close(tests[key]!.pValue!, pValue);
    expect((tests[key] as { df: unknown }).df).toEqual(df);
  }
}

test('the first stage has the coefficients, standard errors and F of R', () => {
  const [plain] = firstStages(engine, form('unadjusted'), names);
  const [robust] = firstStages(engine, form('robust'), names);
  for (const name of names.instruments) {
    close(plain!.params[name]!, expected.firstStage.params[name]!);
    close(plain!.stdErrors[name]!, expected.firstStage.stdErrors[name]!);
    close(robust!.stdErrors[name]!, expected.firstStage.stdErrorsRobust[name]!);
  }
  close(plain!.partialF.stat!, expected.firstStage.partialF);
  close(robust!.partialF.stat!, expected.firstStage.partialFRobust);
  close(plain!.partialR2, expected.firstStage.partialR2);
  close(plain!.sheaR2, expected.firstStage.partialR2);
});

test('tests of overidentification are those of AER and linearmodels', () => {
  const { params } = twoStage(form('unadjusted'));
  compare({ ...overidentification(engine, form('unadjusted'), params) }, [
    'sargan',
    'basmann',
    'basmannF',
    'andersonRubinLR',
  ]);
});

test('tests of endogeneity are those of AER and linearmodels', () => {
  compare({ ...endogeneity(engine, form('unadjusted')) }, ['durbin', 'wuHausman']);
});

/** Residuals of the outcome on columns. */
const residuals = (regressors: readonly (readonly number[])[]) =>
  without(orthonormal(regressors).basis, outcome);

test('robust score tests, given the products of scores, are those of linearmodels', () => {
  const { exogenous, instruments, endogenous } = data;
  const [price] = endogenous as [number[]];
  const b = twoStage(form('robust')).params[0]!;
  const structural = without(
    orthonormal(exogenous).basis,
    outcome.map((y, i) => y - b * price[i]!),
  );
  const { basis } = orthonormal([...exogenous, ...instruments, ...endogenous]);
  const excluded = basis.slice(exogenous.length);
  const ols = residuals([...exogenous, ...endogenous]);
  compare(
    {
      wooldridgeScore: wooldridgeScore(
        engine,
        form('robust'),
        [b],
        meat(excluded.slice(0, instruments.length), [structural]),
      ),
      robustScore: robustScoreEndogeneity(engine, form('robust'), meat(excluded, [ols])),
    },
    ['wooldridgeScore', 'robustScore'],
  );
});
