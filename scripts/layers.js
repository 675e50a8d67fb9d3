/**
 * Which folder may import which. A folder imports only from those above it in its list, and no files import each other
 * in a circle; types count. Sub-folders of every folder import one way, too. `npm run lint` checks this, and `npm run
 * lint -- --layers` draws it.
 */
import { cruise } from 'dependency-cruiser';
import { othersIn } from './schemas/languages.mjs';
import { circlesOfRooms } from './rooms.js';

/** Every result has English words. */
const wordsOfPapers = Object.fromEntries(
  othersIn(new URL('../bindings/words/', import.meta.url)).map((name) => [
    `words/${name}`,
    'the words of a language, which only papers load',
  ]),
);

/** The contents of each folder, from the ground up. */
const layers = {
  assembly: {
    codes: 'the numbers of options, shared with the bindings',
    status: 'what a status number means',
    reading: 'cells and numbers of text tables: a module apart from the core',
    memory: 'the arena, and the records shared with the bindings',
    arithmetic: 'elementary functions, arithmetic in two doubles',
    distributions: 'tails and quantiles',
    random: 'Philox and the draws made from it',
    blas: 'products and solves, by reference name',
    lapack: 'factorisations, one routine a file',
    linalg: 'matrices from outside: checks, scaling, factorisations',
    panel: 'absorbed effects, unit means',
    indices: 'composite indices',
    linear: 'least squares',
    covariance: 'one file for each kind of covariance',
    gmm: 'one GMM step: weighting matrix, solution, sandwich',
    'estimators/ols': 'least squares of a sample',
    'estimators/panel': 'within, random, between, absorbed',
    'estimators/iv': 'k-class and linear GMM',
    'estimators/dpd': 'difference and system GMM, with their replicate',
    'estimators/replicates': 'replicates of the linear estimators',
    estimators: 'any other estimator',
    bootstrap: 'the replicate loop and its summaries; knows no estimator',
    wide: 'ten kernels alone, for the self-test of 256-bit operations',
    'shared-module': 'the functions of both modules',
    'linear-module': 'the functions of linear.wasm',
    index: 'the functions of wasmetrics.wasm',
  },
  bindings: {
    generated: 'written by the build: the module, its records and exports',
    'words/text': 'characters, counts and lists in sentences',
    words: 'what warnings, errors and explanations say, as data and in English',
    'core/errors': 'typed errors',
    'core/escapes': 'texts as other languages write them',
    'core/values': 'plain values: copies, memos',
    'core/arguments': 'checks of what callers give',
    'core/engine': 'the module, its instances, memory and status',
    'core/linalg': 'factorisations and products of matrices of the caller',
    'core/distributions': 'densities, tails and quantiles of numbers of the caller',
    'core/numerics': 'small linear algebra, roots, tails',
    'core/random': 'counter-based random numbers for callers',
    'core/jobs': 'numbered jobs, threads, schedules; knows no study',
    data: 'tables, formulas, the panel index, the ledger of rows',
    results: 'the types of what is returned',
    'models/identification': 'weak-instrument statistics of a reduced form',
    'models/indices': 'composite indices, which steps of data may build',
    models: 'the model file, and a folder for each estimator',
    'analysis/interacted': 'regressions with copies of columns, and the small-sample tests of CV2',
    'analysis/inference': 'Wald, delta method, Hausman, diagnostics',
    'analysis/postestimation': 'predictions, residuals and leverage, marginal effects',
    'analysis/describe': 'columns, correlations and the shape of a panel, before a model',
    'analysis/bootstrap': 'bootstraps, permutations, group comparisons',
    'analysis/estimators': 'estimators of arrays of the caller',
    'analysis/resampling': 'bootstrap, jackknife and permutation of statistics of the caller',
    'analysis/weak': 'tests and sets that stay valid with weak instruments',
    'analysis/sensitivity': 'multiverse, influence, instruments',
    'analysis/montecarlo': 'power and designs on simulated panels',
    ...wordsOfPapers,
    'words/languages': 'the languages of papers',
    interchange: 'models as code of other programs, and back',
    'paper/tables': 'formats of numbers, tables of text and their writers',
    'paper/explanations': 'finds what the codes of warnings, tests and errors mean',
    'paper/figures': 'results as pictures',
    'paper/report': 'results in words and tables, one file a kind',
    'paper/audit': 'printed tables checked against themselves',
    'paper/study': 'a whole paper: its tables, figures, claims and text',
    'paper/bundle': 'replication packages: their documents, archives and checks',
    workers: 'what a worker can serve',
    entries: 'the public names of areas',
    index: 'the public names of the root',
  },
};

