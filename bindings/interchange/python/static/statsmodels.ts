/** `smf.ols("y ~ x", df).fit(cov_type="HC1")` of statsmodels as models of the estimator ols. */
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { maskFilter, pythonValue } from '../../filters/python.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import { failure, type Reader } from '../../reader.js';
import type { Errors } from '../../static/corrections.js';
import { staticFormula } from '../../static/formula.js';
import { dataKeys, type Estimated, type FrameOf, withFilter } from '../../static/frame.js';
import { weightKeys } from '../../static/weights.js';
import { readFormula } from '../../static/wilkinson.js';
import {
  dictionary,
  isNone,
  pythonColumns,
  pythonDialect,
  pythonFlag,
  pythonNumber,
  pythonText,
  pythonWord,
  quotedText,
} from './arguments.js';
import { frameName } from './frames.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { missingRule, note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** Calls of the formula interface. */
export const formulaCalls = [
  'smf.ols',
  'smf.wls',
  'ols',
  'wls',
  'sm.OLS.from_formula',
  'sm.WLS.from_formula',
];

export const formulaSignature: Signature = {
  command: 'statsmodels',
  positions: ['formula', 'data', 'subset'],
  translated: ['formula', 'data', 'subset', 'weights', 'missing', 'hasconst'],
  ignored: because('it says where the functions of a formula are found', ['eval_env']),
};

export function readFormulaCall(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  const signature = { ...formulaSignature, command: `${call.name}()` };
  return withArguments(call, signature, (args) => {
    const text = quotedText(args.get('formula'));
    if (text === undefined)
      throw failure(reader, scriptProblem['call-formula-quotes']({ name: call.name }), call.offset);
    const { depvar, parts } = readFormula(text, pythonDialect);
    if (parts.length > 1) throw failure(text, scriptProblem['no-bar']({ name: call.name }));
    const [{ terms, intercept = true }] = parts as [(typeof parts)[number]];
    const formula = staticFormula({ depvar, exogenous: terms, intercept });
    const data = pythonText(args.get('data'));
    const subset = args.get('subset');
    const all = frameOf(data);
    const frame = isNone(subset)
      ? all
      : withFilter(all, maskFilter({ ...(subset as Reader) }, frameName(data)));
    const model = {
      ...dataKeys(frame, formula),
      ...(/wls/i.test(call.name) ? weightsOf(args, frame, data) : {}),
      estimator: 'ols',
      vcov: { type: 'unadjusted' },
    } as const;
    return { model, notes: missingNotes(args), frame };
  });
}

/** The weights of a call that are an expression of columns. */
export function weightsOf(
  args: Arguments,
  { derived }: Estimated['frame'],
  data: string | undefined,
) {
  const weights = args.get('weights');
  if (isNone(weights)) return {};
  const value = pythonValue({ ...(weights as Reader) }, frameName(data));
  return weightKeys(value, 'analytic', derived, weights as Reader);
}

/** Rows without a value are dropped. @throws InputError `command-syntax` for another expression */
export function missingNotes(args: Arguments): Told[] {
  const word = pythonWord(args.get('missing'));
  if (word === undefined || word === 'drop') return [];
  return [missingRule({ word })];
}

/** The error for `sm.OLS(y, X)`, whose columns have no names in the script. */
export function matrixCall(call: Call, reader: Reader) {
  const problem = scriptProblem.matrices({ name: call.name });
  return failure(reader, problem, call.offset);
}

// prettier-ignore
const ofCovariance = [
  'groups', 'maxlags', 'use_correction', 'df_correction', 'kernel', 'weights_func', 'time',
];

export const fitSignature: Signature = {
  command: 'fit()',
  positions: ['method', 'cov_type', 'cov_kwds', 'use_t'],
  translated: ['cov_type', 'cov_kwds', 'use_t'],
  ignored: because(reasons.speed, ['method']),
};

