/**
 * Commands of xtdpdgmm 2.6 (Kripfganz 2019) as models. Each instrument is in one equation. Lags of instruments for
 * deviations count from the period of the deviation, so they are one smaller than in a model.
 */
import { because, reasons } from '../arguments.js';
import type { DpdModelInput, IvGroupInput } from '../../models/dpd/model.js';
import { joined, type OneEquationInput } from '../one-equation.js';
import { defined, formulaText, type ImportOptions, panelOf, withCompat } from '../imported.js';
import { accept, ended, type Reader, unexpected } from '../reader.js';
import { readCondition } from './read-condition.js';
import { readVarlist, type VarlistContext } from './read-varlist.js';
import { type Flag, type Flags, matchOption, type Options, withFlags } from './options.js';
import type { StataModel } from './static/command.js';
import { checkBases, timeEffects } from './time-effects.js';
import { estimation } from './xtdpdgmm-estimation.js';
import { type Instruments, readGmm, readIv, readModelName } from './xtdpdgmm-instruments.js';
import { note } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

const mainOptions: Options = {
  gmmiv: { shortest: 3, argument: true },
  iv: { shortest: 2, argument: true },
  nl: { shortest: 2, argument: true },
  collapse: { shortest: 1 },
  model: { shortest: 1, argument: true },
  nolevel: { shortest: 5 },
  wmatrix: { shortest: 1, argument: true },
  onestep: { shortest: 3 },
  twostep: { shortest: 3 },
  igmm: { shortest: 4 },
  cugmm: { shortest: 2 },
  teffects: { shortest: 2 },
  noconstant: { shortest: 6 },
  vce: { shortest: 3, argument: true },
  small: { shortest: 2 },
  level: { shortest: 1, argument: true },
  overid: { shortest: 4 },
  auxiliary: { shortest: 3 },
  noheader: { shortest: 4 },
  notable: { shortest: 5 },
  nofooter: { shortest: 4 },
  nodots: { shortest: 6 },
  nolog: { shortest: 4 },
};

export const xtdpdgmmSyntax = {
  name: 'xtdpdgmm',
  options: mainOptions,
  ignored: {
    ...because(reasons.printed, ['noheader', 'notable', 'nofooter', 'nodots', 'nolog']),
    overid: 'a model always tests its instruments',
    auxiliary: reasons.printed,
  },
};

/** Reads the command after the word `xtdpdgmm`. Throws InputError `command-syntax` with a caret. */
export function readXtdpdgmm(reader: Reader, options: ImportOptions): StataModel<DpdModelInput> {
  const context: VarlistContext = { columns: options.columns, range: '/' };
  const start = reader.position;
  const variables = readVarlist(reader, context);
  const filter = readCondition(reader);
  const given = accept(reader, /,/) === undefined ? [] : readOptions(reader);
  if (!ended(reader)) throw unexpected(reader, 'variable-or-end');
  const named = new Map(given.map((flag) => [flag.name, flag]));
  const panel = panelOf(options);
  const syntax = { command: 'xtdpdgmm', ignored: xtdpdgmmSyntax.ignored };
  const imported = withFlags(named, syntax, (flags) => {
    const notes: Told[] = [];
    for (const name of ['gmmiv', 'iv', 'nl']) flags.get(name);
    const instruments = served(readInstruments(given, flags, context), flags, notes);
    const system = isSystem(instruments, flags);
    const { transform, gmm, iv } = inModel(instruments, system);
    const effects = flags.has('teffects')
      ? { variables, iv, hasTimeEffects: true }
      : timeEffects(variables, iv, panel.time, system);
    const hasConstant = !flags.has('noconstant');
    const intercept = hasConstant || !system;
    if (!intercept && !effects.hasTimeEffects) checkBases(reader, start, effects);
    const model: DpdModelInput = {
      ...defined({ data: options.data }),
      panel,
      estimator: 'dpd',
      formula: formulaText(reader, effects.variables, intercept, start),
      ...(transform === 'fod' ? { transform } : {}),
      system,
      gmm,
      iv: effects.iv,
      ...(effects.hasTimeEffects ? { timeEffects: true } : {}),
      ...estimation(flags),
    };
    return withCompat('xtdpdgmm', model, notes);
  });
  return { ...imported, filter };
}

function readOptions(reader: Reader): Flag[] {
  const flags: Flag[] = [];
  while (!ended(reader) && accept(reader, /,/) === undefined) {
    flags.push(matchOption(reader, mainOptions, 'xtdpdgmm'));
  }
  return flags;
}

/** Instruments belong to the level equation unless `model()` or `nolevel` says otherwise. */
function readInstruments(
  given: readonly Flag[],
  flags: Flags,
  context: VarlistContext,
): Instruments {
  const named = flags.get('model')?.argument;
  const fallback = flags.has('nolevel') ? 'difference' : 'level';
  const defaults = {
    model: named === undefined ? fallback : readModelName(named),
    collapse: flags.has('collapse'),
  } as const;
  const gmm = given
    .filter(({ name }) => name === 'gmmiv')
    .flatMap(({ argument }) => readGmm(argument!, defaults, context));
  const iv = given
    .filter(({ name }) => name === 'iv')
    .map(({ argument }) => readIv(argument!, defaults, context));
  return {
    gmm: [...gmm, ...iv.flatMap((instruments) => instruments.gmm)],
    iv: iv.flatMap((instruments) => instruments.iv),
  };
}

/** Drops the instruments of the level equation if the command has `nolevel`. */
function served({ gmm, iv }: Instruments, flags: Flags, notes: Told[]): Instruments {
  if (!flags.has('nolevel')) return { gmm, iv };
  const rest = {
    gmm: gmm.filter(({ equation }) => equation === 'diff'),
    iv: iv.filter(({ equation }) => equation === 'diff'),
  };
  if (rest.gmm.length + rest.iv.length < gmm.length + iv.length) {
    notes.push(note('nolevel'));
  }
  return rest;
}

/** The model is a system if the level equation has instruments, an intercept or time effects. */
function isSystem({ gmm, iv }: Instruments, flags: Flags): boolean {
  if (flags.has('nolevel')) return false;
  const instruments = [...gmm, ...iv].some(({ equation }) => equation === 'level');
  return instruments || !flags.has('noconstant') || flags.has('teffects');
}

/** The model has the transformation of its first instruments; groups with another one name it. */
function inModel({ gmm, iv }: Instruments, system: boolean) {
  const first = [...gmm, ...iv].find(({ equation }) => equation === 'diff');
  const transform = first?.transform ?? 'fd';
  const withTransform = <Group extends OneEquationInput | IvGroupInput>(group: Group): Group => {
    const { transform: its, ...rest } = group;
    return its === undefined || its === transform ? (rest as Group) : group;
  };
  const ordinary = iv.map(withTransform).map(({ equation, ...group }): IvGroupInput => {
    return system ? { ...group, equation } : group;
  });
  return { transform, gmm: joined(gmm.map(withTransform), system), iv: ordinary };
}
