/** Models with instruments as `ivregress`, `ivreg2` and `ivreghdfe`. */
import { parseTerms } from '../../../data/index.js';
import type { GmmModel } from '../../../models/gmm/model.js';
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  type StaticModel,
} from '../../static/model.js';
import { checkLimits } from '../../programs.js';
import {
  ivreg2Errors,
  lagLimits,
  levelOption,
  vceOption,
  weightOption,
  withOptions,
} from './errors.js';
import { type StataParts, stataScript } from './script.js';
import { unitEffects } from './to-regress.js';
import { unexpressedCovariance } from '../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';

const isGmm = (model: StaticModel): model is GmmModel => model.estimator === 'gmm';
const ivMethod = (model: StaticModel) => (model.estimator === 'iv' ? model.method : undefined);

const noInstruments: StaticLimit = [
  'formula',
  (_, { endogenous }) => endogenous.length === 0,
  unexpressedModel['no-instruments-stata'],
];
const differences: StaticLimit = [
  'effects',
  (model) => effectsOf(model) === 'first-difference',
  unexpressedModel.differences,
];

const ivregressLimits: readonly StaticLimit[] = [
  noInstruments,
  staticLimits.effects,
  ['effects', (model) => effectsOf(model) !== undefined, unexpressedModel['effects-ivreghdfe']],
  staticLimits.mixedFactor,
  staticLimits.driscollKraay,
  staticLimits.severalClusters,
  ...lagLimits,
  [
    'method',
    (model) => ['fuller', 'kclass'].includes(ivMethod(model) ?? ''),
    unexpressedModel.fuller,
  ],
  ['method', (model) => isGmm(model) && model.method === 'cue', unexpressedModel['cue-ivreg2']],
  [
    'method',
    (model) => isGmm(model) && model.method === 'one-step',
    unexpressedModel['one-step-iv'],
  ],
  [
    'weight.cluster',
    (model) => isGmm(model) && (model.weight.cluster?.length ?? 0) > 1,
    unexpressedCovariance['several-clusters'],
  ],
  [
    'weight.type',
    (model) => isGmm(model) && model.weight.type === 'driscoll-kraay',
    unexpressedCovariance['driscoll-kraay-weight'],
  ],
  ['cTests', (model) => 'cTests' in model && model.cTests.length > 0, unexpressedModel['c-tests']],
];

const centred: StaticDifference = [
  (model) => isGmm(model) && model.method === 'iterated',
  'iterated GMM: ivregress stops at a change of 1e-6, wasmetrics at tolerance',
];

export function toIvregress(one: Static): string {
  checkLimits('ivregress', one, ivregressLimits);
  const { model } = one;
  return stataScript('ivregress', one, [centred], (parts) => {
    const method = isGmm(model) ? 'gmm' : ivMethod(model)!;
    const options = [
      ...(parts.intercept ? [] : ['noconstant']),
      ...(isGmm(model) ? gmmOptions(model, parts) : []),
      ...(isGmm(model) && model.vcov.type === 'unadjusted'
        ? ['vce(unadjusted)']
        : vceOption(model.vcov, parts.writer)),
      ...(model.vcov.small ? ['small'] : []),
      ...levelOption(model),
    ];
    return [`ivregress ${method} ${variables(parts)}${withOptions(options)}`];
  });
}

function gmmOptions({ weight, method }: GmmModel, { writer }: StataParts): string[] {
  return [
    weightOption(weight, writer),
    ...(weight.center ? ['center'] : []),
    ...(method === 'iterated' ? ['igmm'] : []),
  ];
}

function variables({ depvar, exogenous, instruments, sample }: StataParts): string {
  return `${[depvar, exogenous, instruments].filter((text) => text !== '').join(' ')}${sample}`;
}