const robustSignature: Signature = {
  command: 'get_robustcov_results()',
  positions: ['cov_type', 'use_t'],
  translated: ['cov_type', 'use_t', ...ofCovariance],
  ignored: {},
};

export const covarianceSignature: Signature = {
  command: 'cov_kwds',
  positions: [],
  translated: ofCovariance,
  ignored: {},
};

/** The covariance of `fit()` or `get_robustcov_results()`; undefined for calls that set none. */
export function fitErrors(call: Call): Errors | undefined {
  if (call.name === 'fit')
    return withArguments(call, fitSignature, (args) => errorsOf(args, false));
  if (call.name !== 'get_robustcov_results') return undefined;
  return withArguments(call, robustSignature, (args) => errorsOf(args, true));
}

/** Robust errors use z unless `use_t`; those of get_robustcov_results() use t like the estimates. */
function errorsOf(args: Arguments, isRobust: boolean): Errors {
  const word = args.get('cov_type');
  const type = pythonWord(word) ?? (isRobust ? 'HC1' : 'nonrobust');
  const useT = pythonFlag(args, 'use_t') ?? (isRobust || type === 'nonrobust');
  const given = isRobust ? undefined : args.get('cov_kwds');
  const place = word ?? { text: '', position: 0 };
  if (isRobust) return withLaw(covarianceOf(type, args, place), useT, []);
  const entries = isNone(given) ? [] : dictionary(given as Reader);
  const call = { name: 'cov_kwds', offset: 0, args: entries };
  return withArguments(call, covarianceSignature, (keywords) =>
    withLaw(covarianceOf(type, keywords, place), useT, []),
  );
}

/** The covariance with t or z if a model can have it; otherwise a note. */
function withLaw(vcov: LinearCovarianceInput, useT: boolean, notes: readonly Told[]): Errors {
  const all = [...notes, ...differencesOf(vcov)];
  if (/^HC\d$/.test(vcov.type ?? '')) {
    return { vcov: useT ? vcov : { ...vcov, small: false }, notes: all };
  }
  const modelTakesT = vcov.small !== false;
  if (modelTakesT === useT) return { vcov, notes: all };
  return { vcov, notes: [...all, note(useT ? 'statsmodels-t' : 'statsmodels-z')] };
}

function differencesOf({ type, cluster }: LinearCovarianceInput): Told[] {
  if (type === 'hac') {
    return [note('hac-order')];
  }
  if ((cluster?.length ?? 0) < 2) return [];
  return [note('statsmodels-clusters')];
}

function covarianceOf(type: string, args: Arguments, place: Reader): LinearCovarianceInput {
  if (type === 'nonrobust') return { type: 'unadjusted' };
  if (/^HC[0-3]$/.test(type)) return { type: type as 'HC0' };
  if (type === 'cluster') {
    const groups = args.get('groups');
    if (groups === undefined) throw failure(place, scriptProblem['cov-groups']());
    const small = pythonFlag(args, 'use_correction') ?? true;
    return { type: 'cluster', cluster: pythonColumns(groups), ...(small ? {} : { small }) };
  }
  if (type === 'HAC') {
    const lags = pythonNumber(args.get('maxlags')) ?? NaN;
    if (!Number.isInteger(lags)) throw failure(place, scriptProblem['cov-lags']());
    checkKernel(args);
    const small = pythonFlag(args, 'use_correction') ?? false;
    return { type: 'hac', kernel: 'bartlett', bandwidth: lags, ...(small ? {} : { small }) };
  }
  throw failure(place, scriptProblem['statsmodels-vcov']({ type }));
}

/** @throws InputError `command-syntax` for a kernel that no model has */
function checkKernel(args: Arguments): void {
  for (const name of ['kernel', 'weights_func']) {
    const value = args.get(name);
    const word = pythonText(value)?.replace(/["']|^sw\./g, '');
    if (word === undefined || ['bartlett', 'weights_bartlett'].includes(word)) continue;
    throw failure(value!, scriptProblem['hac-kernel']({ word }));
  }
}
