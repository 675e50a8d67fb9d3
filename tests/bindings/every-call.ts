/** A small call of each function that computes, for tests of what all of them take. */
import * as here from 'wasmetrics';
import * as audit from 'wasmetrics/audit';
import * as bundle from 'wasmetrics/bundle';
import * as entry from 'wasmetrics/data';
import * as arrays from 'wasmetrics/estimators';
import * as interchange from 'wasmetrics/interchange';
import * as jobs from 'wasmetrics/jobs';
import * as report from 'wasmetrics/report';
import * as resampling from 'wasmetrics/resampling';
import * as papers from 'wasmetrics/study';
import { model as dynamicModel, simulatedRows } from './analysis/montecarlo/process/panel.js';

const x = Array.from({ length: 60 }, (_, i) => Math.sin(i));
const y = x.map((value, i) => 2 * value + Math.cos(3 * i));
const model = { estimator: 'ols', formula: 'y ~ x' } as const;
const rows = (of: (i: number) => number) => x.map((_, i) => of(i));
const [id, t] = [rows((i) => Math.floor(i / 6)), rows((i) => i % 6)];
const data = {
  y,
  x,
  z: x.map((value, i) => value + Math.cos(i)),
  id,
  t,
  half: rows((i) => i % 2),
};
const panel = { unit: 'id', time: 't' };
const instrumented = 'y ~ 1 | x ~ z';
const effects = (kind: 'within' | 'random', more = {}) =>
  here.panel(data, { formula: 'y ~ x', effects: kind, panel, ...more });
const dynamic = async () => here.fit(simulatedRows(60, 7), dynamicModel);
const file = new Blob(['y,x\n1,2\n2,3\n3,5\n']);
const bytes = new TextEncoder().encode('a\n1\n');
const first = (rows: ArrayLike<number>) => rows[0]!;

const study = { tables: { T1: { models: [model] } } } as const;
const printed = 'Variable | (1)\n--- | ---\nx | 2.00\n | (1.00)\nN | 60\n';

/** What they take. */
export interface Common {
  readonly signal?: AbortSignal;
  readonly onProgress?: () => void;
  readonly workers?: number;
}

type Calls = Readonly<Record<string, () => PromiseLike<unknown>>>;

