/** Models of linearmodels: `PanelOLS.from_formula("y ~ 1 + x + EntityEffects", df)`, `IV2SLS.from_formula("y ~ 1 + x + [w ~ z]", df)`. */
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import type { GmmModelInput, WeightMatrixInput } from '../../../models/gmm/model.js';
import type { IvModelInput } from '../../../models/iv/model.js';
import type { ModelInput } from '../../../models/model.js';
import type { PanelEffects } from '../../../models/panel/model.js';
import { panelOf } from '../../imported.js';
import { failure, type Reader } from '../../reader.js';
import { staticFormula } from '../../static/formula.js';
import { dataKeys, type Estimated, type FrameOf, type ScriptFrame } from '../../static/frame.js';
import { readFormula, readSum, type Sum } from '../../static/wilkinson.js';
import {
  isNone,
  pythonColumns,
  pythonDialect,
  pythonFlag,
  pythonNumber,
  pythonText,
  pythonWord,
  quotedText,
} from './arguments.js';
import { weightsOf } from './statsmodels.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';

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

export type ClassName = keyof typeof classes;

const pattern =
  /(?:^|\.)(PanelOLS|RandomEffects|BetweenOLS|PooledOLS|FirstDifferenceOLS|IV2SLS|IVLIML|IVGMM|IVGMMCUE)(\.from_formula)?$/;

/** The class of a call, and whether it takes a formula; undefined for other calls. */
export function linearmodelsClass({
  name,
}: Call): { name: ClassName; hasFormula: boolean } | undefined {
  const match = pattern.exec(name);
  return match === null
    ? undefined
    : { name: match[1] as ClassName, hasFormula: match[2] !== undefined };
}

const classArguments: Readonly<Partial<Record<ClassName, readonly string[]>>> = {
  PanelOLS: ['singletons'],
  IVLIML: ['fuller', 'kappa'],
  IVGMM: ['weight_type', 'center', 'clusters', 'kernel', 'bandwidth', 'debiased'],
  IVGMMCUE: ['weight_type', 'center', 'clusters', 'kernel', 'bandwidth', 'debiased'],
};

const absorbed = because('a model leaves out regressors that its effects absorb', [
  'drop_absorbed',
  'check_rank',
]);

/** Signature of the class; `other_effects` of PanelOLS are refused. */
export function classSignature(name: ClassName): Signature {
  return {
    command: name,
    positions: ['formula', 'data'],
    translated: ['formula', 'data', 'weights', ...(classArguments[name] ?? [])],
    ignored: name.startsWith('IV') ? {} : absorbed,
  };
}

export function readLinearmodels(
  call: Call,
  name: ClassName,
  reader: Reader,
  frameOf: FrameOf,
): Estimated {
  return withArguments(call, classSignature(name), (args) => {
    const text = quotedText(args.get('formula'));
    if (text === undefined)
      throw failure(reader, scriptProblem['class-formula']({ name }), call.offset);
    const data = pythonText(args.get('data'));
    const frame = frameOf(data);
    const model = name.startsWith('IV')
      ? readIv(text, name, args, frame)
      : readPanel(text, name, frame);
    const weighted = { ...model, ...weightsOf(args, frame, data) } as ModelInput;
    return { model: weighted, notes: [], frame };
  });
}

/** Without `1` there is no constant; effects of entities and periods are words of the formula. */
function readPanel(text: Reader, name: ClassName, frame: ScriptFrame): ModelInput {
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
    return { ...dataKeys(frame, formula), panel, estimator: 'ols', vcov: { type: 'unadjusted' } };
  }
  const within: PanelEffects = !units ? 'pooled' : periods ? 'twoway' : 'within';
  const effects = name === 'PanelOLS' ? within : (classes[name] as PanelEffects);
  const formula = staticFormula({
    depvar,
    exogenous,
    intercept: intercept || effects === 'within' || effects === 'twoway',
  });
  return {
    ...dataKeys(frame, formula),
    panel,
    estimator: 'panel',
    effects,
    vcov: { type: 'unadjusted' },
  };
}

