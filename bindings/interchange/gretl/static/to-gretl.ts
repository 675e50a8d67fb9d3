/** Static models as gretl scripts with ols, wls, tsls and panel, as in gretl 2025a. */
import { type Formula, parseWhere, type Term, termName } from '../../../data/index.js';
import { laggedOf } from '../../lags.js';
import {
  filterColumns,
  type FilterNotation,
  filterText,
  withConditions,
} from '../../filters/notation.js';
import { checkLimits, commentsOn, dataFileOf, refusal } from '../../programs.js';
import {
  effectsOf,
  shifts,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  type StaticModel,
  termsOf,
} from '../../static/model.js';

import { gretlData, gretlName, gretlText } from '../writer.js';
import { unexpressed } from '../../../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';
import { textInFilter } from '../../../words/errors/interchange/models.js';

const program = 'gretl';

const isPanel = (model: StaticModel) => model.estimator === 'panel';
const lagged = (_: StaticModel, formula: Formula) => termsOf(formula).some(shifts);

const limits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator === 'gmm', unexpressedModel['gmm-ivregress']],
  [
    'method',
    (model) => model.estimator === 'iv' && !['2sls', 'liml'].includes(model.method),
    unexpressedModel.fuller,
  ],
  [
    'vcov',
    ({ vcov, ...model }) =>
      model.estimator === 'iv' &&
      model.method === 'liml' &&
      (vcov.type !== 'unadjusted' || !vcov.small),
    unexpressedCovariance['liml-errors'],
  ],
  [
    'effects',
    (model) =>
      effectsOf(model) === 'first-difference' ||
      (!isPanel(model) && effectsOf(model) !== undefined),
    unexpressedModel['iv-effects'],
  ],
  staticLimits.effects,
  staticLimits.frequency,
  [
    'vcov.small',
    ({ vcov, weights }) => weights !== undefined && !vcov.small,
    unexpressedCovariance['weights-without-factor'],
  ],
  [
    'weights',
    (model) => model.weights !== undefined && model.estimator !== 'ols',
    unexpressedCovariance['weights-of-others'],
  ],
  staticLimits.lags,
  staticLimits.jackknife,
  staticLimits.severalClusters,
  ['vcov.type', ({ vcov }) => vcov.type === 'HC4', unexpressedModel.hc4],
  [
    'vcov.type',
    (model, formula) =>
      model.vcov.type.startsWith('HC') && (isPanel(model) || lagged(model, formula)),
    unexpressedCovariance['unclustered-panel'],
  ],
  [
    'vcov.type',
    ({ vcov, estimator }) =>
      estimator === 'iv' && (vcov.type === 'HC0' ? vcov.small : vcov.type === 'HC1' && !vcov.small),
    unexpressedCovariance['hc-and-small'],
  ],
  [
    'vcov.small',
    ({ vcov, estimator }) =>
      !vcov.small && vcov.type !== 'unadjusted' && !(estimator === 'iv' && vcov.type === 'HC0'),
    unexpressedCovariance['errors-without-factor'],
  ],
  [
    'vcov.small',
    (model) => !model.vcov.small && isPanel(model),
    unexpressedCovariance['panels-without-factor'],
  ],
  [
    'vcov.cluster',
    (model) =>
      isPanel(model) &&
      model.vcov.cluster !== undefined &&
      model.vcov.cluster[0] !== model.panel!.unit,
    unexpressedCovariance['other-clusters'],
  ],
  [
    'vcov.type',
    (model) => effectsOf(model) === 'between' && model.vcov.type !== 'unadjusted',
    unexpressedCovariance['robust-between'],
  ],
  [
    'where',
    (model, formula) => model.where !== undefined && lagged(model, formula),
    unexpressed['filter-with-lags'],
  ],
  [
    'panel.step',
    ({ panel }, formula) =>
      panel !== undefined && panel.step !== 1 && termsOf(formula).some(shifts),
    unexpressed.distance,
  ],
  [
    'formula',
    (model, { intercept }) =>
      !intercept && isPanel(model) && !['within', 'twoway', 'pooled'].includes(effectsOf(model)!),
    unexpressedModel['no-intercept'],
  ],
];

const differences: readonly StaticDifference[] = [
  [
    (model) => effectsOf(model) === 'twoway',
    'the constant of gretl is that of the first period, the constant of wasmetrics the average effect',
  ],
];

