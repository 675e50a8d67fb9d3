/** A model as a command of xtdpdgmm 2.6 (Kripfganz 2019), in which each instrument is in one equation. */
import { type Formula, parseTerms } from '../../data/index.js';
import type { DpdModel, IvGroup } from '../../models/dpd/model.js';
import { type OneEquationGroup, oneEquationGroups } from '../one-equation.js';
import {
  checkLimits,
  type Difference,
  commentsOn,
  type Limit,
  iteratedErrors,
  limits,
  refusal,
} from '../programs.js';
import { dynamicWriter, stataCondition, stataHeader, type StataWriter } from './writer.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../../words/errors/interchange/covariance-limits.js';

const program = 'xtdpdgmm';

const refused: readonly Limit[] = [
  limits.levelAlone,
  limits.bridge,
  limits.weights,
  limits.components,
  limits.windmeijerStep,
  limits.sandwich,
  [
    'vcov.cluster',
    ({ vcov }) => (vcov.cluster?.length ?? 0) > 1,
    unexpressedCovariance['more-clusters'],
  ],
];

const differences: readonly Difference[] = [
  iteratedErrors,
  [
    ({ vcov }) => vcov.type === 'windmeijer',
    'AR tests: xtdpdgmm uses the corrected covariance in the middle term, so z differs in the third or fourth digit',
  ],
  [({ vcov }) => vcov.small, 'small: the small-sample factor of xtdpdgmm differs'],
  [
    ({ transform }) => transform === 'fod',
    'deviations: lags count from the period of the deviation, so they are one smaller than in xtabond2',
  ],
];

export function toXtdpdgmm(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  const writer = dynamicWriter(program, model, formula);
  const comments = commentsOn(program, { model, formula }, differences, ['level', 'arOrders']);
  const time = `i.${model.panel.time}`;
  const variables = [
    writer.varlist([formula.depvar], 'formula'),
    writer.varlist(formula.regressors, 'formula'),
    ...(model.timeEffects ? [time] : []),
  ].filter((text) => text !== '');
  const options = [
    ...oneEquationGroups(model).map((group) => gmmOption(group, model, writer)),
    ...model.iv.map((group, g) => ivOption(group, `iv[${g}]`, model, writer)),
    ...(model.timeEffects ? [timeInstruments(time, model)] : []),
    ...switches(model, formula, writer),
  ];
  const command = `xtdpdgmm ${variables.join(' ')}${stataCondition(model, writer)}, ${options.join(' ')}`;
  const tests = [
    ...(model.arOrders === 0 ? [] : [`estat serial, ar(1/${model.arOrders})`]),
    'estat overid',
  ];
  return [...stataHeader(model, comments, writer), command, ...tests].join('\n');
}

/** xtdpdgmm dates a deviation by its own period, the model by the next one. */
function gmmOption(
  oneEquationGroup: OneEquationGroup,
  model: DpdModel,
  writer: StataWriter,
): string {
  const { key, term, folded, equation, group } = oneEquationGroup;
  const list = writer.varlist([term], `${key}.vars`);
  const deviations = equation === 'diff' && (group.transform ?? model.transform) === 'fod';
  const shift = folded + (deviations ? 1 : 0);
  const [first, last] = oneEquationGroup.lags.map((lag) => (lag === null ? '.' : lag - shift));
  const equationName = equation === 'level' ? 'level' : deviations ? 'fodev' : 'difference';
  const suboptions = [
    `lagrange(${first} ${last})`,
    ...(group.collapse ? ['collapse'] : []),
    ...(equation === 'level' && !group.passthru ? ['difference'] : []),
    `model(${equationName})`,
  ];
  return `gmm(${list}, ${suboptions.join(' ')})`;
}

function ivOption(group: IvGroup, key: string, model: DpdModel, writer: StataWriter): string {
  const { equation, passthru, mz } = group;
  if (mz) throw refusal(program, `${key}.mz`, unexpressed['instruments-as-zero']());
  if (equation === 'both' && model.system) {
    const what = unexpressed['both-equations']();
    throw refusal(program, `${key}.equation`, what);
  }
  const list = writer.varlist(group.vars.flatMap(parseTerms), `${key}.vars`);
  if (equation === 'level') return `iv(${list}, model(level))`;
  if ((group.transform ?? model.transform) === 'fod') {
    throw refusal(program, key, unexpressed['deviations-instruments']());
  }
  return `iv(${list},${passthru ? '' : ' difference'} model(difference))`;
}

function timeInstruments(time: string, { system, transform }: DpdModel): string {
  if (system) return `iv(${time}, model(level))`;
  if (transform === 'fod') {
    throw refusal(program, 'timeEffects', unexpressed['effects-in-deviations']());
  }
  return `iv(${time}, difference model(difference))`;
}

/** By xtabond2's number of H: 1 identity, 2 blocks without covariance, 3 with covariance. */
const initialWeights = { 1: 'separate', 2: 'independent', 3: 'unadjusted' } as const;

function switches(model: DpdModel, { intercept }: Formula, writer: StataWriter): string[] {
  const { vcov, steps, nonlinear, level } = model;
  const stepNames = { 1: 'onestep', 2: 'twostep', iterated: 'igmm', cue: 'cugmm' } as const;
  const options: readonly (readonly [boolean, string])[] = [
    [
      nonlinear !== false,
      nonlinear === 'collapse' ? 'nl(noserial, collapse weight(0))' : 'nl(noserial, weight(0))',
    ],
    [!model.system || !intercept, 'noconstant'],
    [true, `wmatrix(${initialWeights[model.h]})`],
    [true, stepNames[steps]],
    [true, covariance(model, writer)],
    [vcov.small, 'small'],
    [level !== 0.95, `level(${Number((100 * level).toPrecision(12))})`],
  ];
  return options.filter(([given, text]) => given && text !== '').map(([, text]) => text);
}

function covariance({ vcov }: DpdModel, writer: StataWriter): string {
  if (vcov.type === 'unadjusted') return '';
  const [column] = vcov.cluster ?? [];
  const kind = column === undefined ? 'robust' : `cluster ${writer.name(column, 'vcov.cluster')}`;
  return `vce(${kind}${vcov.type === 'doubly-corrected' ? ', dc' : ''})`;
}
