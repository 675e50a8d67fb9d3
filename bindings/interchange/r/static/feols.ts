/** feols() of fixest as models: `feols(y ~ x | id + year | w ~ z, d, cluster = ~ id)`. */
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
import { defined } from '../../imported.js';
import { accept, ended, failure, type Reader, unexpected } from '../../reader.js';
import {
  correctedBy,
  type Correction,
  type Errors,
  fullCorrection,
} from '../../static/corrections.js';
import type { Estimated, FrameOf } from '../../static/frame.js';
import { fixestParts } from '../../static/wilkinson.js';
import { argumentText, acceptCall, flagOf, numbersOf, textOf } from '../call.js';
import { columnsOf } from './arguments.js';
import { checkColumns, formulaArgument, readSample, sampleKeys } from './estimators.js';
import { formulaText } from './formula.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { note, referenceLevel } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** Arguments of ssc() with their names before and since fixest 0.13. */
const names = {
  adjusted: ['adj', 'K.adj'],
  counted: ['fixef.K', 'K.fixef'],
  clusters: ['cluster.adj', 'G.adj'],
  minimum: ['cluster.df', 'G.df'],
  degrees: ['t.df'],
  exact: ['fixef.force_exact', 'K.exact'],
} as const;

const sscSignature: Signature = {
  command: 'ssc()',
  positions: [],
  translated: Object.values(names).flat(),
  ignored: {},
};

/** Reads ssc(). @throws InputError `command-syntax` for rules that no model has */
function correctionOf(value: Reader | undefined): Correction {
  if (value === undefined) return fullCorrection;
  const call = acceptCall({ ...value });
  if (call?.name !== 'ssc') throw failure(value, scriptProblem['fixest-ssc']());
  return withArguments(call, sscSignature, (args) => {
    const argument = (key: keyof typeof names) =>
      names[key].map((name) => args.get(name)).find((reader) => reader !== undefined);
    const isNested = (textOf(argument('counted')) ?? 'nested').startsWith('nest');
    const isMinimum = (textOf(argument('minimum')) ?? 'min') === 'min';
    const isLeast = (textOf(argument('degrees')) ?? 'min') === 'min';
    if (!isNested || !isMinimum || !isLeast || flagOf(argument('exact')) === true) {
      throw failure(value, scriptProblem['fixest-ssc-arguments']());
    }
    return {
      isAdjusted: flagOf(argument('adjusted')) ?? true,
      isClustered: flagOf(argument('clusters')) ?? true,
      place: value,
      notes: [],
    };
  });
}

const printed = ['notes', 'lean', 'verbose', 'mem.clean', 'warn', 'data.save', 'only.env', 'env'];
const computed = [
  'nthreads',
  'fixef.tol',
  'fixef.iter',
  'fixef.algo',
  'collin.tol',
  'combine.quick',
];

export const feolsSignature: Signature = {
  command: 'feols()',
  positions: ['fml', 'data', 'vcov', 'weights'],
  // prettier-ignore
  translated: [
    'fml', 'data', 'vcov', 'weights', 'subset', 'panel.id', 'cluster', 'se', 'ssc',
    'fixef.rm',
  ],
  ignored: { ...because(reasons.printed, printed), ...because(reasons.speed, computed) },
};

export function readFeols(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, feolsSignature, (args) => {
    const written = formulaArgument(args, call, reader);
    checkColumns(written, call, reader);
    const { effects, endogenous, excluded } = fixestParts(written.parts);
    const formula = formulaText(written, effects, { endogenous, excluded });
    const isIv = endogenous.length > 0;
    const panelId = args.get('panel.id');
    const index = panelId === undefined ? laggedPanel(args) : columnsOf(panelId);
    const indexed: FrameOf = (name) => ({
      ...frameOf(name),
      ...defined({ unit: index?.[0], time: index?.[1] }),
    });
    const absorbs = effects.length > 0;
    const errors = feolsErrors(args, effects) ?? defaultErrors(absorbs, args.get('ssc'));
    const sample = readSample(args, indexed);
    const model = {
      ...sampleKeys(sample, formula),
      estimator: isIv ? ('iv' as const) : ('ols' as const),
      vcov: { ...errors.vcov, ...(isIv && errors.vcov.small === undefined ? { small: true } : {}) },
    } satisfies ModelInput;
    const notes = [
      ...errors.notes,
      ...singletonNote(absorbs, args.get('fixef.rm')),
      ...interactedNote(argumentText(args.get('fml'))),
    ];
    return { model, notes, frame: sample.frame };
  });
}

