/**
 * One fit of a large panel in a separate process, so that its peak memory is that of the fit. Arguments: units, periods.
 * Prints a `Scale` as JSON.
 *
 *   y[t] = 0.5 y[t-1] + 0.3 x[t] + eta + e[t],   x[t] = 0.6 x[t-1] + 0.3 eta + 0.3 e[t] + v[t]
 */
import { fitModel, loadEngine } from 'wasmetrics';
import { normals } from '../generate.js';

export interface Scale {
  readonly rows: number;
  readonly instruments: number;
  readonly milliseconds: number;
  /** Bytes of the fitted columns. */
  readonly table: number;
  /** Resident bytes just before the fit, and at the peak. */
  readonly before: number;
  readonly peak: number;
}

const [units, periods] = process.argv.slice(2).map(Number) as [number, number];

const model = {
  estimator: 'dpd',
  panel: { unit: 'unit', time: 'time' },
  formula: 'y ~ L.y + x',
  system: true,
  steps: 2,
  gmm: [
    { vars: ['y'], lags: [2, 4] },
    { vars: ['x'], lags: [1, 3] },
  ],
} as const;

const names = ['unit', 'time', 'y', 'x'] as const;
type Columns = Readonly<Record<(typeof names)[number], Float64Array>>;

function simulate(columns: Columns, unit: number): void {
  const normal = normals(1, unit);
  const eta = 0.5 * normal();
  let y = eta / 0.5;
  let x = 0;
  for (let time = -5; time < periods; time++) {
    const shock = normal();
    x = 0.6 * x + 0.3 * eta + 0.3 * shock + normal();
    y = 0.5 * y + 0.3 * x + eta + shock;
    if (time < 0) continue;
    const row = unit * periods + time;
    columns.unit[row] = unit;
    columns.time[row] = time;
    columns.y[row] = y;
    columns.x[row] = x;
  }
}

const nrows = units * periods;
const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(nrows)])) as Columns;
for (let unit = 0; unit < units; unit++) simulate(columns, unit);
const table = {
  nrows,
  columns: new Map(names.map((name) => [name, { kind: 'number', values: columns[name] } as const])),
};
const engine = await loadEngine();
const before = process.memoryUsage.rss();
const begun = performance.now();
const fit = await fitModel(table, model, { engine });
const scale: Scale = {
  rows: nrows,
  instruments: fit.ninstruments!,
  milliseconds: performance.now() - begun,
  table: 8 * nrows * names.length,
  before,
  peak: 1024 * process.resourceUsage().maxRSS,
};
process.stdout.write(JSON.stringify(scale));
