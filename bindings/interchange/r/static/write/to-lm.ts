/** Static models as lm() with sandwich and lmtest, and as ivreg() of AER. */
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  type StaticModel,
} from '../../../static/model.js';
import { checkLimits } from '../../../programs.js';
import { rColumns, rScript, rSum, rTerm, rWeights } from './writer.js';
import { unexpressedCovariance } from '../../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../../words/errors/interchange/limits.js';

const shared: readonly StaticLimit[] = [
  [
    'effects',
    (model) => !['pooled', undefined].includes(effectsOf(model)),
    unexpressedModel['effects-r'],
  ],
  staticLimits.effects,
  staticLimits.frequency,
  staticLimits.shifts,
  staticLimits.driscollKraay,
  staticLimits.jackknife,
  staticLimits.panelLags,
  staticLimits.automaticLags,
  [
    'vcov.kernel',
    ({ vcov }) => vcov.type === 'hac' && vcov.kernel !== 'bartlett',
    unexpressedCovariance['other-kernels'],
  ],
  [
    'vcov.cluster',
    ({ vcov }) => (vcov.cluster?.length ?? 0) > 1 && vcov.small,
    unexpressedCovariance['small-several-clusters'],
  ],
];

const clusterP: StaticDifference = [
  ({ vcov }) => vcov.type === 'CV1' && vcov.small,
  'p-values: coeftest() takes t with n - k degrees of freedom, wasmetrics with the clusters minus 1',
];

const lmLimits: readonly StaticLimit[] = [staticLimits.instruments, ...shared];

export function toLm(one: Static): string {
  checkLimits('lm', one, lmLimits);
  const { depvar, regressors, intercept } = one.formula;
  const left = rTerm('lm', depvar, 'formula');
  return rScript(
    'lm',
    one,
    ['sandwich', 'lmtest'],
    [clusterP],
    [
      `m <- lm(${left} ~ ${rSum('lm', regressors, intercept)}, data = d${rWeights(one)})`,
      errors(one.model),
    ],
  );
}

const aerLimits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator === 'gmm', unexpressedModel['gmm-ivregress']],
  [
    'formula',
    (_, { endogenous }) => endogenous.length === 0,
    unexpressedModel['no-instruments-lm'],
  ],
  [
    'method',
    (model) => model.estimator === 'iv' && model.method !== '2sls',
    unexpressedModel['only-two-stage-stata'],
  ],
  staticLimits.leverages,
  ...shared,
];

export function toAer(one: Static): string {
  checkLimits('AER', one, aerLimits);
  const { depvar, regressors, endogenous, instruments, intercept } = one.formula;
  const left = rTerm('AER', depvar, 'formula');
  const right = rSum('AER', [...regressors, ...endogenous], intercept);
  const all = rSum('AER', [...regressors, ...instruments], intercept);
  return rScript(
    'AER',
    one,
    ['AER'],
    [clusterP],
    [`m <- ivreg(${left} ~ ${right} | ${all}, data = d${rWeights(one)})`, errors(one.model)],
  );
}

/** The line that prints the coefficients with their errors. */
function errors({ vcov }: StaticModel): string {
  const df = vcov.small ? '' : ', df = Inf';
  const print = (matrix: string) => `coeftest(m, vcov = ${matrix}${df})`;
  switch (vcov.type) {
    case 'unadjusted':
      return vcov.small ? 'coeftest(m)' : print('vcov(m) * df.residual(m) / nobs(m)');
    case 'CV1':
      return print(
        `vcovCL(m, cluster = ${rColumns(vcov.cluster!)}, ${vcov.small ? 'type = "HC1"' : 'type = "HC0", cadjust = FALSE'})`,
      );
    case 'hac':
      return print(
        `NeweyWest(m, lag = ${vcov.bandwidth!}, prewhite = FALSE, adjust = ${vcov.small ? 'TRUE' : 'FALSE'})`,
      );
    default:
      return print(`vcovHC(m, type = "${vcov.type}")`);
  }
}
