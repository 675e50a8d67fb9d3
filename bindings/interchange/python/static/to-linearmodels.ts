/** Panel models and models with instruments as classes of linearmodels. */
import { pythonList, pythonString } from '../../../core/escapes/python.js';
import type { GmmModel } from '../../../models/gmm/model.js';
import { columnsOf } from '../../../data/index.js';
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  type StaticModel,
  termsOf,
} from '../../static/model.js';
import { checkLimits } from '../../programs.js';
import { pyScript, pyTerm } from './writer.js';
import { unexpressedCovariance } from '../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';

const program = 'linearmodels';

const classes = {
  within: 'PanelOLS',
  twoway: 'PanelOLS',
  random: 'RandomEffects',
  between: 'BetweenOLS',
  'first-difference': 'FirstDifferenceOLS',
  pooled: 'PooledOLS',
} as const;

const isPanel = ({ estimator }: StaticModel) => estimator === 'panel';
const isGmm = (model: StaticModel): model is GmmModel => model.estimator === 'gmm';

const limits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator === 'ols', unexpressedModel['least-squares']],
  staticLimits.effects,
  staticLimits.shifts,
  staticLimits.frequency,
  staticLimits.mixedFactor,
  staticLimits.leverages,
  staticLimits.driscollKraay,
  staticLimits.panelLags,
  [
    'vcov.type',
    (model) => isPanel(model) && model.vcov.type === 'hac',
    unexpressedCovariance['lags-of-panels'],
  ],
  staticLimits.automaticLags,
  [
    'vcov.kernel',
    ({ vcov }) => vcov.kernel !== undefined && vcov.kernel !== 'bartlett',
    unexpressedCovariance['other-kernels'],
  ],
  [
    'vcov.cluster',
    ({ vcov, panel, estimator }) =>
      estimator === 'panel' &&
      (vcov.cluster ?? []).some((name) => name !== panel!.unit && name !== panel!.time),
    unexpressedCovariance['clusters-of-panel'],
  ],
  staticLimits.severalClusters,
  [
    'effects',
    (model) => !isPanel(model) && effectsOf(model) !== undefined,
    unexpressedModel['unit-effects-iv'],
  ],
  [
    'formula',
    (model, { intercept }) => effectsOf(model) === 'first-difference' && intercept,
    unexpressedModel['constant-in-differences'],
  ],
  [
    'vcov.type',
    (model) => isPanel(model) && model.vcov.type === 'CV1' && effectsOf(model) === 'between',
    unexpressedCovariance['clusters-of-between'],
  ],
  [
    'weight.type',
    (model) => isGmm(model) && !['unadjusted', 'robust', 'cluster'].includes(model.weight.type),
    unexpressedModel['weights-with-lags'],
  ],
  [
    'weight.type',
    (model) =>
      isGmm(model) && model.weight.cluster !== undefined && model.weight.cluster.length > 1,
    unexpressedCovariance['several-clusters'],
  ],
];

const differences: readonly StaticDifference[] = [
  [
    (model) => effectsOf(model) === 'random',
    'random effects: linearmodels may weight the variance components of unbalanced panels differently',
  ],
  [
    (model) => isGmm(model) && model.method === 'iterated',
    'iterated GMM: linearmodels stops at a change of 1e-4; fit(tol=) sets another',
  ],
];

export function toLinearmodels(one: Static): string {
  checkLimits(program, one, limits);
  return isPanel(one.model) ? panelScript(one) : ivScript(one);
}

function panelScript(one: Static): string {
  const { model, formula } = one;
  const effects = effectsOf(model)!;
  const words =
    { within: ['EntityEffects'], twoway: ['EntityEffects', 'TimeEffects'] }[effects as 'within'] ??
    [];
  const constant = formula.intercept || words.length > 0 ? ['1'] : [];
  const names = formula.regressors.map((term) => pyTerm(program, term, 'formula'));
  const text = `${pyTerm(program, formula.depvar, 'formula')} ~ ${[...constant, ...names, ...words].join(' + ')}`;
  const { unit, time } = model.panel!;
  const name = classes[effects];
  return pyScript(program, one, [`from linearmodels import ${name}`], differences, [
    `df = df.set_index(${pythonList([unit, time])})`,
    `m = ${name}.from_formula(${pythonString(text)}, data=df${weightsOf(model)}).fit(${panelErrors(model)})`,
    'print(m)',
  ]);
}

