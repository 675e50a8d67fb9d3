/** `smf.ols("y ~ x", df).fit(cov_type="HC1")` of statsmodels as models of the estimator ols. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import { matchArguments, type RArguments, type RCall } from '../../r/call.js';
import { staticFormula } from '../../static/formula.js';
import { readFormula } from '../../static/wilkinson.js';
import { pythonColumns, pythonDialect, pythonFlag, pythonText, quotedText } from './arguments.js';
import { type Errors, type Frame, type FrameOf, sampleKeys } from './frame.js';
import { filtered } from './frames.js';

/** Calls of the formula interface. */
export const formulaCalls = [
  'smf.ols',
  'smf.wls',
  'ols',
  'wls',
  'sm.OLS.from_formula',
  'sm.WLS.from_formula',
];

export function readFormulaCall(call: RCall, reader: Reader, frameOf: FrameOf): ModelInput {
  const args = matchArguments(
    call,
    ['formula', 'data', 'subset'],
    ['formula', 'data', 'subset', 'weights', 'missing', 'hasconst'],
  );
  const text = quotedText(args.get('formula'));
  if (text === undefined)
    throw failure(reader, `${call.name}(): expected a formula in quotes`, call.offset);
  const { depvar, parts } = readFormula(text, pythonDialect);
  const [{ terms, intercept = true }] = parts as [(typeof parts)[number]];
  const formula = staticFormula({ depvar, exogenous: terms, intercept });
  const frame = rowsWhere(frameOf(pythonText(args.get('data'))), pythonText(args.get('subset')));
  const weights = pythonText(args.get('weights'));
  const [column] = weights === undefined ? [] : pythonColumns(weights);
  return {
    ...sampleKeys(frame, formula),
    ...(column === undefined ? {} : { weights: { column, type: 'analytic' } }),
    estimator: 'ols',
    vcov: { type: 'unadjusted' },
  };
}

/** The error for `sm.OLS(y, X)`, whose columns have no names in the script. */
export function matrixCall(call: RCall, reader: Reader) {
  const message = `${call.name}(): expected a formula, found matrices, whose columns have no names; write smf.ols("y ~ x", data)`;
  return failure(reader, message, call.offset);
}

/** The covariance of `fit()` or `get_robustcov_results()`; robust ones are with z unless `use_t`. */
export function fitErrors(call: RCall): Errors | undefined {
  const known = [
    'cov_type',
    'cov_kwds',
    'use_t',
    'method',
    'groups',
    'maxlags',
    'use_correction',
    'time',
  ];
  const args = matchArguments(call, call.name === 'fit' ? [] : ['cov_type'], known);
  const word = quotedText(args.get('cov_type'));
  if (word === undefined) return undefined;
  const type = word.text.slice(word.position, word.end);
  const byDefault = call.name === 'get_robustcov_results';
  const isT = (pythonFlag(args, 'use_t') ?? byDefault) || type === 'nonrobust';
  const vcov = /^HC[0-3]$/.test(type)
    ? { type: type as 'HC0', ...(isT ? {} : { small: false }) }
    : covarianceOf(type, args, word);
  const z = 'p-values: statsmodels takes z with robust errors unless use_t=True, the model t';
  return { vcov, notes: [...differencesOf(vcov), ...(isT || vcov.small === false ? [] : [z])] };
}

function differencesOf({ type, cluster }: LinearCovarianceInput): string[] {
  if (type === 'hac') {
    return [
      'HAC takes the order of the rows as one series; the model orders them by vcov.order or the panel',
    ];
  }
  if ((cluster?.length ?? 0) < 2) return [];
  return [
    'clusters of several columns: statsmodels gives every term its factor, the model one factor of the smallest number of clusters',
  ];
}

function covarianceOf(type: string, args: RArguments, place: Reader): LinearCovarianceInput {
  if (type === 'nonrobust') return { type: 'unadjusted' };
  const words = pythonText(args.get('cov_kwds')) ?? '';
  const corrected = keyword(words, args, 'use_correction');
  if (type === 'cluster') {
    const cluster = clustersOf(words, args);
    if (cluster.length === 0) {
      throw failure(place, 'fit(): expected cov_kwds={"groups": df["id"]}');
    }
    return { type: 'cluster', cluster, ...(corrected === 'False' ? { small: false } : {}) };
  }
  if (type === 'HAC') {
    const lags = Number(keyword(words, args, 'maxlags'));
    if (!Number.isInteger(lags)) throw failure(place, 'fit(): expected cov_kwds={"maxlags": 4}');
    const small = corrected === 'True' ? {} : { small: false };
    return { type: 'hac', kernel: 'bartlett', bandwidth: lags, ...small };
  }
  throw failure(place, `fit(): expected nonrobust, HC0 to HC3, cluster or HAC, found "${type}"`);
}

function clustersOf(words: string, args: RArguments): string[] {
  const groups =
    /["']groups["']\s*:\s*([^]*?)(?:,\s*["']\w+["']\s*:|,?\s*\}\s*$)/.exec(words)?.[1] ??
    pythonText(args.get('groups')) ??
    /groups\s*=\s*([^,)]*)/.exec(words)?.[1];
  return groups === undefined ? [] : pythonColumns(groups);
}

/** The rows of `subset=df["year"] > 2000`. */
function rowsWhere(frame: Frame, subset: string | undefined): Frame {
  return subset === undefined ? frame : filtered(frame, subset);
}

function keyword(words: string, args: RArguments, name: string): string | undefined {
  return (
    pythonText(args.get(name)) ?? new RegExp(`["']?${name}["']?\\s*[:=]\\s*(\\w+)`).exec(words)?.[1]
  );
}
