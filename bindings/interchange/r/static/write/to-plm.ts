/** Static panel models as plm() of plm 2.6-5. */
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
} from '../../../static/model.js';
import { checkLimits, limits as common, refusal } from '../../../programs.js';
import { columnsOf, termName } from '../../../../data/index.js';
import { rVector } from '../../writer.js';
import { rScript, rSum, rTerm } from './writer.js';
import { unexpressed } from '../../../../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../../words/errors/interchange/limits.js';

const program = 'plm';
const words = { lag: 'lag', lead: 'lead', difference: 'diff' };

const models = {
  within: 'within',
  twoway: 'within',
  random: 'random',
  between: 'between',
  'first-difference': 'fd',
  pooled: 'pooling',
} as const;

const limits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator !== 'panel', unexpressedModel['only-panel']],
  staticLimits.effects,
  common.weights,
  staticLimits.leverages,
  staticLimits.lags,
  staticLimits.severalClusters,
  common.step,
  [
    'vcov.cluster',
    ({ vcov, panel }) => vcov.cluster !== undefined && vcov.cluster[0] !== panel!.unit,
    unexpressedCovariance['other-clusters'],
  ],
  [
    'vcov.type',
    ({ vcov }) => vcov.type === 'HC0' || vcov.type === 'HC1',
    unexpressedCovariance['robust-unclustered'],
  ],
  [
    'vcov.type',
    (model) => model.vcov.type !== 'unadjusted' && effectsOf(model) === 'between',
    unexpressedCovariance['robust-between'],
  ],
  [
    'vcov.small',
    ({ vcov }) => vcov.type === 'unadjusted' && !vcov.small,
    unexpressedCovariance['unadjusted-without-factor'],
  ],
];

const differences: readonly StaticDifference[] = [
  [
    (model) => effectsOf(model) === 'random',
    'random effects: plm weights the variance components of unbalanced panels differently from wasmetrics',
  ],
  [
    (model) => effectsOf(model) === 'first-difference',
    'first differences: plm takes the row before, wasmetrics the period before, which is the same without gaps',
  ],
  [
    (model) => ['within', 'twoway'].includes(effectsOf(model) ?? ''),
    'plm() reports no constant next to effects',
  ],
  [
    ({ vcov }) => vcov.type === 'CV1',
    'p-values: plm takes t or z with other degrees of freedom than wasmetrics',
  ],
];

export function toStaticPlm(one: Static): string {
  checkLimits(program, one, limits);
  const { model, formula } = one;
  const { depvar, regressors, intercept } = formula;
  const { unit, time } = model.panel!;
  const effects = effectsOf(model)!;
  const period = [depvar, ...regressors].find(
    (term) =>
      term.kind !== 'dummies' && columnsOf(term).some((name) => name === time || name === unit),
  );
  if (period !== undefined)
    throw refusal(program, 'formula', unexpressed['period-as-number']({ term: termName(period) }));
  const absorbs = effects === 'within' || effects === 'twoway';
  const args = [
    `${rTerm(program, depvar, 'formula', words)} ~ ${rSum(program, regressors, intercept || absorbs, words)}`,
    'data = d',
    `model = "${models[effects]}"`,
    ...(effects === 'twoway' ? ['effect = "twoways"'] : []),
  ];
  return rScript(program, one, ['plm', 'lmtest'], differences, [
    `d <- pdata.frame(d, index = ${rVector([unit, time])})`,
    `m <- plm(${args.join(', ')})`,
    ...errors(one),
  ]);
}

/** Writes the errors. Stata's factor counts the constant of within estimates as a coefficient; plm's does not. */
function errors({ model }: Static): string[] {
  const { vcov } = model;
  if (vcov.type === 'unadjusted') return ['coeftest(m)'];
  const matrix = 'vcovHC(m, method = "arellano", type = "HC0")';
  if (!vcov.small) return [`coeftest(m, vcov = ${matrix})`];
  const k =
    {
      within: 'length(coef(m)) + 1',
      twoway: 'length(coef(m)) + pdim(m)$nT$T',
    }[effectsOf(model) as 'within'] ?? 'length(coef(m))';
  return [
    'g <- pdim(m)$nT$n',
    `small <- g / (g - 1) * (nobs(m) - 1) / (nobs(m) - (${k}))`,
    `coeftest(m, vcov = small * ${matrix})`,
  ];
}
