/** Models of linearmodels: `PanelOLS.from_formula("y ~ 1 + x + EntityEffects", df)`, `IV2SLS.from_formula("y ~ 1 + x + [w ~ z]", df)`. */
import type { GmmModelInput, WeightMatrixInput } from '../../../models/gmm/model.js';
import type { IvModelInput } from '../../../models/iv/model.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import type { PanelEffects } from '../../../models/panel/model.js';
import { panelOf } from '../../imported.js';
import { failure, type Reader } from '../../reader.js';
import { matchArguments, type RArguments, type RCall } from '../../r/call.js';
import { staticFormula } from '../../static/formula.js';
import { readFormula, readSum, type Sum } from '../../static/wilkinson.js';
import { pythonColumns, pythonDialect, pythonFlag, pythonText, quotedText } from './arguments.js';
import { type Errors, type Frame, type FrameOf, sampleKeys } from './frame.js';

const classes = {
  PanelOLS: 'within',
  RandomEffects: 'random',
  BetweenOLS: 'between',
  PooledOLS: 'pooled',
  FirstDifferenceOLS: 'first-difference',
  IV2SLS: '2sls',
  IVLIML: 'liml',
  IVGMM: 'gmm',
  IVGMMCUE: 'cue',
} as const;

type ClassName = keyof typeof classes;

const pattern =
  /(?:^|\.)(PanelOLS|RandomEffects|BetweenOLS|PooledOLS|FirstDifferenceOLS|IV2SLS|IVLIML|IVGMM|IVGMMCUE)(\.from_formula)?$/;

/** The class of a call, and whether it takes a formula; undefined for other calls. */
export function linearmodelsClass({
  name,
}: RCall): { name: ClassName; hasFormula: boolean } | undefined {
  const match = pattern.exec(name);
  return match === null
    ? undefined
    : { name: match[1] as ClassName, hasFormula: match[2] !== undefined };
}

const known = [
  'formula',
  'data',
  'weights',
  'fuller',
  'kappa',
  'weight_type',
  'center',
  'clusters',
  'kernel',
  'bandwidth',
  'drop_absorbed',
  'check_rank',
  'singletons',
  'other_effects',
];

export function readLinearmodels(
  call: RCall,
  name: ClassName,
  reader: Reader,
  frameOf: FrameOf,
): ModelInput {
  const args = matchArguments(call, ['formula', 'data'], known);
  const text = quotedText(args.get('formula'));
  if (text === undefined)
    throw failure(reader, `${name}: expected a formula in quotes`, call.offset);
  if (args.has('other_effects'))
    throw failure(args.get('other_effects')!, `${name}: other_effects are not translated`);
  const frame = frameOf(pythonText(args.get('data')));
  const weights = pythonText(args.get('weights'));
  const [column] = weights === undefined ? [] : pythonColumns(weights);
  const weighted = column === undefined ? {} : ({ weights: { column, type: 'analytic' } } as const);
  const model = name.startsWith('IV')
    ? readIv(text, name, args, frame)
    : readPanel(text, name, frame);
  return { ...model, ...weighted };
}

/** Without `1` there is no constant; effects of entities and periods are words of the formula. */
function readPanel(text: Reader, name: ClassName, frame: Frame): ModelInput {
  const { depvar, parts } = readFormula(text, pythonDialect);
  const { terms, intercept = false } = parts[0]!;
  const has = (...words: string[]) => terms.some((term) => words.includes(term));
  const units = has('EntityEffects', 'FixedEffects');
  const periods = has('TimeEffects');
  const exogenous = terms.filter(
    (term) => !['EntityEffects', 'FixedEffects', 'TimeEffects'].includes(term),
  );
  const panel = panelOf(frame);
  if (name === 'PanelOLS' && periods && !units) {
    const formula = staticFormula({ depvar, exogenous, intercept: true, effects: [panel.time] });
    return { ...sampleKeys(frame, formula), panel, estimator: 'ols', vcov: { type: 'unadjusted' } };
  }
  const within: PanelEffects = !units ? 'pooled' : periods ? 'twoway' : 'within';
  const effects = name === 'PanelOLS' ? within : (classes[name] as PanelEffects);
  const formula = staticFormula({
    depvar,
    exogenous,
    intercept: intercept || effects === 'within' || effects === 'twoway',
  });
  return {
    ...sampleKeys(frame, formula),
    panel,
    estimator: 'panel',
    effects,
    vcov: { type: 'unadjusted' },
  };
}

function readIv(text: Reader, name: ClassName, args: RArguments, frame: Frame): ModelInput {
  const source = text.text.slice(text.position, text.end);
  const group = /\[([^~\]]*)~([^\]]*)\]/.exec(source);
  if (group === null) throw failure(text, `${name}: expected instruments such as [w ~ z]`);
  const before = source
    .slice(0, group.index)
    .trim()
    .replace(/\+\s*$/, '');
  const after = source.slice(group.index + group[0].length).trim();
  const main = readFormula(
    {
      text: `${before}${/~\s*$/.test(before) ? after.replace(/^\+/, '') || '0' : after}`,
      position: 0,
    },
    pythonDialect,
  );
  const listed = (part: string): Sum => readSum({ text: part, position: 0 }, pythonDialect);
  const { terms, intercept = false } = main.parts[0]!;
  const formula = staticFormula({
    ...{ depvar: main.depvar, exogenous: terms, intercept },
    ...{ endogenous: listed(group[1]!).terms, instruments: listed(group[2]!).terms },
  });
  const common = sampleKeys(frame, formula);
  if (name === 'IVGMM' || name === 'IVGMMCUE') {
    return { ...common, estimator: 'gmm', ...gmmKeys(name, args), vcov: { type: 'HC0' } };
  }
  return { ...common, estimator: 'iv', ...methodOf(name, args), vcov: { type: 'HC0' } };
}

