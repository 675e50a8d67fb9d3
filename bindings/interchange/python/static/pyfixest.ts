/** `pf.feols("y ~ x | id | w ~ z", df, vcov={"CRV1": "id"})` of pyfixest as models. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import { matchArguments, type RCall } from '../../r/call.js';
import { staticFormula } from '../../static/formula.js';
import { readFormula } from '../../static/wilkinson.js';
import { pythonColumns, pythonDialect, pythonText, quotedText } from './arguments.js';
import { type Errors, type FrameOf, sampleKeys } from './frame.js';

const known = [
  'fml',
  'data',
  'vcov',
  'weights',
  'ssc',
  'fixef_rm',
  'collin_tol',
  'copy_data',
  'store_data',
  'lean',
  'weights_type',
  'solver',
  'demeaner_backend',
  'use_compression',
];

export function readPyfixest(
  call: RCall,
  reader: Reader,
  frameOf: FrameOf,
): { model: ModelInput; notes: readonly string[] } {
  const args = matchArguments(call, ['fml', 'data', 'vcov', 'weights'], known);
  const text = quotedText(args.get('fml'));
  if (text === undefined)
    throw failure(reader, 'feols(): expected a formula in quotes', call.offset);
  const { depvar, parts } = readFormula(text, pythonDialect);
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  const instrumented = last?.left === undefined ? undefined : last;
  const absorbed = instrumented === undefined ? rest[0] : rest.length > 1 ? rest[0] : undefined;
  const effects = absorbed?.terms ?? [];
  const endogenous = instrumented?.left?.terms ?? [];
  const formula = staticFormula({
    ...{ depvar, exogenous: first!.terms, intercept: first!.intercept ?? true, effects },
    ...{ endogenous, instruments: instrumented?.terms ?? [] },
  });
  const weights = quotedText(args.get('weights'));
  const isIv = endogenous.length > 0;
  const errors = vcovOf(args.get('vcov')) ?? byDefault(effects);
  const model: ModelInput = {
    ...sampleKeys(frameOf(pythonText(args.get('data'))), formula),
    ...(weights === undefined
      ? {}
      : {
          weights: { column: weights.text.slice(weights.position, weights.end), type: 'analytic' },
        }),
    estimator: isIv ? 'iv' : 'ols',
    vcov: { ...errors.vcov, ...(isIv ? { small: true } : {}) },
  };
  const counted =
    effects.length > 0
      ? [
          'degrees of freedom: the model does not count effects nested in clusters (fixef_k="nested" of ssc())',
        ]
      : [];
  return { model, notes: [...errors.notes, ...counted] };
}

function byDefault(effects: readonly string[]): Errors {
  const [first] = effects;
  if (first === undefined || !/^\w+$/.test(first))
    return { vcov: { type: 'unadjusted' }, notes: [] };
  const note = `feols() without vcov: errors are clustered by ${first}, as in pyfixest before its defaults changed to iid`;
  return { vcov: { type: 'cluster', cluster: [first] }, notes: [note] };
}

const words: Readonly<Record<string, LinearCovarianceInput['type']>> = {
  iid: 'unadjusted',
  hetero: 'HC1',
  HC1: 'HC1',
  HC2: 'HC2',
  HC3: 'HC3',
};

/** The covariance of `vcov`; undefined without one. @throws InputError `command-syntax` */
export function vcovOf(value: Reader | undefined): Errors | undefined {
  if (value === undefined) return undefined;
  const quoted = quotedText(value);
  const type =
    quoted === undefined ? undefined : words[quoted.text.slice(quoted.position, quoted.end)];
  if (type !== undefined) return { vcov: { type }, notes: [] };
  const clustered = /^\{\s*["'](CRV[13])["']\s*:\s*["']([^"']+)["']\s*\}$/.exec(pythonText(value)!);
  if (clustered === null)
    throw failure(
      value,
      'feols(): expected vcov "iid", "hetero", "HC1" to "HC3" or {"CRV1": "id"}',
    );
  const cluster = pythonColumns(`"${clustered[2]!}"`);
  return { vcov: { type: clustered[1] === 'CRV3' ? 'CV3' : 'cluster', cluster }, notes: [] };
}
