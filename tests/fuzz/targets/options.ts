/** Every function that is exported, with an argument, or a part of one, that is missing, odd or in the wrong place. */
import * as library from '../../library.js';
import type { FitResult, MultiverseResult, Replicates } from 'wasmetrics';
import type { SharedWork, StoredReplicates } from 'wasmetrics/jobs';
import type { DpdModelInput } from 'wasmetrics/types';
import { memory } from '../../bindings/analysis/bootstrap/storage/storage.js';
import { modelOf, simulate } from '../../properties/panels.js';
import type { Target } from '../target.js';
import { pick } from '../texts.js';
import { shown } from '../values.js';
import { changed, settled } from './calls.js';
import { claimCalls } from './claim-calls.js';
import { bundleCalls } from './bundle-calls.js';
import { type Call, dataCalls } from './data-calls.js';

const data = simulate({ units: 20, periods: 6, seed: 5 });
const panel = { unit: 'unit', time: 'time' } as const;
const alone = { workers: 0 } as const;

interface Fits {
  readonly regression: FitResult;
  readonly within: FitResult;
  readonly random: FitResult;
  readonly dynamic: FitResult;
}

async function fitsOf(): Promise<Fits> {
  const effects = (kind: 'within' | 'random') =>
    library.fitModel(data, { estimator: 'panel', formula: 'y ~ x1', panel, effects: kind });
  return {
    regression: await library.fitModel(data, { estimator: 'ols', formula: 'y ~ x1 + z1' }),
    within: await effects('within'),
    random: await effects('random'),
    dynamic: await library.fitModel(data, modelOf({}, true)),
  };
}

const formula = 'y ~ x1 + z1';

/** Replicates as `bootstrapStored` has them. */
function stored({ reps, completed, width, statistics, values, statuses }: Replicates) {
  const chunk = { first: 0, count: completed, values, statuses } as Chunk;
  async function* read() {
    yield await Promise.resolve(chunk);
  }
  return { reps, completed, width, statistics, enough: false, read };
}

type Chunk = ReturnType<StoredReplicates['read']> extends AsyncIterable<infer One> ? One : never;

/** The task of a permutation test. */
async function taskOf(fit: FitResult): Promise<{ readonly kind: string }> {
  let task = { kind: '' };
  const run = async (work: SharedWork) => {
    task = work.task;
    await Promise.reject(new Error('only its task'));
  };
  const options = { of: 'x1', reps: 3, runner: { run } };
  await library.permutationTest(fit, options).catch(() => undefined);
  return task;
}

/**
 * Calls of every exported function that takes data or options. Fits are passed as they are: a copy would lack its data.
 */
