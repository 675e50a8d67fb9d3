/** Static models as feols() of pyfixest. */
import { pythonString } from '../../../core/escapes/python.js';
import { show } from '../../../words/text/messages.js';
import {
  effectsOf,
  type Static,
  type StaticDifference,
  type StaticLimit,
  staticLimits,
  type StaticModel,
} from '../../static/model.js';
import type { Term } from '../../../data/index.js';
import { checkLimits, refusal } from '../../programs.js';
import { pyScript, pyTerm } from './writer.js';
import { unexpressed } from '../../../words/errors/interchange/exports.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';

const program = 'pyfixest';

const limits: readonly StaticLimit[] = [
  ['estimator', ({ estimator }) => estimator === 'gmm', unexpressedModel['gmm-linearmodels']],
  [
    'method',
    (model) => model.estimator === 'iv' && model.method !== '2sls',
    unexpressedModel['only-two-stage'],
  ],
  [
    'effects',
    (model) => ['random', 'between', 'first-difference'].includes(effectsOf(model) ?? ''),
    unexpressedModel['panel-linearmodels'],
  ],
  staticLimits.shifts,
  staticLimits.frequency,
  staticLimits.mixedFactor,
  staticLimits.large,
  staticLimits.lags,
  [
    'vcov.type',
    ({ vcov }) => ['HC4', 'CV2', 'CV3'].includes(vcov.type),
    unexpressedModel['hc4-and-cv'],
  ],
];

const differences: readonly StaticDifference[] = [
  [
    (model, { effects }) => absorbs(model) || effects.length > 0,
    'feols() reports no constant next to effects',
  ],
];

const absorbs = (model: StaticModel) => ['within', 'twoway'].includes(effectsOf(model) ?? '');

export function toPyfixest(one: Static): string {
  checkLimits(program, one, limits);
  const { model, formula } = one;
  const list = (terms: readonly Term[]) => terms.map((term) => pyTerm(program, term, 'formula'));
  const { unit, time } = model.panel ?? { unit: '', time: '' };
  const units = absorbs(model) ? (effectsOf(model) === 'within' ? [unit] : [unit, time]) : [];
  const effects = [...units, ...formula.effects.map(effect)];
  const constant = formula.intercept || effects.length > 0 ? [] : ['0'];
  const parts = [
    `${list([formula.depvar])[0]!} ~ ${[...constant, ...list(formula.regressors)].join(' + ') || '1'}`,
    ...(effects.length === 0 ? [] : [effects.join(' + ')]),
    ...(formula.endogenous.length === 0
      ? []
      : [`${list(formula.endogenous).join(' + ')} ~ ${list(formula.instruments).join(' + ')}`]),
  ];
  const args = [
    pythonString(parts.join(' | ')),
    'data=df',
    `vcov=${vcovText(model)}`,
    ...(model.weights === undefined ? [] : [`weights=${pythonString(model.weights.column)}`]),
    ...(effects.length === 0 ? [] : ['fixef_rm="singleton"', 'ssc=pf.ssc(fixef_k="nested")']),
    // pyfixest multiplies HC2 and HC3 by n / (n - k) as well.
    ...(/^HC[23]$/.test(model.vcov.type) ? ['ssc=pf.ssc(adj=False, cluster_adj=False)'] : []),
  ];
  return pyScript(program, one, ['import pyfixest as pf'], differences, [
    `m = pf.feols(${args.join(', ')})`,
    'print(m.tidy())',
  ]);
}

function effect(term: Term): string {
  if (term.kind === 'column') return pyTerm(program, term, 'formula');
  if (term.kind === 'interaction') return term.factors.map(effect).join('^');
  throw refusal(program, 'formula', unexpressed['other-effects']());
}

function vcovText({ vcov }: StaticModel): string {
  if (vcov.type === 'CV1') {
    const odd = vcov.cluster!.find((name) => name.includes('+'));
    if (odd !== undefined)
      throw refusal(program, 'vcov.cluster', unexpressed['column-name']({ name: show(odd) }));
    return `{"CRV1": ${pythonString(vcov.cluster!.join(' + '))}}`;
  }
  return { unadjusted: '"iid"', HC1: '"hetero"' }[vcov.type as 'HC1'] ?? `"${vcov.type}"`;
}
