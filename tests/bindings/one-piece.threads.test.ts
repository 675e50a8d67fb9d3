/** Options of functions that compute in one piece: a signal ends them, and their progress is told once. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as library from 'wasmetrics';
import * as tables from 'wasmetrics/data';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { findPersonal, syntheticTable } from 'wasmetrics/bundle';
import { coefficientFigure, heatmapFigure, leverageFigure } from 'wasmetrics/report';
import { starterStudy } from 'wasmetrics/study';

const t = Array.from({ length: 40 }, (_, i) => i % 10);
const id = t.map((_, i) => Math.floor(i / 10));
const x = t.map((_, i) => Math.sin(i));
const y = x.map((value, i) => value + Math.cos(3 * i));
const data = { id, t, x, y };
const printed = 'model,term,coef,se,t\n(1),x,2.00,1.00,2.00\n';

let fit: library.FitResult;
beforeAll(async () => {
  fit = await library.ols(data, 'y ~ x');
});

type Options = Pick<library.RunOptions, 'signal' | 'onProgress' | 'workers'>;
const calls: readonly (readonly [string, (options: Options) => Promise<unknown>])[] = [
  ['ols', (options) => library.ols(data, { formula: 'y ~ x', ...options })],
  ['fit', (options) => library.fit(data, { estimator: 'ols', formula: 'y ~ x' }, options)],
  ['wald', (options) => library.wald(fit, 'x = 0', options)],
  ['delta', (options) => library.delta(fit, '2*x', options)],
  ['augment', (options) => library.augment(fit, options)],
  [
    'fixedEffects',
    async (options) => library.fixedEffects(await library.ols(data, 'y ~ x | id'), options),
  ],
  ['predict', (options) => library.predict(fit, data, options)],
  ['margins', (options) => library.margins(fit, { of: 'x', ...options })],
  ['diagnostics', (options) => library.diagnostics(fit, options)],
  ['hausman', (options) => library.hausman(fit, fit, options)],
  ['describeData', (options) => tables.describeData(data, options)],
  ['panelReport', (options) => tables.panelReport(data, { unit: 'id', time: 't', ...options })],
  ['correlate', (options) => tables.correlate(data, options)],
  ['convertTable', (options) => tables.convertTable(data, 'json', options)],
  ['prepareData', (options) => tables.prepareData(data, { build: { z: 'x + y' } }, options)],
  ['auditTable', (options) => auditTable(readPrintedTables(printed), options)],
  ['findPersonal', (options) => findPersonal(data, options)],
  ['syntheticTable', (options) => syntheticTable(data, options)],
  ['starterStudy', (options) => starterStudy(data, { data: 'a.csv', ...options })],
  ['coefficientFigure', (options) => coefficientFigure([fit], options)],
  ['leverageFigure', (options) => leverageFigure(fit, options)],
  ['heatmapFigure', (options) => heatmapFigure(data, { unit: 'id', time: 't', ...options })],
];

describe.each(calls)('%s', (_, call) => {
  test('ends before it starts if the signal is aborted', async () => {
    const reason = new Error('no longer wanted');
    await expect(call({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('tells its progress once', async () => {
    const told: unknown[] = [];
    await call({ onProgress: (progress) => told.push(progress), workers: 2 });
    expect(told).toEqual([
      expect.objectContaining({ done: 1, total: 1, failed: 0, secondsLeft: 0 }),
    ]);
  });

  test('refuses a signal that is none', async () => {
    for (const signal of ['stop', { aborted: false, onabort: null }]) {
      await expect(call({ signal: signal as never })).rejects.toMatchObject({ code: 'bad-value' });
    }
  });
});