function panelErrors({ vcov, panel }: StaticModel): string {
  const debiased = vcov.small ? '' : ', debiased=False';
  if (vcov.type === 'unadjusted') return `cov_type="unadjusted"${debiased}`;
  if (vcov.type !== 'CV1') return `cov_type="robust"${debiased}`;
  const by = vcov.cluster![0] === panel!.unit ? 'cluster_entity=True' : 'cluster_time=True';
  return `cov_type="clustered", ${by}${vcov.small ? ', group_debias=True' : debiased}`;
}

function ivScript(one: Static): string {
  const { model, formula } = one;
  const list = (terms: typeof formula.regressors) =>
    terms.map((term) => pyTerm(program, term, 'formula'));
  const exogenous = [...(formula.intercept ? ['1'] : []), ...list(formula.regressors)];
  const group = `[${list(formula.endogenous).join(' + ')} ~ ${list(formula.instruments).join(' + ')}]`;
  const text = `${pyTerm(program, formula.depvar, 'formula')} ~ ${[...exogenous, group].join(' + ')}`;
  const name = className(model);
  const args = [pythonString(text), 'data=df', ...specification(model)];
  return pyScript(program, one, [`from linearmodels import ${name}`], differences, [
    ...complete(one),
    `m = ${name}.from_formula(${args.join(', ')}${weightsOf(model)}).fit(${ivErrors(model)})`,
    'print(m)',
  ]);
}

/**
 * Removes incomplete rows first, because clusters are arrays, from which the formula's missing rows are not dropped.
 */
function complete({ model, formula }: Static): string[] {
  const clusters = [
    ...(model.vcov.cluster ?? []),
    ...(isGmm(model) ? (model.weight.cluster ?? []) : []),
  ];
  if (clusters.length === 0 && model.weights === undefined) return [];
  const columns = [
    ...termsOf(formula).flatMap(columnsOf),
    ...clusters,
    ...(model.weights === undefined ? [] : [model.weights.column]),
  ];
  return [`df = df.dropna(subset=${pythonList([...new Set(columns)])})`];
}

function className(model: StaticModel): string {
  if (isGmm(model)) return model.method === 'cue' ? 'IVGMMCUE' : 'IVGMM';
  return model.estimator === 'iv' && model.method !== '2sls' ? 'IVLIML' : 'IV2SLS';
}

function specification(model: StaticModel): string[] {
  if (isGmm(model)) {
    const { type, cluster, center } = model.weight;
    return [
      `weight_type="${type === 'cluster' ? 'clustered' : type}"`,
      ...(cluster === undefined ? [] : [`clusters=df[${pythonString(cluster[0]!)}]`]),
      ...(center ? ['center=True'] : []),
    ];
  }
  if (model.estimator !== 'iv') return [];
  if (model.method === 'fuller') return [`fuller=${model.fuller!}`];
  return model.method === 'kclass' ? [`kappa=${model.kappa!}`] : [];
}

function ivErrors(model: StaticModel): string {
  const { vcov } = model;
  const iterations = isGmm(model)
    ? ({ 'one-step': 'iter_limit=1, ', iterated: 'iter_limit=100, ' }[model.method as 'iterated'] ??
      '')
    : '';
  const debiased = vcov.small ? ', debiased=True' : '';
  if (vcov.type === 'unadjusted') return `${iterations}cov_type="unadjusted"${debiased}`;
  if (vcov.type === 'CV1')
    return `${iterations}cov_type="clustered", clusters=df[${pythonString(vcov.cluster![0]!)}]${debiased}`;
  if (vcov.type === 'hac')
    return `${iterations}cov_type="kernel", kernel="bartlett", bandwidth=${vcov.bandwidth!}${debiased}`;
  return `${iterations}cov_type="robust"${debiased}`;
}

function weightsOf({ weights }: StaticModel): string {
  return weights === undefined ? '' : `, weights=df[${pythonString(weights.column)}]`;
}
