/** feols() of fixest as models: `feols(y ~ x | id + year | w ~ z, d, cluster = ~ id)`. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { defined, type ImportedModel } from '../../imported.js';
import { accept, failure, type Reader } from '../../reader.js';
import { fixestParts } from '../../static/wilkinson.js';
import {
  acceptCall,
  flagOf,
  matchArguments,
  numbersOf,
  type RArguments,
  type RCall,
  textOf,
} from '../call.js';
import { columnsOf } from './arguments.js';
import {
  argumentText,
  checkColumns,
  type FrameOf,
  formulaArgument,
  sampleKeys,
} from './estimators.js';
import { formulaText } from './formula.js';

const printed = [
  'notes',
  'lean',
  'nthreads',
  'verbose',
  'mem.clean',
  'warn',
  'fixef.tol',
  'fixef.iter',
  'collin.tol',
  'combine.quick',
  'data.save',
  'only.env',
];

const known = [
  'fml',
  'data',
  'vcov',
  'weights',
  'subset',
  'panel.id',
  'cluster',
  'se',
  'ssc',
  'fixef.rm',
  ...printed,
];

export function readFeols(call: RCall, reader: Reader, frameOf: FrameOf): ImportedModel {
  const args = matchArguments(call, ['fml', 'data', 'vcov', 'weights'], known);
  const written = formulaArgument(args, call, reader);
  checkColumns(written, call, reader);
  const { effects, endogenous, excluded } = fixestParts(written.parts);
  const formula = formulaText(written, effects, {
    endogenous,
    excluded,
  });
  const isIv = endogenous.length > 0;
  const panelId = args.get('panel.id');
  const index = panelId === undefined ? laggedPanel(args) : columnsOf(panelId);
  const indexed: FrameOf = (name) => ({
    ...frameOf(name),
    ...defined({ unit: index?.[0], time: index?.[1] }),
  });
  const errors = feolsErrors(args, effects) ?? defaultErrors(effects.length > 0);
  const keys = sampleKeys(args, indexed, formula);
  const model = {
    ...keys,
    estimator: isIv ? ('iv' as const) : ('ols' as const),
    vcov: { ...errors.vcov, ...(isIv && errors.vcov.small === undefined ? { small: true } : {}) },
  } satisfies ModelInput;
  return { model, notes: [...errors.notes, ...singletonNote(effects.length > 0)] };
}

export interface FeolsErrors {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly string[];
}

function singletonNote(absorbs: boolean): string[] {
  return absorbs
    ? [
        'feols() keeps singletons unless fixef.rm = "singleton"; the model drops them, which changes factors only',
      ]
    : [];
}

function defaultErrors(absorbs: boolean): FeolsErrors {
  const note =
    'feols() 0.13 and later has iid errors by default; earlier versions cluster by the first effect';
  return { vcov: { type: 'unadjusted' }, notes: absorbs ? [note] : [] };
}

/** The units and periods of `vcov = NW(2) ~ id + year`. */
function laggedPanel(args: RArguments): string[] | undefined {
  const text = argumentText(args.get('vcov'));
  const panel = /^\w+\([^()]*\)\s*~\s*([\w.]+)\s*\+\s*([\w.]+)$/.exec(text ?? '');
  return panel === null ? undefined : [panel[1]!, panel[2]!];
}

/**
 * The covariance of `vcov`, `cluster` or `se`; undefined without one. `"cluster"` and `"twoway"` cluster by the first effects.
 *
 * @throws InputError `command-syntax`
 */