const ivreg2Shared: readonly StaticLimit[] = [
  staticLimits.mixedFactor,
  staticLimits.driscollKraay,
  staticLimits.leverages,
  staticLimits.automaticLags,
  ...lagLimits,
  differences,
  [
    'method',
    (model) => isGmm(model) && (model.method === 'one-step' || model.method === 'iterated'),
    unexpressedModel['other-gmm'],
  ],
  [
    'weight.type',
    (model) => isGmm(model) && !agrees(model),
    unexpressedCovariance['other-covariance'],
  ],
  [
    'weight.type',
    (model) => isGmm(model) && model.weight.type === 'unadjusted',
    unexpressedCovariance['unadjusted-weight'],
  ],
  [
    'cTests',
    (model) => 'cTests' in model && model.cTests.length > 1,
    unexpressedModel['several-c-tests'],
  ],
  [
    'effects',
    (model) => model.estimator === 'panel' && model.effects !== 'pooled',
    unexpressedModel['panel-estimators'],
  ],
];

/** True if the covariance is that of the weighting matrix. */
function agrees({ weight, vcov }: GmmModel): boolean {
  const type = { robust: ['HC0', 'HC1'], cluster: ['CV1'], hac: ['hac'] }[weight.type as 'robust'];
  const sameLags = weight.kernel === vcov.kernel && weight.bandwidth === vcov.bandwidth;
  return (
    type?.includes(vcov.type) === true &&
    sameLags &&
    weight.cluster?.join() === vcov.cluster?.join()
  );
}

const ivreg2Limits: readonly StaticLimit[] = [
  staticLimits.effects,
  ['effects', (model) => effectsOf(model) === 'within', unexpressedModel['effects-ivreghdfe']],
  ...ivreg2Shared,
];

const gmmErrors: StaticDifference = [
  isGmm,
  'standard errors: ivreg2 takes the weighting matrix of the estimates for the covariance of the moments, wasmetrics the residuals of the last step',
];

export function toIvreg2(one: Static): string {
  checkLimits('ivreg2', one, ivreg2Limits);
  return stataScript('ivreg2', one, [gmmErrors], (parts) => {
    const options = [
      ...(parts.intercept ? [] : ['noconstant']),
      ...shared(one, parts),
      ...(one.model.vcov.small ? ['small'] : []),
    ];
    return [`ivreg2 ${variables(parts)}${withOptions([...options, ...levelOption(one.model)])}`];
  });
}

function shared({ model }: Static, { writer }: StataParts): string[] {
  const [test] = 'cTests' in model ? model.cTests : [];
  return [
    ...methodOptions(model),
    ...(test === undefined
      ? []
      : [`orthog(${writer.varlist(test.vars.flatMap(parseTerms), 'instruments')})`]),
    ...ivreg2Errors(model.vcov, writer),
  ];
}

function methodOptions(model: StaticModel): string[] {
  if (isGmm(model)) {
    const method = model.method === 'cue' ? 'cue' : 'gmm2s';
    return model.weight.center ? [method, 'center'] : [method];
  }
  if (model.estimator !== 'iv') return [];
  const { method, fuller, kappa } = model;
  if (method === 'fuller') return [`fuller(${fuller!})`];
  if (method === 'kclass') return [`kclass(${kappa!})`];
  return method === 'liml' ? ['liml'] : [];
}

const ivreghdfeLimits: readonly StaticLimit[] = [
  [
    'formula',
    (model, { effects }) => effects.length === 0 && effectsOf(model) !== 'within',
    unexpressedModel['no-absorbed'],
  ],
  noInstruments,
  staticLimits.large,
  ...ivreg2Shared,
];

/** ivreghdfe has the small-sample factor when it absorbs effects. */
export function toIvreghdfe(one: Static): string {
  checkLimits('ivreghdfe', one, ivreghdfeLimits);
  return stataScript('ivreghdfe', one, [gmmErrors], (parts) => {
    const absorbed = [...unitEffects(one, parts), ...parts.absorbed];
    const options = [
      `absorb(${absorbed.join(' ')})`,
      ...shared(one, parts),
      ...levelOption(one.model),
    ];
    return [`ivreghdfe ${variables(parts)}${withOptions(options)}`];
  });
}
