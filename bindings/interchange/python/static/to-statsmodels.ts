/** Least squares as formulas of statsmodels. */
import { pythonList, pythonString } from '../../../core/escapes/python.js';
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

const program = 'statsmodels';

const limits: readonly StaticLimit[] = [
  [
    'effects',
    (model) => !['pooled', undefined].includes(effectsOf(model)),
    unexpressedModel['effects-python'],
  ],
  staticLimits.instruments,
  staticLimits.effects,
  staticLimits.frequency,
  staticLimits.shifts,
  staticLimits.driscollKraay,
  staticLimits.jackknife,
  staticLimits.panelLags,
  staticLimits.automaticLags,
  [
    'vcov.bandwidth',
    ({ vcov }) => typeof vcov.bandwidth === 'number' && !Number.isInteger(vcov.bandwidth),
    unexpressedCovariance['fraction-of-lags'],
  ],
  [
    'vcov.kernel',
    ({ vcov }) => vcov.type === 'hac' && vcov.kernel !== 'bartlett',
    unexpressedCovariance['other-kernels'],
  ],
  ['vcov.type', ({ vcov }) => vcov.type === 'HC4', unexpressedModel.hc4],
  staticLimits.severalClusters,
  [
    'vcov.small',
    ({ vcov }) => !vcov.small && vcov.type === 'unadjusted',
    unexpressedCovariance['unadjusted-without-factor'],
  ],
];

const differences: readonly StaticDifference[] = [
  [({ vcov }) => vcov.type !== 'unadjusted' && vcov.small, 'use_t=True takes t as wasmetrics does'],
];

export function toStatsmodels(one: Static): string {
  checkLimits(program, one, limits);
  const { model, formula } = one;
  const names = formula.regressors.map((term) => pyTerm(program, term, 'formula'));
  const right = [...(formula.intercept ? [] : ['0']), ...names].join(' + ') || '1';
  const text = pythonString(`${pyTerm(program, formula.depvar, 'formula')} ~ ${right}`);
  const { weights } = model;
  const call =
    weights === undefined
      ? `smf.ols(${text}, data=df)`
      : `smf.wls(${text}, data=df, weights=df[${pythonString(weights.column)}])`;
  return pyScript(program, one, ['import statsmodels.formula.api as smf'], differences, [
    ...complete(one),
    `m = ${call}.fit(${fitArguments(model)})`,
    'print(m.summary())',
  ]);
}

/**
 * Removes incomplete rows first, because statsmodels' clusters and weights are arrays, from which the formula's missing
 * rows are not dropped.
 */
function complete({ model: { weights, vcov }, formula }: Static): string[] {
  if (weights === undefined && vcov.cluster === undefined) return [];
  const columns = [
    ...termsOf(formula).flatMap(columnsOf),
    ...(vcov.cluster ?? []),
    ...(weights === undefined ? [] : [weights.column]),
  ];
  return [`df = df.dropna(subset=${pythonList([...new Set(columns)])})`];
}

function fitArguments({ vcov }: StaticModel): string {
  const t = vcov.small ? ', use_t=True' : '';
  switch (vcov.type) {
    case 'unadjusted':
      return '';
    case 'CV1': {
      const correction = vcov.small ? '' : ', "use_correction": False';
      return `cov_type="cluster", cov_kwds={"groups": df[${pythonString(vcov.cluster![0]!)}]${correction}}${t}`;
    }
    case 'hac': {
      const correction = vcov.small ? 'True' : 'False';
      return `cov_type="HAC", cov_kwds={"maxlags": ${vcov.bandwidth!}, "use_correction": ${correction}}${t}`;
    }
    default:
      return `cov_type="${vcov.type}"${t}`;
  }
}
