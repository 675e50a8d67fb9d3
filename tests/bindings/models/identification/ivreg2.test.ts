/** Against Stata: ivreg2 on the firms of Arellano and Bond, three endogenous variables and six instruments. */
import { expect, test } from 'vitest';
import { loadEngine } from 'wasmetrics';
import { identificationTests } from '../../../../bindings/models/identification/identification.js';
import { equations } from '../../../../bindings/models/identification/reduced-form.js';
import { limlKappa, twoStage } from '../../../../bindings/models/identification/structural.js';
import type { FirstStage, IdentificationTests, Test } from '../../../../bindings/results/fit.js';
import { type Kind, reducedForm } from './data.js';
import { firms, golden } from './samples.js';

type Expected = Record<string, { stat: number; df?: number | [number, number]; pValue?: number }>;
const expected = JSON.parse(golden('instruments/ivreg2-abdata.json')) as {
  firstStage: Record<Kind, Record<string, number[]>>;
  cluster: Expected;
  liml: { kappa: number; andersonRubinLR: Expected[string] };
};

const engine = await loadEngine();
const data = firms();
const names = {
  endogenous: ['w', 'k', 'ys'],
  instruments: ['D.w', 'D.k', 'D.ys', 'D2.w', 'D2.k', 'D2.ys'],
};

function identify(kind: Kind): IdentificationTests {
  const form = reducedForm(data, kind);
  const restricted = reducedForm(data, kind, true);
  const { params } = twoStage(equations(form));
  return identificationTests(engine, { form, restricted, names, params, level: 0.95 });
}

/** Relative: Stata kept the variables and their differences in single precision. */
const close = (actual: number, wanted: number, digits = 5e-8) =>
  expect(Math.abs(actual / wanted - 1), `${actual} for ${wanted}`).toBeLessThan(digits);

function compare(actual: { stat: number | null } | Test, wanted: Expected[string]) {
  close(actual.stat!, wanted.stat);
  if (wanted.df !== undefined) expect((actual as { df: unknown }).df).toEqual(wanted.df);
  if (wanted.pValue !== undefined) close((actual as Test).pValue!, wanted.pValue, 1e-6);
}

test.each(['unadjusted', 'robust', 'cluster'] as const)(
  'first stages with %s covariance are those of ivreg2',
  (kind) => {
    const { firstStage } = identify(kind);
    for (const [key, values] of Object.entries(expected.firstStage[kind])) {
      values.forEach((value, j) => {
        const statistic = firstStage[j]![key as keyof FirstStage] as number | { stat: number };
        close(typeof statistic === 'number' ? statistic : statistic.stat, value);
      });
    }
  },
);

test('rank, weak-identification and Anderson-Rubin tests with clusters are those of ivreg2', () => {
  const tests = identify('cluster') as unknown as Record<string, Test>;
  expect(data.outcome.length).toBe(expected.cluster['nobs']);
  for (const key of [
    'kleibergenPaapLM',
    'kleibergenPaapF',
    'craggDonald',
    'andersonRubin',
    'andersonRubinChi2',
  ]) {
    compare(tests[key]!, expected.cluster[key]!);
  }
});

test('kappa of LIML and its overidentification test are those of ivreg2', () => {
  close(limlKappa(equations(reducedForm(data, 'unadjusted'))), expected.liml.kappa);
  compare(identify('unadjusted').andersonRubinLR, expected.liml.andersonRubinLR);
});