/** What the other folders may import, apart from themselves and packages; the names are in `bindings/index.ts` and `bindings/entries/`. */
const library = '^bindings/(index|entries/\\w+)\\.ts$';
/** What programs say in their errors: a language is complete with these sentences. */
const words =
  '^bindings/(core/errors/quoted|paper/(study/(report-text|failures-table)|tables/writers/measure)|words/(told|expects|number-keys|en/help|languages/help|text/spelling|errors/program/(bench/)?\\w+))\\.ts$';
const others = {
  bullmq: [library, words, '^bindings/(core|workers)/'],
  cli: [library, words, '^bullmq/(index|tasks/s3)\\.ts$'],
  // The build of the page takes from help what keys mean in Chinese.
  web: ['^bindings/words/languages/help\\.ts$'],
  bench: [
    library,
    '^cli/bench/',
    '^cli/files/temporary-folder\\.ts$',
    '^tests/assembly/load\\.ts$',
    '^tests/browser/chrome\\.ts$',
  ],
  'tests/assembly': ['^assembly/', '^bindings/generated/', '^bench/random\\.ts$'],
  'tests/bindings': ['^bindings/', '^bench/', '^tests/'],
  'tests/browser': [library, '^tests/'],
  'tests/cli': [library, words, '^cli/', '^tests/'],
  'tests/golden': ['^bindings/'],
  'tests/properties': ['^bindings/', '^bench/', '^tests/'],
  'tests/simulation': ['^bindings/', '^bench/', '^tests/'],
};

const folders = ['assembly', 'bindings', 'bench', 'bullmq', 'cli', 'tests', 'web'];

/** Paths of a layer: a folder or a file of that name, without the rooms that are separate layers. */
const pathOf = (side, layer) => `^${side}/${layer}(/${exceptRooms(side, layer)}|\\.ts$)`;

function exceptRooms(side, layer) {
  const rooms = Object.keys(layers[side]).filter((name) => name.startsWith(`${layer}/`));
  return rooms.map((name) => `(?!${name.slice(layer.length + 1)}/)`).join('');
}

function layerRules(side) {
  const names = Object.keys(layers[side]);
  const known = names.map((name) => pathOf(side, name).slice(1)).join('|');
  return [
    ...names.slice(0, -1).map((layer, i) => ({
      name: `${side}/${layer} may not import a layer above it`,
      from: { path: pathOf(side, layer) },
      to: { path: names.slice(i + 1).map((above) => pathOf(side, above)) },
    })),
    {
      name: `${side} imports nothing outside itself`,
      from: { path: `^${side}/` },
      to: { path: `^(${folders.filter((name) => name !== side).join('|')})/` },
    },
    {
      name: `a folder of ${side} that scripts/layers.js does not list`,
      from: { path: `^${side}/`, pathNot: `^(${known})` },
      to: {},
    },
  ];
}

function otherRules([folder, allowed]) {
  return {
    name: `${folder} imports only ${['itself', ...allowed].join(', ')}`,
    from: { path: `^${folder}/` },
    to: { path: `^(${folders.join('|')})/`, pathNot: [`^${folder}/`, ...allowed] },
  };
}

const rules = [
  { name: 'no circles', from: {}, to: { circular: true } },
  ...Object.keys(layers).flatMap(layerRules),
  ...Object.entries(others).map(otherRules),
].map((rule) => ({ severity: 'error', ...rule }));

async function violations() {
  const { output } = await cruise(
    folders,
    {
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(dist|build)/' },
      validate: true,
      ruleSet: { forbidden: rules },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
  );
  const lines = output.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle === undefined ? [to] : cycle.map(({ name }) => name);
    return `${rule.name}: ${[from, ...path].join(' -> ')}`;
  });
  const imports = output.modules
    .filter(({ source }) => !source.startsWith('tests/'))
    .flatMap(({ source, dependencies }) => dependencies.map((one) => [source, one.resolved]));
  return { lines: [...lines, ...circlesOfRooms(imports)], files: output.summary.totalCruised };
}

/** Draws the lists from the top down: each line imports only from the lines below it. */
function draw() {
  return Object.entries(layers).map(([side, names]) => {
    const lines = Object.entries(names).map(([name, holds]) => `  ${name.padEnd(22)}  ${holds}`);
    return [`${side}/  each imports only from the lines below it`, ...lines.reverse()].join('\n');
  });
}

if (process.argv.includes('--layers')) console.log(`\n${draw().join('\n\n')}\n`);
const { lines, files } = await violations();
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
else console.log(`layers: ${files} files, no circle, no import from a higher layer`);