/** The calls with options, by the names of the functions. */
export async function callsWith(o: Common): Promise<Calls> {
  const expected = await here.ols({ y, x }, 'y ~ x');
  const booted = () => here.bootstrap(expected, { workers: 0, reps: 9 });
  const run = { workers: 0, reps: 9, ...o } as const;
  return {
    augment: () => here.augment(expected, o),
    bootstrap: () => here.bootstrap(expected, run),
    compareDesigns: async () => here.compareDesigns(await dynamic(), run),
    compareGroups: () => here.compareGroups(data, model, { by: 'half', of: 'x', ...run }),
    delta: () => here.delta(expected, ['x / _cons'], o),
    diagnostics: () => here.diagnostics(expected, o),
    dpd: () =>
      here.dpd(data, { formula: 'y ~ L.y', panel, gmm: [{ vars: 'y', lags: [2, 2] }], ...o }),
    fit: () => here.fit(data, model, o),
    fitAll: () => here.fitAll(data, model, o),
    fitFile: () => here.fitFile(file, model, o),
    fixedEffects: async () => here.fixedEffects(await here.ols(data, 'y ~ x | id'), o),
    gmm: () => here.gmm(data, { formula: instrumented, ...o }),
    hausman: async () => here.hausman(await effects('within'), await effects('random'), o),
    influence: () => here.influence(expected, { workers: 0, ...o }),
    instruments: async () => here.instruments(await dynamic(), o),
    iv: () => here.iv(data, { formula: instrumented, ...o }),
    margins: () => here.margins(expected, { of: 'x', ...o }),
    multipleTests: () =>
      here.multipleTests([expected], { of: ['x'], adjust: ['romano-wolf'], ...run }),
    multiverse: () =>
      here.multiverse(data, { ...model, multiverse: { over: { controls: ['z'] } } }, o),
    ols: () => here.ols(data, { formula: 'y ~ x', ...o }),
    panel: () => effects('within', o),
    permutationTest: () => here.permutationTest(expected, { of: 'x', ...run }),
    predict: () => here.predict(expected, undefined, o),
    simulatePower: async () => here.simulatePower(await dynamic(), run),
    wald: () => here.wald(expected, ['x = 1'], o),
    weakIdentification: async () => here.weakIdentification(await dynamic(), o),
    withData: () => here.withData(expected, data, model, o),
    compositeIndex: () =>
      entry.compositeIndex(data, { method: 'equal', columns: { x: '+', z: '+' }, ...o }),
    convertTable: () => entry.convertTable(data, 'csv', o),
    correlate: () => entry.correlate(data, { columns: ['x', 'y'], ...o }),
    describeData: () => entry.describeData(data, o),
    panelReport: () => entry.panelReport(data, { ...panel, ...o }),
    prepareData: () => entry.prepareData(data, { build: { one: 'x + 1' } }, o),
    readSql: () => entry.readSql('select 1 as a', o),
    readTable: () => entry.readTable(bytes, o),
    resolveNames: () => entry.resolveNames(model, data, o),
    coefficientFigure: () => report.coefficientFigure([expected], o),
    confidenceFigure: () => report.confidenceFigure(expected, o),
    leverageFigure: () => report.leverageFigure(expected, o),
    residualFigure: () => report.residualFigure(expected, o),
    bootstrapFigure: async () => {
      const made = booted();
      const all = await made.replicates;
      return report.bootstrapFigure(here.withBootstrap(expected, await made.result), all, o);
    },
    eventFigure: async () => report.eventFigure(await here.ols(data, 'y ~ i(t, ref=0)'), o),
    heatmapFigure: () => report.heatmapFigure(data, { unit: 'id', time: 't', of: 'y', ...o }),
    marginsFigure: async () =>
      report.marginsFigure(await here.ols(data, 'y ~ x * z'), { of: 'x', over: 'z', ...o }),
    powerFigure: () => report.powerFigure(expected, o),
    judgeClaims: async () =>
      papers.judgeClaims({ H1: 'T1: x > 0' }, await papers.runStudy(study, data), o),
    runStudy: () => papers.runStudy(study, data, o),
    starterStudy: () => papers.starterStudy(data, { data: 'data.csv', ...o }),
    auditTable: () => audit.auditTable(audit.readPrintedTables(printed), o),
    compatReport: async () =>
      interchange.compatReport(simulatedRows(60, 7), { ...dynamicModel, compat: 'gretl' }, o),
    bundleCodebook: () =>
      bundle.bundleCodebook(study, data, () => Promise.reject(new Error('unread')), o),
    findPersonal: () => bundle.findPersonal(data, o),
    syntheticTable: () => bundle.syntheticTable(data, o),
    bootstrapStored: () => jobs.bootstrapStored(expected, run, () => Promise.resolve(undefined)),
    collectStored: async () => {
      const kept = { reps: 0, width: 2, statistics: [], completed: 0, enough: false } as const;
      return jobs.collectStored({ ...kept, read: async function* () {} } as never, o);
    },
    bootstrapDpd: async () => {
      await arrays.ready();
      const panelRows = simulatedRows(60, 7);
      const column = (name: 'id' | 't' | 'x' | 'y') => panelRows.map((row) => row[name]);
      const fit = arrays.dpd(column('y'), column('x'), { unit: column('id'), time: column('t') });
      return arrays.bootstrapDpd(fit, run);
    },
    bootstrapStatistic: () => resampling.bootstrapStatistic(x, first, { reps: 9, ...o }),
    bootstrapSums: () => resampling.bootstrapSums([x], ([sum], n) => sum! / n, { reps: 9, ...o }),
    jackknife: () => resampling.jackknife(x, first, o),
    permuteStatistic: () => resampling.permuteStatistic(x, first, { reps: 9, ...o }),
  };
}
