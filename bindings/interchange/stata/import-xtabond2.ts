/** Commands of xtabond2 as models. Options may be abbreviated as in Stata. */
import { because, reasons } from '../arguments.js';
import type { DpdModelInput, GmmGroupInput, IvGroupInput } from '../../models/dpd/model.js';
import { defined, formulaText, type ImportOptions, panelOf } from '../imported.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { readCondition } from './read-condition.js';
import { readVarlist, type VarlistContext } from './read-varlist.js';
import { readWeights } from './weights.js';
import {
  type Flag,
  type Flags,
  matchOption,
  numberOf,
  type Options,
  readSuboptions,
  withFlags,
} from './options.js';
import type { StataModel } from './static/command.js';
import { checkBases, timeEffects } from './time-effects.js';
import type { Steps } from '../../models/schema/dynamic-words.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';
import { note } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

const mainOptions: Options = {
  gmmstyle: { shortest: 3, argument: true },
  ivstyle: { shortest: 2, argument: true },
  robust: { shortest: 1 },
  twostep: { shortest: 3 },
  small: { shortest: 2 },
  noconstant: { shortest: 3 },
  noleveleq: { shortest: 3 },
  orthogonal: { shortest: 2 },
  cluster: { shortest: 2, argument: true },
  h: { shortest: 1, argument: true },
  level: { shortest: 1, argument: true },
  artests: { shortest: 2, argument: true },
  arlevels: { shortest: 3 },
  pca: { shortest: 3 },
  components: { shortest: 4, argument: true },
  nodiffsargan: { shortest: 3 },
  nomata: { shortest: 3 },
  svmat: { shortest: 5 },
  svvar: { shortest: 5 },
};

const gmmOptions: Options = {
  laglimits: { shortest: 3, argument: true },
  collapse: { shortest: 1 },
  equation: { shortest: 1, argument: true },
  passthru: { shortest: 1 },
  split: { shortest: 2 },
};

const ivOptions: Options = {
  equation: { shortest: 1, argument: true },
  passthru: { shortest: 1 },
  mz: { shortest: 2 },
};

export const xtabond2Syntax = {
  name: 'xtabond2',
  options: mainOptions,
  ignored: because(reasons.printed, ['nodiffsargan', 'nomata', 'svmat', 'svvar']),
};

interface Collected {
  readonly flags: Map<string, Flag>;
  readonly gmm: GmmGroupInput[];
  readonly iv: IvGroupInput[];
}

/** Reads the command after the word `xtabond2`. Throws InputError `command-syntax` with a caret. */
export function readXtabond2(reader: Reader, options: ImportOptions): StataModel<DpdModelInput> {
  const context: VarlistContext = { columns: options.columns, range: '/' };
  const start = reader.position;
  const variables = readVarlist(reader, context);
  const before = readWeights(reader);
  const filter = readCondition(reader);
  const weights = before ?? readWeights(reader);
  const collected: Collected = { flags: new Map(), gmm: [], iv: [] };
  if (accept(reader, /,/) !== undefined) readOptions(reader, collected, context);
  if (!ended(reader)) throw unexpected(reader, 'variable-or-end');
  const panel = panelOf(options);
  const syntax = { command: 'xtabond2', ignored: xtabond2Syntax.ignored };
  const imported = withFlags(collected.flags, syntax, (flags) => {
    const notes: Told[] = [];
    const system = !flags.has('noleveleq');
    const effects = timeEffects(variables, collected.iv, panel.time, system);
    const hasConstant = !flags.has('noconstant');
    const intercept = hasConstant || !system;
    if (!intercept && !effects.hasTimeEffects) checkBases(reader, start, effects);
    const model: DpdModelInput = {
      ...defined({ data: options.data }),
      panel,
      estimator: 'dpd',
      formula: formulaText(reader, effects.variables, intercept, start),
      ...(flags.has('orthogonal') ? { transform: 'fod' } : {}),
      system,
      gmm: served(collected.gmm, system, notes),
      iv: served(effects.iv, system, notes),
      ...(effects.hasTimeEffects ? { timeEffects: true } : {}),
      ...(weights === undefined ? {} : { weights }),
      ...estimation(reader, flags, weights?.type),
    };
    return { model, notes };
  });
  return { ...imported, filter };
}

function readOptions(reader: Reader, collected: Collected, context: VarlistContext): void {
  while (!ended(reader) && accept(reader, /,/) === undefined) {
    const flag = matchOption(reader, mainOptions, 'xtabond2');
    if (flag.name === 'gmmstyle') collected.gmm.push(...readGroup(flag.argument!, context));
    else if (flag.name === 'ivstyle') collected.iv.push(readIv(flag.argument!, context));
    else collected.flags.set(flag.name, flag);
  }
}