export function feolsErrors(args: RArguments, effects: readonly string[]): FeolsErrors | undefined {
  const small = smallOf(args.get('ssc'));
  const cluster = args.get('cluster');
  if (cluster !== undefined) return clusteredBy(columnsOf(cluster), small);
  const value = args.get('vcov') ?? args.get('se');
  if (value === undefined) return undefined;
  const text = argumentText(value)!;
  if (text.startsWith('~')) return clusteredBy(columnsOf(value), small);
  const [, word] = /^["'](.*)["']$/.exec(text) ?? [];
  const type = word === undefined ? undefined : words[word.toLowerCase()];
  const several = { cluster: 1, twoway: 2 }[word as 'cluster'] as number | undefined;
  if (several !== undefined && effects.length >= several) {
    return clusteredBy(effects.slice(0, several), small);
  }
  if (type === 'HC1' && small.small === false)
    return { vcov: { type: 'HC0', ...small }, notes: [] };
  if (type !== undefined) return { vcov: { type, ...small }, notes: [] };
  const formula = /^(\w+)\s*~\s*([\w.]+)(?:\s*\+\s*([\w.]+))?$/.exec(text);
  const lags = formula === null ? laggedErrors(value) : byFormula(formula);
  if (lags !== undefined) return { vcov: { ...lags, ...small }, notes: [] };
  throw failure(
    value,
    `feols(): expected "iid", "hetero", ~ id, NW(2) or DK(2), found ${text}; write one of them`,
  );
}

const words: Readonly<Record<string, LinearCovarianceInput['type']>> = {
  iid: 'unadjusted',
  standard: 'unadjusted',
  hetero: 'HC1',
  white: 'HC1',
  hc1: 'HC1',
  hc2: 'HC2',
  hc3: 'HC3',
};

function clusteredBy(cluster: readonly string[], small: { readonly small?: boolean }): FeolsErrors {
  return { vcov: { type: 'cluster', cluster, ...small }, notes: [] };
}

/** `NW(2) ~ id + year` has its column of time in the formula; only without units is it read here. */
function byFormula([, , first, second]: RegExpExecArray): LinearCovarianceInput | undefined {
  return second === undefined ? undefined : { type: 'cluster', cluster: [first!, second] };
}

/** `NW(2)` and `DK(2)`, with or without `~ id + year`. */
function laggedErrors(value: Reader): LinearCovarianceInput | undefined {
  const reader = { ...value };
  const call = acceptCall(reader);
  if (call === undefined || !['NW', 'DK', 'newey_west', 'driscoll_kraay'].includes(call.name))
    return undefined;
  const bandwidth = numbersOf(call.args[0]?.value)?.[0];
  if (bandwidth === undefined) throw failure(value, `${call.name}(): expected the number of lags`);
  const [, unit, order] = accept(reader, /~\s*([\w.]+\s*\+\s*)?([\w.]+)/) ?? [];
  const type = call.name === 'NW' || call.name === 'newey_west' ? 'hac' : 'driscoll-kraay';
  return {
    type,
    kernel: 'bartlett',
    bandwidth,
    ...(order === undefined || unit !== undefined ? {} : { order }),
  };
}

/** Arguments of ssc() with their names before and since fixest 0.13. */
const sscNames = {
  adjusted: ['adj', 'K.adj'],
  counted: ['fixef.K', 'K.fixef'],
  clusters: ['cluster.adj', 'G.adj'],
  minimum: ['cluster.df', 'G.df'],
  others: ['t.df', 'fixef.force_exact', 'K.exact'],
} as const;

/** `ssc(adj = FALSE, cluster.adj = FALSE)`: no factor. */
function smallOf(value: Reader | undefined): { readonly small?: boolean } {
  if (value === undefined) return {};
  const call = acceptCall({ ...value });
  if (call?.name !== 'ssc') throw failure(value, 'feols(): expected ssc()');
  const args = matchArguments(call, [], Object.values(sscNames).flat());
  const argument = (key: keyof typeof sscNames) =>
    sscNames[key].map((name) => args.get(name)).find((one) => one !== undefined);
  const adjusted = flagOf(argument('adjusted')) ?? true;
  const clusters = flagOf(argument('clusters')) ?? true;
  const isNested = (textOf(argument('counted')) ?? 'nested').startsWith('nest');
  const isMinimum = (textOf(argument('minimum')) ?? 'min') === 'min';
  if (adjusted === clusters && isNested && isMinimum) return adjusted ? {} : { small: false };
  const message =
    'feols(): expected ssc() with adj and cluster.adj alike, fixef.K = "nested" and cluster.df = "min"; write ssc(adj = FALSE, cluster.adj = FALSE) for no factor';
  throw failure(value, message);
}
