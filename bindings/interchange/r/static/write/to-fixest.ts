/** Static models as feols() of fixest, whose degrees of freedom are those of reghdfe. */
import { rName } from '../../../../core/escapes/r.js';
import { show } from '../../../../words/text/messages.js';
import { columnsOf, type Term } from '../../../../data/index.js';
import { checkLimits, refusal } from '../../../programs.js';
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  shifts,
  termsOf,
} from '../../../static/model.js';
import { rColumns, rScript, rSum, rTerm } from './writer.js';
import { unexpressed } from '../../../../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../../words/errors/interchange/limits.js';

const program = 'fixest';
const words = { lag: 'l', lead: 'f', difference: 'd' };

const limits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator === 'gmm', unexpressedModel['gmm-ivregress']],
  [
    'method',
    (model) => model.estimator === 'iv' && model.method !== '2sls',
    unexpressedModel['only-two-stage-stata'],
  ],
  [
    'effects',
    (model) => ['random', 'between', 'first-difference'].includes(effectsOf(model) ?? ''),
    unexpressedModel['panel-plm'],
  ],
  staticLimits.frequency,
  [
    'vcov.small',
    ({ vcov }) => vcov.type.startsWith('HC') && !vcov.small,
    unexpressedCovariance['robust-z'],
  ],
  staticLimits.leverages,
  staticLimits.automaticLags,
  [
    'vcov.kernel',
    ({ vcov }) => vcov.kernel !== undefined && vcov.kernel !== 'bartlett',
    unexpressedCovariance['other-kernels'],
  ],
  staticLimits.lags,
  [
    'vcov.small',
    ({ vcov }) => !vcov.small && vcov.type === 'unadjusted',
    unexpressedCovariance['iid-without-factor'],
  ],
  [
    'formula',
    (model, { intercept, effects }) =>
      !intercept && effects.length === 0 && effectsOf(model) === 'pooled',
    unexpressedModel['pooled-without-constant'],
  ],
];

const differences: readonly StaticDifference[] = [
  [
    (model, { effects }) =>
      effects.length > 0 || ['within', 'twoway'].includes(effectsOf(model) ?? ''),
    'feols() reports no constant next to effects',
  ],
  [
    ({ vcov }) => !vcov.small,
    'p-values: feols() uses t; wasmetrics without a small-sample factor uses z',
  ],
];

export function toFixest(one: Static): string {
  checkLimits(program, one, limits);
  checkNames(one);
  const { model, formula } = one;
  const { depvar, regressors, endogenous, instruments, intercept } = formula;
  const effects = [...unitEffects(one), ...formula.effects.map(effect)];
  const list = (terms: readonly Term[]) =>
    terms.map((term) => rTerm(program, term, 'formula', words)).join(' + ');
  const parts = [
    `${list([depvar])} ~ ${rSum(program, regressors, intercept || effects.length > 0, words)}`,
    ...(effects.length === 0 ? [] : [effects.join(' + ')]),
    ...(endogenous.length === 0 ? [] : [`${list(endogenous)} ~ ${list(instruments)}`]),
  ];
  const { panel, weights } = model;
  const named = panel !== undefined && termsOf(formula).some(shifts);
  const args = [
    parts.join(' | '),
    'd',
    ...errors(one),
    ...(effects.length === 0 ? [] : ['fixef.rm = "singleton"']),
    ...(weights === undefined ? [] : [`weights = ~ ${rName(weights.column)}`]),
    ...(named ? [`panel.id = ${rColumns([panel.unit, panel.time])}`] : []),
  ];
  if (named && panel.step !== 1) throw refusal(program, 'panel.step', unexpressed.distance());
  return rScript(program, one, ['fixest'], differences, [
    `m <- feols(${args.join(', ')})`,
    'summary(m)',
  ]);
}

/** fixest runs `.[x]` and reads `..x` as a macro, in the names of a formula too. */
function checkNames({ model, formula }: Static): void {
  const { panel, weights, vcov } = model;
  const columns = [
    ...termsOf(formula).flatMap(columnsOf),
    ...(panel === undefined ? [] : [panel.unit, panel.time]),
    ...(weights === undefined ? [] : [weights.column]),
    ...(vcov.cluster ?? []),
  ];
  const odd = columns.find((name) => /\.\.|[^\p{L}\p{M}\p{N}_. ,%-]/u.test(name));
  if (odd === undefined) return;
  throw refusal(program, 'formula', unexpressed['renamed-column']({ name: show(odd) }));
}

function unitEffects({ model }: Static): string[] {
  const effects = effectsOf(model);
  if (effects !== 'within' && effects !== 'twoway') return [];
  const { unit, time } = model.panel!;
  return (effects === 'within' ? [unit] : [unit, time]).map(rName);
}

/** `firm^year` for an effect of each pair. */
function effect(term: Term): string {
  if (term.kind === 'column') return rName(term.name);
  if (term.kind === 'interaction') return term.factors.map(effect).join('^');
  throw refusal(program, 'formula', unexpressed['other-effects']());
}

function errors({ model: { vcov } }: Static): string[] {
  const hasFactor = vcov.type === 'HC0' ? false : vcov.small;
  const ssc = hasFactor ? [] : ['ssc = ssc(adj = FALSE, cluster.adj = FALSE)'];
  if (vcov.type === 'CV1') return [`cluster = ${rColumns(vcov.cluster!)}`, ...ssc];
  return [`vcov = "${vcov.type === 'unadjusted' ? 'iid' : 'hetero'}"`, ...ssc];
}
