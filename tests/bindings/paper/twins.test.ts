/** What is printed asks the traits of an estimator: one with the traits of another has the same words. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  compareGroups,
  fitModel,
  type FitResult,
  margins,
  multiverse,
} from '../../../bindings/index.js';
import { parseCsv } from '../../../bindings/entries/data.js';
import {
  leverageFigure,
  regressionTable,
  residualFigure,
  type Result,
  toCsv,
  toText,
} from '../../../bindings/entries/report.js';
import { judgeClaims } from '../../../bindings/entries/study.js';
import { paperText } from '../../../bindings/paper/tables/paper/writers/text.js';
import { contextOf, withContext } from '../../../bindings/models/context.js';
import type { FitContext } from '../../../bindings/models/fit-context.js';
import { registerTwins, twinOf } from '../models/twins.js';
import { model } from '../analysis/sensitivity/example.js';

const data = parseCsv(readFileSync('examples/abdata.csv', 'utf8'));
const panel = { unit: 'id', time: 'year' } as const;
const instruments = { formula: 'n ~ ys | w ~ L.w + L2.w', panel } as const;
const ols = { estimator: 'ols', formula: 'n ~ w + k' } as const;
const alone = { workers: 0 } as const;

const fits: Readonly<Record<string, () => Promise<FitResult>>> = {
  'least squares, HC1': () => fitModel(data, { ...ols, vcov: { type: 'HC1' } }),
  'least squares, clusters': () =>
    fitModel(data, { ...ols, vcov: { type: 'cluster', cluster: ['id'] } }),
  within: () => fitModel(data, { estimator: 'panel', formula: 'n ~ w + k', panel }),
  between: () =>
    fitModel(data, { estimator: 'panel', formula: 'n ~ w', panel, effects: 'between' }),
  'random effects': () =>
    fitModel(data, { estimator: 'panel', formula: 'n ~ w', panel, effects: 'random' }),
  '2SLS': () => fitModel(data, { estimator: 'iv', ...instruments, vcov: { type: 'robust' } }),
  LIML: () => fitModel(data, { estimator: 'iv', ...instruments, method: 'liml' }),
  GMM: () => fitModel(data, { estimator: 'gmm', ...instruments, vcov: { type: 'HC1' } }),
  'system GMM': () => fitModel(data, model),
  'a dynamic panel whose instruments are rejected': () =>
    fitModel(data, {
      ...model,
      formula: 'n ~ L.n + w',
      gmm: [{ vars: 'n w', lags: [1, null] }],
    }),
  'one-step GMM': () => fitModel(data, { ...model, steps: 1, vcov: { type: 'unadjusted' } }),
};

const results: Readonly<Record<string, () => Promise<Result>>> = {
  ...fits,
  'curve of a dynamic panel': () => multiverse(data, model, { over: { steps: [1, 2] }, ...alone }),
  'curve of a regression': () => multiverse(data, ols, { ...alone, coefficient: 'w' }),
  'curve of a panel': () =>
    multiverse(
      data,
      { estimator: 'panel', formula: 'n ~ w + k', panel },
      { ...alone, coefficient: 'w' },
    ),
  'curve of a model with instruments': () =>
    multiverse(data, { estimator: 'gmm', ...instruments }, { ...alone, coefficient: 'w' }),
  groups: () => compareGroups(data, ols, { by: 'ind', of: 'w', methods: ['wald'], ...alone }),
  'groups of a dynamic panel': () =>
    compareGroups(
      data,
      { ...model, steps: 1 },
      { by: 'ind', of: 'w', levels: [4, 7], methods: ['wald'], ...alone },
    ),
  margins: async () => margins(await fitModel(data, model), { of: 'w' }),
};

let forget: () => void;
beforeAll(async () => {
  forget = await registerTwins();
});
afterAll(() => forget());

/** The result without the data that it was computed from. */
const fromFile = (result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;

const asTwin = (result: Result): Result =>
  JSON.parse(JSON.stringify(result).replace(/"estimator":"/g, '"estimator":"twin-of-')) as Result;

/** What undermines the claim that a coefficient is negative. */
async function changes(fit: FitResult): Promise<string[]> {
  const places = [{ id: 'T1.1', table: 'T1', columns: [1] }];
  const study = { models: { 'T1.1': fit }, places, comparisons: {}, failed: [] };
  const { claims } = await judgeClaims({ H1: 'T1.1: w < 0' }, study);
  return claims.flatMap((claim) => claim.changes ?? []);
}

/** All that is printed of a result. */
async function printed(result: Result): Promise<string[]> {
  const texts = [
    ...(['default', 'full'] as const).map((form) => toText(result, { form })),
    toCsv(result),
  ];
  if (result.kind !== 'fit') return texts;
  const tables = (['en', 'zh'] as const).map((language) =>
    paperText(regressionTable([result], { language })),
  );
  return [...texts, ...tables, ...(await changes(result))];
}

test.each(Object.keys(results))('%s', async (name) => {
  const result = await results[name]!();
  expect(await printed(asTwin(result))).toEqual(await printed(fromFile(result)));
});

/** A fit of this process, as if another estimator had made it. */
function fittedByTwin(fit: FitResult): FitResult {
  const estimator = twinOf(fit.estimator);
  const context = { ...contextOf(fit)!, estimator } as unknown as FitContext;
  return withContext({ ...fit, estimator }, context);
}

/** What a figure shows, or why there is none. */
async function shown(draw: () => Promise<object>): Promise<string> {
  try {
    return JSON.stringify(await draw());
  } catch (error) {
    return (error as Error).message.replace('by twin-of-', 'by ');
  }
}

test.each(Object.keys(fits))('figures of rows: %s', async (name) => {
  const fit = await fits[name]!();
  for (const figure of [residualFigure, leverageFigure]) {
    expect(await shown(() => figure(fittedByTwin(fit)))).toBe(await shown(() => figure(fit)));
  }
});