function methodOf(
  name: ClassName,
  args: RArguments,
): Pick<IvModelInput, 'method' | 'fuller' | 'kappa'> {
  if (name !== 'IVLIML') return {};
  const [fuller, kappa] = [
    Number(pythonText(args.get('fuller')) ?? 0),
    pythonText(args.get('kappa')),
  ];
  if (kappa !== undefined) return { method: 'kclass', kappa: Number(kappa) };
  return fuller > 0 ? { method: 'fuller', fuller } : { method: 'liml' };
}

function gmmKeys(name: ClassName, args: RArguments): Pick<GmmModelInput, 'method' | 'weight'> {
  const typed = quotedText(args.get('weight_type'));
  const word = typed === undefined ? 'robust' : typed.text.slice(typed.position, typed.end);
  const types: Readonly<Record<string, WeightMatrixInput['type']>> = {
    unadjusted: 'unadjusted',
    homoskedastic: 'unadjusted',
    robust: 'robust',
    heteroskedastic: 'robust',
    clustered: 'cluster',
  };
  const type = types[word];
  if (type === undefined)
    throw failure(
      typed!,
      `${name}: expected weight_type unadjusted, robust or clustered, found "${word}"`,
    );
  const clusters = pythonText(args.get('clusters'));
  const cluster = clusters === undefined ? undefined : pythonColumns(clusters);
  const center = pythonFlag(args, 'center') === true ? { center: true } : {};
  return {
    ...(name === 'IVGMMCUE' ? { method: 'cue' } : {}),
    weight: { type, ...(cluster === undefined ? {} : { cluster }), ...center },
  };
}

const fitArguments = [
  'cov_type',
  'debiased',
  'cluster_entity',
  'cluster_time',
  'clusters',
  'group_debias',
  'auto_df',
  'count_effects',
  'use_lsdv',
  'use_lsmr',
  'low_memory',
  'small_sample',
  'kernel',
  'bandwidth',
  'iter_limit',
  'tol',
  'initial_weights',
  'display',
  'reweight',
];

/** The covariance of `fit()`: panel models are debiased by default, those with instruments are not. */
export function linearmodelsErrors(call: RCall, model: ModelInput): Errors {
  const args = matchArguments(call, ['cov_type'], fitArguments);
  const isPanel = model.estimator === 'panel' || model.estimator === 'ols';
  const typed = quotedText(args.get('cov_type'));
  const word =
    typed === undefined
      ? isPanel
        ? 'unadjusted'
        : 'robust'
      : typed.text.slice(typed.position, typed.end);
  const debiased = pythonFlag(args, 'debiased') ?? isPanel;
  if (word === 'clustered') return clustered(args, model, debiased);
  const vcov = plainCovariance(word, args, model, debiased);
  if (vcov === undefined)
    throw failure(
      typed!,
      `fit(): expected cov_type unadjusted, robust or clustered, found "${word}"`,
    );
  return { vcov, notes: [] };
}

function plainCovariance(
  word: string,
  args: RArguments,
  model: ModelInput,
  debiased: boolean,
): LinearCovarianceInput | undefined {
  const byDefault = model.estimator === 'panel' || model.estimator === 'ols';
  const small = debiased === byDefault ? {} : { small: debiased };
  if (['unadjusted', 'homoskedastic'].includes(word)) return { type: 'unadjusted', ...small };
  if (['robust', 'heteroskedastic'].includes(word))
    return { type: debiased ? 'HC1' : 'HC0', ...small };
  const bandwidth = pythonText(args.get('bandwidth'));
  if (word !== 'kernel' || byDefault || bandwidth === undefined) return undefined;
  return { type: 'hac', kernel: 'bartlett', bandwidth: Number(bandwidth), ...small };
}

function clustered(args: RArguments, model: ModelInput, debiased: boolean): Errors {
  const columns = pythonText(args.get('clusters'));
  const { panel } = model;
  const cluster = [
    ...(pythonFlag(args, 'cluster_entity') === true ? [panel!.unit] : []),
    ...(pythonFlag(args, 'cluster_time') === true ? [panel!.time] : []),
    ...(columns === undefined ? [] : pythonColumns(columns)),
  ];
  if (cluster.length === 0)
    throw failure(args.get('cov_type')!, 'fit(): expected cluster_entity=True or clusters=');
  if (model.estimator !== 'panel' && model.estimator !== 'ols') {
    return { vcov: { type: 'cluster', cluster, ...(debiased ? { small: true } : {}) }, notes: [] };
  }
  const grouped = pythonFlag(args, 'group_debias') === true;
  if (grouped && debiased) return { vcov: { type: 'cluster', cluster }, notes: [] };
  const note =
    'the model has no factor in clustered errors; linearmodels multiplies their covariance by n / (n - k), and with group_debias=True by G / (G - 1) (n - 1) / n';
  return {
    vcov: { type: 'cluster', cluster, small: false },
    notes: debiased || grouped ? [note] : [],
  };
}
