/** `pf.feols("y ~ x | id | w ~ z", df, vcov={"CRV1": "id"})` of pyfixest as models. */
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import { acceptCall } from '../../r/call.js';
import {
  correctedBy,
  type Correction,
  type Errors,
  fullCorrection,
} from '../../static/corrections.js';
import { staticFormula } from '../../static/formula.js';
import { dataKeys, type Estimated, type FrameOf } from '../../static/frame.js';
import { fixestParts, readFormula } from '../../static/wilkinson.js';
import {
  dictionary,
  isNone,
  pythonColumns,
  pythonDialect,
  pythonFlag,
  pythonText,
  pythonWord,
  quotedText,
} from './arguments.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { defaultClusters, note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

// prettier-ignore
const computed = [
  'collin_tol', 'solver', 'demeaner_backend', 'demeaner', 'fixef_tol', 'fixef_maxiter',
  'reps', 'seed',
];

export const pyfixestSignature: Signature = {
  command: 'feols()',
  positions: ['fml', 'data', 'vcov', 'weights', 'ssc', 'fixef_rm'],
  // prettier-ignore
  translated: [
    'fml', 'data', 'vcov', 'vcov_kwargs', 'weights', 'weights_type', 'ssc', 'fixef_rm',
    'drop_intercept', 'use_compression',
  ],
  ignored: {
    ...because(reasons.printed, ['copy_data', 'store_data', 'lean']),
    ...because(reasons.speed, computed),
    context: 'it says where the functions of a formula are found',
  },
};

export function readPyfixest(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, pyfixestSignature, (args) => {
    const text = quotedText(args.get('fml'));
    if (text === undefined) throw failure(reader, scriptProblem['feols-formula'](), call.offset);
    const { depvar, parts } = readFormula(text, pythonDialect);
    const [first] = parts;
    const { effects, endogenous, excluded } = fixestParts(parts);
    const intercept = (first!.intercept ?? true) && pythonFlag(args, 'drop_intercept') !== true;
    const formula = staticFormula({
      depvar,
      exogenous: first!.terms,
      intercept,
      effects,
      endogenous,
      instruments: excluded,
    });
    const isIv = endogenous.length > 0;
    const errors = vcovOf(args.get('vcov'), args.get('ssc')) ?? byDefault(effects, args.get('ssc'));
    const frame = frameOf(pythonText(args.get('data')));
    const model: ModelInput = {
      ...dataKeys(frame, formula),
      ...weightsOf(args),
      estimator: isIv ? 'iv' : 'ols',
      vcov: { ...errors.vcov, ...(isIv && errors.vcov.small === undefined ? { small: true } : {}) },
    };
    const notes = [...errors.notes, ...effectNotes(effects.length > 0, args.get('fixef_rm'))];
    return { model, notes, frame };
  });
}

/** The column of `weights`, whose type is analytic unless named. */
function weightsOf(args: Arguments): Pick<ModelInput, 'weights'> {
  const column = pythonWord(args.get('weights'));
  const word = pythonWord(args.get('weights_type')) ?? 'aweights';
  if (column === undefined) return {};
  const type = { aweights: 'analytic', fweights: 'frequency' }[word as 'aweights'] as
    'analytic' | 'frequency' | undefined;
  if (type !== undefined) return { weights: { column, type } };
  const problem = scriptProblem['feols-weights']({ word });
  throw failure(args.get('weights_type')!, problem);
}

/** @throws InputError `command-syntax` for a rule that no model has */
function effectNotes(absorbs: boolean, rule: Reader | undefined): Told[] {
  const word = pythonWord(rule) ?? 'singleton';
  if (word !== 'singleton' && word !== 'none') {
    throw failure(rule!, scriptProblem['pyfixest-singletons']({ word }));
  }
  if (!absorbs) return [];
  return [note('pyfixest-nested'), ...(word === 'none' ? [note('pyfixest-singletons')] : [])];
}

function byDefault(effects: readonly string[], ssc: Reader | undefined): Errors {
  const [first] = effects;
  const correction = pythonCorrection(ssc);
  if (first === undefined || !/^\w+$/.test(first)) {
    return correctedBy({ type: 'unadjusted' }, correction);
  }
  const { vcov, notes } = correctedBy({ type: 'cluster', cluster: [first] }, correction);
  return { vcov, notes: [defaultClusters({ column: first }), ...notes] };
}

const words: Readonly<Record<string, LinearCovarianceInput['type']>> = {
  iid: 'unadjusted',
  hetero: 'HC1',
  HC1: 'HC1',
  HC2: 'HC2',
  HC3: 'HC3',
};

/** The covariance of `vcov`; undefined without one. @throws InputError `command-syntax` */
export function vcovOf(value: Reader | undefined, ssc?: Reader): Errors | undefined {
  if (isNone(value)) return undefined;
  const given = value as Reader;
  const correction = pythonCorrection(ssc);
  const quoted = quotedText(given);
  const type = quoted === undefined ? undefined : words[pythonText(quoted)!];
  if (type !== undefined) return correctedBy({ type }, correction);
  const [entry, second] = /^\s*\{/.test(given.text.slice(given.position)) ? dictionary(given) : [];
  if (entry === undefined || second !== undefined || !/^CRV[13]$/.test(entry.name ?? '')) {
    const problem = scriptProblem['pyfixest-vcov']();
    throw failure(given, problem);
  }
  const cluster = pythonColumns(entry.value);
  if (entry.name === 'CRV3') return { vcov: { type: 'CV3', cluster }, notes: [] };
  const { vcov, notes } = correctedBy({ type: 'cluster', cluster }, correction);
  return { vcov, notes: cluster.length > 1 ? [...notes, note('pyfixest-clusters')] : notes };
}

const pythonSscSignature: Signature = {
  command: 'ssc()',
  positions: ['adj', 'fixef_k', 'cluster_adj', 'cluster_df'],
  // prettier-ignore
  translated: [
    'adj', 'fixef_k', 'cluster_adj', 'cluster_df',
    'k_adj', 'k_fixef', 'G_adj', 'G_df',
  ],
  ignored: {},
};

/** Reads `pf.ssc(adj=False, cluster_adj=False)`. @throws InputError `command-syntax` for another expression */
function pythonCorrection(value: Reader | undefined): Correction {
  if (isNone(value)) return fullCorrection;
  const given = value as Reader;
  const call = acceptCall({ ...given });
  if (call === undefined || !/(?:^|\.)ssc$/.test(call.name)) {
    throw failure(given, scriptProblem['pyfixest-ssc']({ text: pythonText(given)! }));
  }
  return withArguments(call, pythonSscSignature, (args) => {
    const counted = pythonWord(args.get('fixef_k') ?? args.get('k_fixef')) ?? 'nested';
    const smallest = pythonWord(args.get('cluster_df') ?? args.get('G_df')) ?? 'min';
    if (
      !['nested', 'nonnested', 'none'].includes(counted) ||
      !['min', 'conventional'].includes(smallest)
    ) {
      throw failure(given, scriptProblem['pyfixest-ssc-arguments']());
    }
    return {
      isAdjusted: pythonFlag(args, 'adj') ?? pythonFlag(args, 'k_adj') ?? true,
      isClustered: pythonFlag(args, 'cluster_adj') ?? pythonFlag(args, 'G_adj') ?? true,
      place: given,
      notes: [],
    };
  });
}

export const vcovSignature: Signature = {
  command: 'vcov()',
  positions: ['vcov', 'vcov_kwargs'],
  translated: ['vcov', 'vcov_kwargs'],
  ignored: because('it names the data of the estimates', ['data', 'inplace']),
  isSilent: true,
};