function readIv(text: Reader, name: ClassName, args: Arguments, frame: ScriptFrame): ModelInput {
  const source = text.text.slice(text.position, text.end);
  const group = /\[([^~\]]*)~([^\]]*)\]/.exec(source);
  if (group === null) throw failure(text, scriptProblem['class-instruments']({ name }));
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
    depvar: main.depvar,
    exogenous: terms,
    intercept,
    endogenous: listed(group[1]!).terms,
    instruments: listed(group[2]!).terms,
  });
  const common = dataKeys(frame, formula);
  if (name === 'IVGMM' || name === 'IVGMMCUE') {
    return { ...common, estimator: 'gmm', ...gmmKeys(name, args), vcov: { type: 'HC0' } };
  }
  return { ...common, estimator: 'iv', ...methodOf(name, args), vcov: { type: 'HC0' } };
}

function methodOf(
  name: ClassName,
  args: Arguments,
): Pick<IvModelInput, 'method' | 'fuller' | 'kappa'> {
  if (name !== 'IVLIML') return {};
  const fuller = pythonNumber(args.get('fuller')) ?? 0;
  const kappa = pythonNumber(args.get('kappa'));
  if (kappa !== undefined) return { method: 'kclass', kappa };
  return fuller > 0 ? { method: 'fuller', fuller } : { method: 'liml' };
}

const weightTypes: Readonly<Record<string, WeightMatrixInput['type']>> = {
  unadjusted: 'unadjusted',
  homoskedastic: 'unadjusted',
  robust: 'robust',
  heteroskedastic: 'robust',
  clustered: 'cluster',
};

function gmmKeys(name: ClassName, args: Arguments): Pick<GmmModelInput, 'method' | 'weight'> {
  const typed = args.get('weight_type');
  const word = pythonWord(typed) ?? 'robust';
  const type = weightTypes[word];
  if (type === undefined) throw failure(typed!, scriptProblem['weight-type']({ name, word }));
  const clusters = args.get('clusters');
  const cluster = isNone(clusters) ? undefined : pythonColumns(clusters as Reader);
  const center = pythonFlag(args, 'center') === true ? { center: true } : {};
  if (pythonFlag(args, 'debiased') === true) {
    throw failure(args.get('debiased')!, scriptProblem['weight-debiased']({ name }));
  }
  return {
    ...(name === 'IVGMMCUE' ? { method: 'cue' } : {}),
    weight: { type, ...(cluster === undefined ? {} : { cluster }), ...center },
  };
}

const fitArguments: Readonly<Partial<Record<ClassName, readonly string[]>>> = {
  PanelOLS: ['auto_df', 'count_effects'],
  RandomEffects: ['small_sample'],
  BetweenOLS: ['reweight'],
  IVGMM: ['iter_limit', 'tol', 'initial_weight'],
  IVGMMCUE: ['starting'],
};

const solvers = ['use_lsdv', 'use_lsmr', 'low_memory'];

/** Signature of the class's `fit()`. */
export function linearmodelsFit(name: ClassName): Signature {
  const isPanel = !name.startsWith('IV');
  const ofPanel = ['clusters', 'cluster_entity', 'cluster_time', 'group_debias'];
  return {
    command: 'fit()',
    positions: [],
    // prettier-ignore
    translated: [
      'cov_type', 'debiased', 'kernel', 'bandwidth', 'center',
      ...(isPanel ? ofPanel : ['clusters']),
      ...(fitArguments[name] ?? []),
    ],
    ignored: {
      ...(name === 'PanelOLS' ? because(reasons.speed, solvers) : {}),
      ...(name === 'IVGMMCUE' ? because(reasons.printed, ['display', 'opt_options']) : {}),
    },
  };
}