export async function callsOf(): Promise<readonly Call[]> {
  const { regression, within, random, dynamic } = await fitsOf();
  const model = modelOf({}, true) as DpdModelInput;
  const withoutEstimator = Object.fromEntries(
    Object.entries(model).filter(([key]) => key !== 'estimator'),
  );
  const run = library.bootstrap(regression, { reps: 9, ...alone });
  const [replicates, summary] = await Promise.all([run.replicates, run.result]);
  const storedReplicates = stored(replicates);
  const findReplicates = async () => Promise.resolve({ missing: [], read: storedReplicates.read });
  const jobTask = await taskOf(regression);
  const curve: MultiverseResult = await library.multiverse(data, model, {
    over: { steps: [1, 2] },
    ...alone,
  });
  const figure = await library.confidenceFigure(regression);
  const paper = library.regressionTable([regression]);
  const correlation = await library.correlate(data, { columns: ['x1', 'z1'] });
  const index = { method: 'entropy', columns: { x1: '+', z1: '-' } } as const;
  const scores = await library.compositeIndex(data, index);
  const parts = await library.compositeIndex(data, { ...index, method: 'pca' });
  const product = await library.fitModel(data, { estimator: 'ols', formula: 'y ~ x1*z1' });
  const grouped = { ...data, g: data['unit']!.map((unit) => unit % 2) };
  const choice = { by: 'g', of: 'x1', reps: 19, methods: ['bootstrap'] } as const;
  const comparison = await library.compareGroups(grouped, { estimator: 'ols', formula }, choice);
  const staticChoices = {
    controls: 'all',
    samples: { all: null, some: 'g > 0' },
    vcov: ['HC1', 'cluster:g'],
    fixedEffects: [null, 'g'],
    outcomes: ['y'],
  };
  return [
    ...(await dataCalls()),
    ...bundleCalls(),
    {
      name: 'fitFile',
      args: ['examples/abdata.csv', { estimator: 'ols', formula: 'n ~ w' }, { stream: false }],
    },
    {
      name: 'multipleTests',
      args: [[regression], { of: ['x1', 'z1'], adjust: ['romano-wolf'], reps: 19, ...alone }],
    },
    { name: 'compositeIndex', args: [data, { ...index, by: 'time', shift: 0.1 }] },
    { name: 'withIndex', args: [data, scores, 'level'] },
    { name: 'indexTable', args: [parts, { title: 'Index', language: 'zh' }] },
    { name: 'screeFigure', args: [parts, { title: 'Scree' }] },
    { name: 'weightsFigure', args: [parts, { language: 'zh' }] },
    { name: 'scoresFigure', args: [scores, { rows: scores.scores.map(String) }] },
    { name: 'regressionTable', args: [[regression, within], { keep: ['x1'] }] },
    {
      name: 'regressionTable',
      args: [
        [regression, within],
        {
          columns: [{ head: 'a' }, { model: 2, vcov: 'HC1' }],
          cells: ['{estimate}{stars}', '[{low}, {high}]'],
          rows: { Note: { cells: ['a', 'b'], after: 'x1' } },
        },
      ],
    },
    {
      name: 'regressionTable',
      args: [
        [regression, within],
        { panels: [{ title: 'a', models: [1, 2] }], terms: { x1: 'X' } },
      ],
    },
    { name: 'resultHash', args: [regression] },
    { name: 'testTable', args: [regression.tests, { digits: 2 }] },
    { name: 'renderTable', args: [paper, 'text', { width: 60 }] },
    { name: 'lintTable', args: [paper, [regression], { style: 'aer' }] },
    { name: 'tableFormatWarnings', args: [paper, 'latex', 'T1'] },
    { name: 'correlationTable', args: [correlation, { stars: false }] },
    { name: 'comparisonTable', args: [comparison, {}] },
    { name: 'fit', args: [data, { estimator: 'ols', formula }, {}] },
    { name: 'fitModel', args: [data, { estimator: 'ols', formula }, {}] },
    { name: 'configure', args: [{ module: await library.compileCore() }] },
    { name: 'fitAll', args: [data, { estimator: 'ols', formula: 'y ~ sw(x1, z1)' }, {}] },
    {
      name: 'severalModels',
      args: [
        { estimator: 'ols', formula, split: 'time' },
        () => Promise.resolve(library.toTable(data)),
      ],
    },
    {
      name: 'overlappingSamples',
      args: [
        { estimator: 'ols', formula, samples: { early: 'time < 3', all: null } },
        () => Promise.resolve(library.toTable(data)),
      ],
    },
    { name: 'describesSeveral', args: [{ estimator: 'ols', formula: 'y ~ sw(x1, z1)' }] },
    { name: 'ols', args: [data, { formula }] },
    { name: 'panel', args: [data, { formula: 'y ~ x1', panel, effects: 'within' }] },
    { name: 'iv', args: [data, { formula: 'y ~ 1 | x1 ~ z1' }] },
    { name: 'gmm', args: [data, { formula: 'y ~ 1 | x1 ~ z1' }] },
    { name: 'dpd', args: [data, withoutEstimator] },
    { name: 'bootstrap', args: [regression, { reps: 19, seed: 1, ci: ['percentile'], ...alone }] },
    { name: 'bootstrap', args: [dynamic, { reps: 19, statistics: ['hansen'], ...alone }] },
    { name: 'bootstrap', args: [regression, { reps: 19, checkpoint: memory(), ...alone }] },
    { name: 'withBootstrap', args: [regression, summary] },
    { name: 'withData', args: [regression, data, { estimator: 'ols', formula: 'y ~ x1 + z1' }] },
    { name: 'bootstrapStored', args: [regression, { reps: 19, seed: 1 }, findReplicates] },
    { name: 'collectStored', args: [storedReplicates] },
    { name: 'storedReplicatesCsv', args: [regression, storedReplicates] },
    {
      name: 'computeJobs',
      args: [jobTask, { ranges: [{ first: 0, end: 2 }], take: () => undefined, workers: 0 }],
    },
    { name: 'checkTask', args: [jobTask] },
    { name: 'isChunkOf', args: [jobTask, { first: 0, end: 2 }, { first: 0, count: 2 }] },
    { name: 'encodePlain', args: [{ a: [1, new Float64Array(2)] }] },
    { name: 'decodePlain', args: [library.encodePlain({ a: 1 })] },
    { name: 'withoutSecrets', args: ['redis://u:p@h', ['p']] },
    { name: 'replicateColumns', args: [regression, replicates] },
    { name: 'replicatesCsv', args: [library.replicateColumns(regression, replicates)] },
    { name: 'wald', args: [regression, ['x1 = z1', 'x1 = 2'], { level: 0.9 }] },
    { name: 'delta', args: [regression, ['x1/z1'], { level: 0.9 }] },
    { name: 'hausman', args: [within, random, { robust: true }] },
    { name: 'tidy', args: [regression] },
    { name: 'glance', args: [dynamic] },
    { name: 'augment', args: [regression, {}] },
    { name: 'fixedEffects', args: [within, {}] },
    {
      name: 'predict',
      args: [within, data, { interval: 'confidence', level: 0.9, effects: false }],
    },
    { name: 'margins', args: [product, { of: 'x1', over: 'z1', at: { x1: [1, 2] }, points: 3 }] },
    { name: 'diagnostics', args: [regression, { orders: 2 }] },
    { name: 'permutationTest', args: [regression, { of: 'x1', reps: 19, within: 'time' }] },
    {
      name: 'compareGroups',
      args: [grouped, { estimator: 'ols', formula }, { ...choice, compat: 'bdiff' }],
    },
    {
      name: 'compareGroups',
      args: [
        data,
        { estimator: 'ols', formula },
        { ...choice, by: 'z1', methods: ['wild'], continuous: true },
      ],
    },
    { name: 'multiverse', args: [data, model, { over: { steps: [1, 2] }, ...alone }] },
    {
      name: 'multiverse',
      args: [grouped, { estimator: 'ols', formula }, { over: staticChoices, ...alone }],
    },
    { name: 'countSpecifications', args: [model, { over: { steps: [1, 2] } }] },
    { name: 'specificationModels', args: [model, { over: { steps: [1, 2] } }] },
    { name: 'multiverseSvg', args: [curve] },
    { name: 'coefficientFigure', args: [[regression, within], { of: ['x1'], levels: [0.9] }] },
    { name: 'eventFigure', args: [await library.ols(data, { formula: 'y ~ i(time)' }), {}] },
    { name: 'confidenceFigure', args: [regression, { of: 'x1' }] },
    {
      name: 'resultTable',
      args: [await library.margins(product, { of: 'x1' }), { stars: { '*': 0.1 }, digits: 2 }],
    },
    { name: 'marginsFigure', args: [product, { of: 'x1', over: 'z1', points: 5 }] },
    { name: 'powerFigure', args: [regression, { of: 'x1', power: 0.9 }] },
    { name: 'bootstrapFigure', args: [library.withBootstrap(regression, summary), replicates, {}] },
    { name: 'residualFigure', args: [regression, { title: 'a' }] },
    { name: 'leverageFigure', args: [regression, { language: 'zh' }] },
    { name: 'influenceFigure', args: [await library.influence(regression, alone), { of: 'x1' }] },
    { name: 'instrumentFigure', args: [await library.instruments(dynamic), {}] },
    { name: 'correlationFigure', args: [correlation, {}] },
    { name: 'curveFigure', args: [curve, { labels: { x1: 'a' } }] },
    { name: 'renderFigure', args: [figure, 'vl.json', { ast: true }] },
    { name: 'instruments', args: [dynamic, {}] },
    { name: 'influence', args: [dynamic, { ...alone }] },
    { name: 'influence', args: [regression, { cluster: 'unit', ...alone }] },
    { name: 'simulatePower', args: [dynamic, { reps: 2, seed: 1, persistence: 0.5, ...alone }] },
    { name: 'compareDesigns', args: [dynamic, { reps: 2, units: 12, periods: 5, ...alone }] },
    { name: 'weakIdentification', args: [dynamic, { coefficients: ['x1'], places: 12, ...alone }] },
    { name: 'compatReport', args: [data, { ...model, compat: 'gretl' }, {}] },
    { name: 'explainCode', args: ['too-many-instruments'] },
    { name: 'explainIn', args: ['too-many-instruments', 'zh'] },
    { name: 'exportModel', args: [model, 'xtabond2'] },
    { name: 'importModel', args: ['xtabond2 n L.n, gmm(n)', { unit: 'id', step: 1 }] },
    { name: 'bootstrapOptions', args: [{ reps: 9, seed: 1 }] },
    { name: 'parseModel', args: [model] },
    { name: 'resolveNames', args: [{ estimator: 'ols', formula: 'y ~ l.x' }, data] },
    { name: 'parseResult', args: [JSON.parse(library.toJson(regression))] },
    { name: 'isResult', args: [regression] },
    { name: 'toText', args: [regression, { color: true, rate: 3 }] },
    { name: 'toMarkdown', args: [regression] },
    { name: 'toCsv', args: [regression] },
    { name: 'toJson', args: [regression] },
    { name: 'documentOf', args: [regression, { rate: 3 }] },
    { name: 'documentIn', args: [regression, 'en', { rate: 3 }] },
    ...claimCalls(regression, comparison),
    { name: 'loadEngine', args: [await library.compileCore()] },
    { name: 'init', args: [{ module: await library.compileCore() }] },
  ];
}

/** Without `reps`, simulations take their default of 500 panels per case. */
const DEFAULT_REPS_MILLISECONDS = 20_000;

export const options: Target = {
  name: 'options',
  async prepare() {
    const calls = await callsOf();
    for (const { name, args } of calls) await settled(callOf(name)(...args));
    return (draw) => {
      const { name, args } = pick(draw, calls);
      const given = changed(draw, args);
      const input = `${name}(${given.map((arg) => shown(arg).slice(0, 120)).join(', ')})`;
      return { input, run: () => settled(callOf(name)(...given)), most: DEFAULT_REPS_MILLISECONDS };
    };
  },
};

function callOf(name: Call['name']) {
  return library[name] as (...args: readonly unknown[]) => unknown;
}