export function toStaticGretl(one: Static): string {
  checkLimits(program, one, limits);
  const { model, formula } = one;
  const made = new Map<string, string>();
  const list = (terms: readonly Term[]) => terms.map((term) => series(term, made));
  const absorbs = ['within', 'twoway'].includes(effectsOf(model) ?? '');
  const constant = formula.intercept || absorbs ? ['const'] : [];
  const variables = [
    ...list([formula.depvar]),
    ...constant,
    ...list(formula.regressors),
    ...list(formula.endogenous),
  ];
  const instruments =
    formula.endogenous.length === 0
      ? []
      : [';', ...constant, ...list(formula.regressors), ...list(formula.instruments)];
  const weights = model.weights === undefined ? [] : [nameOf(model.weights.column)];
  const needsPanel = isPanel(model) || lagged(model, formula);
  const { panel } = model;
  const data = dataFileOf(model);
  return [
    ...commentsOn(program, one, differences).map((text) => `# ${text}`),
    gretlData(data),
    ...(model.where === undefined ? [] : [`smpl ${gretlWhere(model.where)} --restrict`]),
    ...(needsPanel && panel !== undefined
      ? [`setobs ${nameOf(panel.unit)} ${nameOf(panel.time)} --panel-vars`]
      : []),
    ...[...made].map(([text, name]) => `series ${name} = ${text}`),
    ...version(model),
    [wordOf(model), ...weights, ...variables, ...instruments, ...options(model)].join(' '),
  ].join('\n');
}

function wordOf(model: StaticModel): string {
  if (isPanel(model)) return 'panel';
  if (model.estimator === 'iv') return 'tsls';
  return model.weights === undefined ? 'ols' : 'wls';
}

function version({ vcov }: StaticModel): string[] {
  const number = /^HC([0-3])$/.exec(vcov.type)?.[1];
  return number === undefined || number === '1' ? [] : [`set hc_version ${number}`];
}

function options(model: StaticModel): string[] {
  const { vcov } = model;
  const clusters = vcov.cluster?.[0];
  const effects = {
    random: '--random-effects',
    between: '--between',
    pooled: '--pooled',
    twoway: '--time-dummies',
  }[effectsOf(model) as 'random'];
  return [
    ...(isPanel(model) && effects !== undefined ? [effects] : []),
    ...(model.estimator === 'iv' && model.method === 'liml' ? ['--liml'] : []),
    ...(vcov.type.startsWith('HC') || (isPanel(model) && clusters !== undefined)
      ? ['--robust']
      : []),
    ...(!isPanel(model) && clusters !== undefined ? [`--cluster=${nameOf(clusters)}`] : []),
    ...(vcov.type === 'unadjusted' && !vcov.small ? ['--no-df-corr'] : []),
  ];
}

function nameOf(name: string): string {
  return gretlName(name, 'formula');
}

/** A series with its lag; functions, powers and products become series that the script makes. */
function series(term: Term, made: Map<string, string>): string {
  const { of, by } = laggedOf(term);
  const name = of.kind === 'column' ? nameOf(of.name) : madeName(of, made);
  return by === 0 ? name : `${name}(${by > 0 ? '-' : '+'}${Math.abs(by)})`;
}

function madeName(term: Term, made: Map<string, string>): string {
  const text = expression(term);
  const used = [...made.values()];
  const plain = `x_${termName(term).replace(/\W+/g, '_').replace(/_$/, '')}`.slice(0, 28);
  let name = made.get(text) ?? plain;
  for (let i = 2; !made.has(text) && used.includes(name); ++i) name = `${plain}_${i}`;
  made.set(text, name);
  return name;
}

function expression(term: Term): string {
  switch (term.kind) {
    case 'column':
      return nameOf(term.name);
    case 'call':
      return `${term.function}(${expression(term.of)})`;
    case 'power':
      return `${term.of.kind === 'column' || term.of.kind === 'call' ? expression(term.of) : `(${expression(term.of)})`}^${term.exponent}`;
    case 'interaction':
      if (term.factors.every(({ kind }) => kind === 'column' || kind === 'call'))
        return term.factors.map(expression).join(' * ');
  }
  throw refusal(program, 'formula', unexpressed['term-series']({ term: termName(term) }));
}

const notation: FilterNotation = {
  program: 'gretl',
  column: nameOf,
  text: (text) => gretlText(text, 'where', textInFilter({ text })),
  isOneOf: (of, values) => `(${values.map((value) => `${of} == ${value}`).join(' || ')})`,
  isMissing: (column) => `missing(${column})`,
  isPresent: (column) => `!missing(${column})`,
};

function gretlWhere(text: string): string {
  const tree = parseWhere(text);
  const mayDecide = /\|\||!\(/.test(filterText(tree, notation));
  const columns = mayDecide ? filterColumns(tree) : [];
  return withConditions(
    tree,
    notation,
    columns.map((name) => `!missing(${nameOf(name)})`),
  );
}
