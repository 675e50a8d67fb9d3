/** Static models without instruments as `regress`, `areg`, `reghdfe` and `xtreg`. */
import {
  type Static,
  type StaticDifference,
  effectsOf,
  type StaticLimit,
  staticLimits,
} from '../../static/model.js';
import { checkLimits } from '../../programs.js';
import {
  lagLimits,
  levelOption,
  leverageLimits,
  orderLimit,
  vceOption,
  withOptions,
} from './errors.js';
import { type StataParts, stataScript } from './script.js';
import { unexpressedCovariance } from '../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';

const notPanel: StaticLimit = [
  'effects',
  (model) => model.estimator === 'panel' && model.effects !== 'pooled',
  unexpressedModel['effects-xtreg'],
];

const leastSquares: readonly StaticLimit[] = [
  staticLimits.instruments,
  staticLimits.large,
  staticLimits.mixedFactor,
  staticLimits.driscollKraay,
  staticLimits.jackknife,
];

const regressLimits: readonly StaticLimit[] = [
  notPanel,
  staticLimits.effects,
  ...leastSquares,
  ...leverageLimits,
  staticLimits.severalClusters,
  staticLimits.automaticLags,
  ...lagLimits,
  [
    'vcov.kernel',
    ({ vcov }) => vcov.type === 'hac' && vcov.kernel !== 'bartlett',
    unexpressedCovariance['other-kernels'],
  ],
  [
    'weights',
    ({ weights, vcov }) => vcov.type === 'hac' && weights !== undefined,
    unexpressedCovariance['weights-with-hac'],
  ],
];

/** With lags the command is `newey`, whose covariance is that of regress. */
export function toRegress(one: Static): string {
  checkLimits('regress', one, regressLimits);
  const { vcov } = one.model;
  return stataScript('regress', one, [], (parts) => {
    const isHac = vcov.type === 'hac';
    const options = [
      ...(parts.intercept ? [] : ['noconstant']),
      ...(isHac ? [`lag(${vcov.bandwidth!})`] : vceOption(vcov, parts.writer)),
      ...levelOption(one.model),
    ];
    return [`${isHac ? 'newey' : 'regress'} ${variables(parts)}${withOptions(options)}`];
  });
}

function variables({ depvar, exogenous, sample }: StataParts): string {
  return `${exogenous === '' ? depvar : `${depvar} ${exogenous}`}${sample}`;
}

const leverages: StaticLimit = [
  'vcov.type',
  ({ vcov }) => ['HC2', 'HC3', 'HC4'].includes(vcov.type),
  unexpressedModel['hc2-to-hc4'],
];

const aregLimits: readonly StaticLimit[] = [
  notPanel,
  ...leastSquares,
  leverages,
  staticLimits.lags,
  staticLimits.severalClusters,
  [
    'formula',
    (_, { effects }) => effects.length !== 1 || effects[0]!.kind !== 'column',
    unexpressedModel['one-absorbed'],
  ],
  [
    'vcov.cluster',
    ({ vcov }, { effects }) =>
      vcov.cluster !== undefined &&
      effects[0]?.kind === 'column' &&
      vcov.cluster.includes(effects[0].name),
    unexpressedCovariance['uncounted-effects'],
  ],
];

const aregDifferences: readonly StaticDifference[] = [
  [
    ({ vcov }) => vcov.type !== 'unadjusted',
    'areg keeps singletons, which wasmetrics drops; they change the factor of robust and clustered errors',
  ],
  [
    ({ vcov }) => vcov.cluster !== undefined,
    'areg counts effects that are nested in the clusters as coefficients, wasmetrics does not',
  ],
];

export function toAreg(one: Static): string {
  checkLimits('areg', one, aregLimits);
  return stataScript('areg', one, aregDifferences, (parts) => {
    const options = [
      `absorb(${parts.absorbed.join(' ')})`,
      ...vceOption(one.model.vcov, parts.writer),
      ...levelOption(one.model),
    ];
    return [`areg ${variables(parts)}${withOptions(options)}`];
  });
}

const reghdfeLimits: readonly StaticLimit[] = [
  ...leastSquares,
  leverages,
  staticLimits.lags,
  [
    'effects',
    (model) =>
      model.estimator === 'panel' && !['within', 'twoway', 'pooled'].includes(model.effects),
    unexpressedModel['panel-xtreg'],
  ],
  [
    'formula',
    (model, { intercept, effects }) =>
      !intercept && effects.length === 0 && !['within', 'twoway'].includes(effectsOf(model) ?? ''),
    unexpressedModel['no-effects-or-intercept'],
  ],
];

/** Units and periods of `within` and `twoway` are absorbed. */
export function toReghdfe(one: Static): string {
  checkLimits('reghdfe', one, reghdfeLimits);
  return stataScript('reghdfe', one, [], (parts) => {
    const absorbed = [...unitEffects(one, parts), ...parts.absorbed];
    const options = [
      absorbed.length === 0 ? 'noabsorb' : `absorb(${absorbed.join(' ')})`,
      ...vceOption(one.model.vcov, parts.writer),
      ...levelOption(one.model),
    ];
    return [`reghdfe ${variables(parts)}${withOptions(options)}`];
  });
}

/** The unit and period columns whose effects the model removes. */
export function unitEffects({ model }: Static, { writer }: Pick<StataParts, 'writer'>): string[] {
  const effects = effectsOf(model);
  if (effects !== 'within' && effects !== 'twoway') return [];
  const unit = writer.name(model.panel!.unit, 'panel.unit');
  return effects === 'within' ? [unit] : [unit, writer.name(model.panel!.time, 'panel.time')];
}

const xtregLimits: readonly StaticLimit[] = [
  ['effects', (model) => effectsOf(model) === undefined, unexpressedModel['no-unit-effects']],
  [
    'effects',
    (model) => !['within', 'random', 'between'].includes(effectsOf(model) ?? ''),
    unexpressedModel['other-panel-effects'],
  ],
  staticLimits.effects,
  ...leastSquares,
  leverages,
  orderLimit,
  staticLimits.lags,
  staticLimits.severalClusters,
  [
    'vcov.type',
    ({ vcov }) => vcov.type === 'HC0' || vcov.type === 'HC1',
    unexpressedCovariance['robust-by-unit'],
  ],
  [
    'formula',
    (model, { intercept }) =>
      !intercept && model.estimator === 'panel' && model.effects !== 'within',
    unexpressedModel['no-intercept'],
  ],
];

export function toXtreg(one: Static): string {
  checkLimits('xtreg', one, xtregLimits);
  const option = { within: 'fe', random: 're', between: 'be' }[effectsOf(one.model) as 'within'];
  return stataScript('xtreg', one, [], (parts) => {
    const options = [option, ...vceOption(one.model.vcov, parts.writer), ...levelOption(one.model)];
    return [`xtreg ${variables(parts)}${withOptions(options)}`];
  });
}
