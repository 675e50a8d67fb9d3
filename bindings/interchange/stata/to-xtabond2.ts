/** A model as a command of xtabond2 3.7 (Roodman 2009, Stata Journal 9(1)), whose conventions wasmetrics follows. */
import { type Formula, parseTerms } from '../../data/index.js';
import type { DpdModel, GmmGroup, IvGroup } from '../../models/dpd/model.js';
import {
  checkLimits,
  type Difference,
  commentsOn,
  type Limit,
  limits,
  refusal,
} from '../programs.js';
import {
  stataCondition,
  stataHeader,
  stataWeights,
  type StataWriter,
  dynamicWriter,
} from './writer.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';

const program = 'xtabond2';

const refused: readonly Limit[] = [
  limits.levelAlone,
  limits.bridge,
  limits.nonlinear,
  limits.iterated,
  limits.cue,
  limits.doublyCorrected,
  limits.sandwich,
];

const differences: readonly Difference[] = [
  [
    ({ steps }) => steps === 2,
    'singular weighting matrix: xtabond2 sets dependent rows to zero in column order, wasmetrics uses the Moore-Penrose inverse',
  ],
];

export function toXtabond2(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  const writer = dynamicWriter(program, model, formula);
  const comments = commentsOn(program, { model, formula }, differences, [
    'level',
    'arOrders',
    'arLevels',
  ]);
  const left = writer.varlist([formula.depvar], 'formula');
  const right = writer.varlist(formula.regressors, 'formula');
  const time = `i.${model.panel.time}`;
  const variables = [left, right, model.timeEffects ? time : ''].filter((text) => text !== '');
  const sample = `${stataWeights(model, writer)}${stataCondition(model, writer)}`;
  const options = [
    ...model.gmm.map((group, g) => gmmOption(group, `gmm[${g}]`, writer)),
    ...model.iv.map((group, g) => ivOption(group, `iv[${g}]`, writer)),
    ...(model.timeEffects ? [`iv(${time}${model.system ? ', eq(level)' : ''})`] : []),
    ...switches(model, formula, writer),
  ];
  const command = `xtabond2 ${variables.join(' ')}${sample}, ${options.join(' ')}`;
  return [...stataHeader(model, comments, writer), command].join('\n');
}

function withSuboptions(list: string, suboptions: readonly (string | false)[]): string {
  const given = suboptions.filter((text) => text !== false);
  return given.length === 0 ? list : `${list}, ${given.join(' ')}`;
}

function gmmOption(group: GmmGroup, key: string, writer: StataWriter): string {
  const { vars, lags, collapse, equation, passthru, transform } = group;
  if (transform !== undefined)
    throw refusal(program, `${key}.transform`, unexpressed['group-transform']());
  const list = writer.varlist(vars.flatMap(parseTerms), `${key}.vars`);
  const suboptions = [
    `lag(${lags[0]} ${lags[1] ?? '.'})`,
    collapse && 'collapse',
    equation !== 'both' && `eq(${equation})`,
    passthru && 'passthru',
  ];
  return `gmm(${withSuboptions(list, suboptions)})`;
}

function ivOption(group: IvGroup, key: string, writer: StataWriter): string {
  const { vars, equation, passthru, mz, transform } = group;
  if (transform !== undefined)
    throw refusal(program, `${key}.transform`, unexpressed['group-transform']());
  const list = writer.varlist(vars.flatMap(parseTerms), `${key}.vars`);
  const suboptions = [equation !== 'both' && `eq(${equation})`, passthru && 'passthru', mz && 'mz'];
  return `iv(${withSuboptions(list, suboptions)})`;
}

function switches(model: DpdModel, { intercept }: Formula, writer: StataWriter): string[] {
  const { vcov, steps, pca, level } = model;
  const cluster = vcov.cluster?.map((column) => writer.name(column, 'vcov.cluster'));
  const options: readonly (readonly [boolean, string])[] = [
    [model.transform === 'fod', 'orthogonal'],
    [!model.system, 'noleveleq'],
    [model.system && !intercept, 'noconstant'],
    [steps === 2, 'twostep'],
    [vcov.type !== 'unadjusted', 'robust'],
    [cluster !== undefined, `cluster(${cluster?.join(' ')})`],
    [vcov.small, 'small'],
    [model.h !== 3, `h(${model.h})`],
    [pca !== false, typeof pca === 'number' ? `pca components(${pca})` : 'pca'],
    [model.arOrders !== 2, `artests(${model.arOrders})`],
    [model.arLevels, 'arlevels'],
    [level !== 0.95, `level(${Number((100 * level).toPrecision(12))})`],
  ];
  return options.filter(([given]) => given).map(([, text]) => text);
}