/** @throws InputError `command-syntax` for a rule that no model has */
function singletonNote(absorbs: boolean, rule: Reader | undefined): Told[] {
  const word = argumentText(rule)?.replace(/["']/g, '') ?? 'none';
  if (!['none', 'perfect', 'perfect_fit', 'singleton', 'both', 'singletons'].includes(word)) {
    throw failure(rule!, scriptProblem['fixest-singletons']({ word }));
  }
  if (!absorbs || /^singleton|^both/.test(word)) return [];
  return [note('feols-singletons')];
}

/** `i(year, treated, ref = 2000)` needs the variable itself, so that its products are relative to the level. */
function interactedNote(formula = ''): Told[] {
  const [, variable] =
    /\bi\(\s*[\w.]+\s*,\s*(?!ref\b|i\.)([A-Za-z_][\w.]*)\s*,/.exec(formula) ?? [];
  if (variable === undefined) return [];
  return [referenceLevel({ variable })];
}

function defaultErrors(absorbs: boolean, ssc: Reader | undefined): Errors {
  const { vcov, notes } = correctedBy({ type: 'unadjusted' }, correctionOf(ssc));
  return { vcov, notes: absorbs ? [note('feols-iid'), ...notes] : notes };
}

/** The units and periods of `vcov = NW(2) ~ id + year`. */
function laggedPanel(args: Arguments): string[] | undefined {
  const text = argumentText(args.get('vcov'));
  const panel = /^\w+\([^()]*\)\s*~\s*([\w.]+)\s*\+\s*([\w.]+)$/.exec(text ?? '');
  return panel === null ? undefined : [panel[1]!, panel[2]!];
}

/**
 * The covariance of `vcov`, `cluster` or `se`; undefined without one. `"cluster"` and `"twoway"` cluster by the first effects.
 *
 * @throws InputError `command-syntax`
 */
export function feolsErrors(args: Arguments, effects: readonly string[]): Errors | undefined {
  const cluster = args.get('cluster');
  const value = cluster ?? args.get('vcov') ?? args.get('vcov.') ?? args.get('se');
  if (value === undefined) return undefined;
  const correction = correctionOf(args.get('ssc'));
  const vcov =
    cluster === undefined
      ? covarianceOf(value, effects)
      : ({ type: 'cluster', cluster: columnsOf(cluster) } as const);
  return correctedBy(vcov, correction);
}

function covarianceOf(value: Reader, effects: readonly string[]): LinearCovarianceInput {
  const text = argumentText(value)!;
  if (text.startsWith('~')) return { type: 'cluster', cluster: columnsOf(value) };
  const [, word] = /^["'](.*)["']$/.exec(text) ?? [];
  const type = word === undefined ? undefined : words[word.toLowerCase()];
  const several = { cluster: 1, twoway: 2 }[word as 'cluster'] as number | undefined;
  if (several !== undefined && effects.length >= several) {
    return { type: 'cluster', cluster: effects.slice(0, several) };
  }
  if (type !== undefined) return { type };
  const twoway = /^twoway\s*~\s*([\w.]+)\s*\+\s*([\w.]+)$/.exec(text);
  if (twoway !== null) return { type: 'cluster', cluster: [twoway[1]!, twoway[2]!] };
  const named = /^(\w+)\s*~\s*([\w.]+)$/.exec(text);
  if (named?.[1] === 'cluster') return { type: 'cluster', cluster: [named[2]!] };
  const lags = laggedErrors(value);
  if (lags !== undefined) return lags;
  throw failure(value, scriptProblem['fixest-vcov']({ text }));
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

/** `NW(2)` and `DK(2)`, with or without `~ id + year`. */
function laggedErrors(value: Reader): LinearCovarianceInput | undefined {
  const reader = { ...value };
  const call = acceptCall(reader);
  if (call === undefined || !['NW', 'DK', 'newey_west', 'driscoll_kraay'].includes(call.name))
    return undefined;
  const bandwidth = numbersOf(call.args[0]?.value)?.[0];
  if (bandwidth === undefined || call.args.length > 1)
    throw failure(value, scriptProblem['number-of-lags']({ name: call.name }));
  const [, unit, order] = accept(reader, /~\s*([\w.]+\s*\+\s*)?([\w.]+)/) ?? [];
  if (!ended(reader)) throw unexpected(reader, 'end-of-covariance');
  const type = call.name === 'NW' || call.name === 'newey_west' ? 'hac' : 'driscoll-kraay';
  return {
    type,
    kernel: 'bartlett',
    bandwidth,
    ...(order === undefined || unit !== undefined ? {} : { order }),
  };
}
