/** A small figure of every kind. */
import { bootstrap, fitModel, influence, instruments, multiverse, withBootstrap } from 'wasmetrics';
import { correlate, compositeIndex, parseCsv, toTable } from 'wasmetrics/data';
import {
  bootstrapFigure,
  coefficientFigure,
  confidenceFigure,
  correlationFigure,
  curveFigure,
  eventFigure,
  type Figure,
  type FigureKind,
  heatmapFigure,
  influenceFigure,
  instrumentFigure,
  leverageFigure,
  marginsFigure,
  powerFigure,
  residualFigure,
  scoresFigure,
  screeFigure,
  weightsFigure,
} from 'wasmetrics/report';
import type { DpdModelInput } from 'wasmetrics/types';
import { panelRows } from '../../../panel-rows.js';

function columns(rows: ReturnType<typeof panelRows>) {
  const names = Object.keys(rows[0]!);
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name]!)]));
}

const small = panelRows(8, 4);
/** Read from a text, so that figures name rows by their lines. */
const records = small.map((row) => ({ ...row, rel: Number(row['year']) - 2002 }));
const lines = [Object.keys(records[0]!), ...records.map((row) => Object.values(row))];
export const data = parseCsv(lines.map((cells) => cells.join(',')).join('\n'));
export const panelData = toTable(columns(panelRows()));

const signs = { y: '+', x: '-', z: '+' } as const;
const alone = { workers: 0 } as const;
export const ols = { estimator: 'ols', formula: 'y ~ x + z' } as const;
export const dynamic: DpdModelInput = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'y ~ L.y + x',
  gmm: [{ vars: 'y', lags: [2, 3] }],
  iv: [{ vars: 'x' }],
};

export const makers: Readonly<Record<FigureKind, () => Promise<Figure>>> = {
  async coefficients() {
    const [classic, robust] = await Promise.all([
      fitModel(data, ols),
      fitModel(data, { ...ols, vcov: { type: 'HC3' } }),
    ]);
    return coefficientFigure([classic, robust], { labels: { x: 'Schooling' } });
  },
  event: async () =>
    eventFigure(await fitModel(data, { estimator: 'ols', formula: 'y ~ i(rel, ref=-1)' })),
  confidence: async () => confidenceFigure(await fitModel(data, ols)),
  power: async () => powerFigure(await fitModel(data, ols)),
  async bootstrap() {
    const fit = await fitModel(data, ols);
    const run = bootstrap(fit, { reps: 99, seed: 1, ...alone });
    return bootstrapFigure(withBootstrap(fit, await run.result), await run.replicates);
  },
  margins: async () =>
    marginsFigure(await fitModel(panelData, { estimator: 'ols', formula: 'y ~ x*z' }), {
      of: 'x',
      over: 'z',
    }),
  residuals: async () => residualFigure(await fitModel(data, ols)),
  leverage: async () => leverageFigure(await fitModel(data, ols)),
  influence: async () => influenceFigure(await influence(await fitModel(data, ols), alone)),
  heatmap: () => heatmapFigure(data, { unit: 'id', time: 'year', of: 'y' }),
  correlation: async () => correlationFigure(await correlate(data, { columns: ['y', 'x', 'z'] })),
  scree: async () =>
    screeFigure(
      await compositeIndex(data, { method: 'pca', columns: ['y', 'x', 'z'], keep: 'parallel' }),
    ),
  weights: async () =>
    weightsFigure(await compositeIndex(data, { method: 'entropy', columns: signs, by: 'year' }), {
      labels: { x: 'Schooling' },
    }),
  scores: async () =>
    scoresFigure(
      await compositeIndex(data, { method: 'entropy', columns: signs, sensitivity: true }),
    ),
  instruments: async () => instrumentFigure(await instruments(await fitModel(panelData, dynamic))),
  curve: async () =>
    curveFigure(await multiverse(panelData, dynamic, { over: { steps: [1, 2] }, ...alone })),
};
