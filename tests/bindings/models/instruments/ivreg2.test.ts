/** Against Stata: ivreg2 on the firms of Arellano and Bond, three endogenous variables and six instruments. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadEngine, parseCsv } from 'wasmetrics';
import { identificationTests } from '../../../../bindings/models/instruments/identification/identification.js';
import { equations } from '../../../../bindings/models/instruments/identification/reduced-form.js';
import {
  limlKappa,
  twoStage,
} from '../../../../bindings/models/instruments/identification/structural.js';
import type {
  FirstStage,
  IdentificationTests,
  Test,
} from '../../../../bindings/models/fit-result.js';
import { type Data, type Kind, reducedForm } from './data.js';

const golden = (path: string) =>
  readFileSync(new URL(`../../../golden/${path}`, import.meta.url), 'utf8');

type Expected = Record<string, { stat: number; df?: number | [number, number]; pValue?: number }>;
const expected = JSON.parse(golden('instruments/ivreg2-abdata.json')) as {
  firstStage: Record<Kind, Record<string, number[]>>;
  cluster: Expected;
  liml: { kappa: number; andersonRubinLR: Expected[string] };
};

/** Levels of n, w, k, ys with first and second differences, in rows that have them. */
function firms(): Data {
  const { columns } = parseCsv(golden('abdata/data.csv'));
  const numbers = (name: string) => Array.from(columns.get(name)!.values as Float64Array);
  const [id, year] = ['id', 'year'].map(numbers) as [number[], number[]];
  const place = new Map(id.map((unit, i) => [`${unit} ${year[i]!}`, i]));
  const lag = (i: number, periods: number) => place.get(`${id[i]!} ${year[i]! - periods}`);
  const rows = id
    .map((_, i) => i)
    .filter((i) => lag(i, 1) !== undefined && lag(i, 2) !== undefined);
  const at = (values: number[]) => rows.map((i) => values[i]!);
  const difference = (values: number[]) => (i: number) => values[i]! - values[lag(i, 1)!]!;
  const second = (values: number[]) => (i: number) =>
    difference(values)(i) - difference(values)(lag(i, 1)!);
  const variables = ['w', 'k', 'ys'].map(numbers);
  return {
    exogenous: [rows.map(() => 1)],
    instruments: [
      ...variables.map((values) => rows.map(difference(values))),
      ...variables.map((values) => rows.map(second(values))),
    ],
    endogenous: variables.map(at),
    outcome: at(numbers('n')),
    clusters: at(id).map((unit) => unit - 1),
  };
}

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
const close = (found: number, wanted: number, digits = 5e-8) =>
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(digits);

function compare(found: { stat: number | null } | Test, wanted: Expected[string]) {
  close(found.stat!, wanted.stat);
  if (wanted.df !== undefined) expect((found as { df: unknown }).df).toEqual(wanted.df);
  if (wanted.pValue !== undefined) close((found as Test).pValue!, wanted.pValue, 1e-6);
}

test.each(['unadjusted', 'robust', 'cluster'] as const)(
  'first stages with %s covariance are those of ivreg2',
  (kind) => {
    const { firstStage } = identify(kind);
    for (const [key, values] of Object.entries(expected.firstStage[kind])) {
      values.forEach((value, j) => {
        const found = firstStage[j]![key as keyof FirstStage] as number | { stat: number };
        close(typeof found === 'number' ? found : found.stat, value);
      });
    }
  },
);

test('rank, weak-identification and Anderson-Rubin tests with clusters are those of ivreg2', () => {
  const found = identify('cluster') as unknown as Record<string, Test>;
  expect(data.outcome.length).toBe(expected.cluster['nobs']);
  for (const key of [
    'kleibergenPaapLM',
    'kleibergenPaapF',
    'craggDonald',
    'andersonRubin',
    'andersonRubinChi2',
  ]) {
    compare(found[key]!, expected.cluster[key]!);
  }
});

test('kappa of LIML and its overidentification test are those of ivreg2', () => {
  close(limlKappa(equations(reducedForm(data, 'unadjusted'))), expected.liml.kappa);
  compare(identify('unadjusted').andersonRubinLR, expected.liml.andersonRubinLR);
});