function readGroup(argument: Reader, context: VarlistContext): GmmGroupInput[] {
  const vars = readVarlist(argument, context);
  const flags = readSuboptions(argument, gmmOptions, 'gmmstyle()');
  const lags = lagLimits(flags.get('laglimits')?.argument);
  const equation = equationOf(flags.get('equation')?.argument);
  const shared = {
    ...(flags.has('collapse') ? { collapse: true } : {}),
    ...(flags.has('passthru') ? { passthru: true } : {}),
  };
  if (!flags.has('split') || equation !== undefined) {
    return [{ vars, lags, ...shared, ...(equation === undefined ? {} : { equation }) }];
  }
  const level = [lags[0] - 1, lags[0] - 1] as const;
  return [
    { vars, lags, ...shared, equation: 'diff' },
    { vars, lags: level, ...shared, equation: 'level' },
  ];
}

/** `lag(2 4)`, `lag(2 .)`; default lags from 1 on. */
function lagLimits(argument: Reader | undefined): readonly [number, number | null] {
  if (argument === undefined) return [1, null];
  const [, first] = expect(argument, /(-?\d+|\.)/, 'first-lag');
  const last = accept(argument, /(-?\d+|\.)/)?.[1] ?? '.';
  if (!ended(argument)) throw unexpected(argument, 'two-lags');
  return [first === '.' ? 1 : Number(first), last === '.' ? null : Number(last)];
}

function equationOf(argument: Reader | undefined): 'diff' | 'level' | undefined {
  if (argument === undefined) return undefined;
  const { position: start } = argument;
  const word = expect(argument, /[a-z]+/i, { oneOf: ['diff', 'level', 'both'] })[0].toLowerCase();
  const full = (['diff', 'level', 'both'] as const).find((name) => name.startsWith(word));
  if (full === undefined) {
    throw failure(argument, commandProblem.equation({ word }), start);
  }
  return full === 'both' ? undefined : full;
}

function readIv(argument: Reader, context: VarlistContext): IvGroupInput {
  const vars = readVarlist(argument, context);
  const flags = readSuboptions(argument, ivOptions, 'ivstyle()');
  const equation = equationOf(flags.get('equation')?.argument);
  return {
    vars,
    ...(equation === undefined ? {} : { equation }),
    ...(flags.has('passthru') ? { passthru: true } : {}),
    ...(flags.has('mz') ? { mz: true } : {}),
  };
}

/** Drops groups of the level equation in difference GMM, where they have no effect. */
function served<Group extends GmmGroupInput | IvGroupInput>(
  groups: readonly Group[],
  system: boolean,
  notes: Told[],
): Group[] {
  if (system) return [...groups];
  const rest = groups.filter(({ equation }) => equation !== 'level');
  if (rest.length < groups.length) {
    notes.push(note('noleveleq'));
  }
  return rest;
}

function estimation(
  reader: Reader,
  flags: Flags,
  weight: string | undefined,
): Partial<DpdModelInput> {
  const steps: Steps = flags.has('twostep') ? 2 : 1;
  const cluster = flags.get('cluster')?.argument;
  const isRobust = flags.has('robust');
  const robust = isRobust || cluster !== undefined || weight === 'probability';
  const corrected = steps === 2 ? 'windmeijer' : 'robust';
  return {
    steps,
    ...numbers(reader, flags),
    ...(flags.has('arlevels') ? { arLevels: true } : {}),
    vcov: {
      type: robust ? corrected : 'unadjusted',
      ...(cluster === undefined ? {} : { cluster: readVarlist(cluster, { range: '/' }) }),
      ...(flags.has('small') ? { small: true } : {}),
    },
  };
}

/** Options with a number. */
function numbers(reader: Reader, flags: Flags): Partial<DpdModelInput> {
  const read = (name: string) => numberOf(flags.get(name));
  const [h, level, orders, components] = ['h', 'level', 'artests', 'components'].map(read);
  if (components !== undefined && !flags.has('pca')) {
    throw failure(reader, commandProblem['components-pca'](), flags.get('components')!.offset);
  }
  return {
    ...(h === undefined ? {} : { h: h as 1 | 2 | 3 }),
    ...(flags.has('pca') ? { pca: components ?? true } : {}),
    ...(orders === undefined ? {} : { arOrders: orders }),
    ...(level === undefined ? {} : { level: level / 100 }),
  };
}
