/**
 * `ivreg2` (Baum, Schaffer and Stillman) and `ivreghdfe` (Correia) as models. Without instruments they are least
 * squares. ivreghdfe has the small-sample factor when it absorbs effects.
 */
import type { GmmModelInput } from '../../../models/gmm/model.js';
import type { IvModelInput } from '../../../models/iv/model.js';
import type { Kernel } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { because, reasons } from '../../arguments.js';
import { type ReadModel, type ImportOptions, panelOf } from '../../imported.js';
import { expect, failure, type Reader, unexpected } from '../../reader.js';
import { numberOf, type Options } from '../options.js';
import { readVarlist } from '../read-varlist.js';
import {
  commonKeys,
  formulaOf,
  type StataCommand,
  type StataModel,
  type Syntax,
  withCommand,
} from './command.js';
import { weightOf } from './ivregress.js';
import { withUnit } from './xtreg.js';
import { readAbsorbed } from './regress.js';
import { errorKeys, readVce, type SmallSample, type Vce, vceOptions, wordOrNumber } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';
import { note } from '../../../words/errors/interchange/notes.js';

const options: Options = {
  ...vceOptions,
  noconstant: { shortest: 3 },
  small: { shortest: 2 },
  liml: { shortest: 4 },
  fuller: { shortest: 4, argument: true },
  kclass: { shortest: 1, argument: true },
  gmm2s: { shortest: 5 },
  gmm: { shortest: 3 },
  cue: { shortest: 3 },
  center: { shortest: 6 },
  bw: { shortest: 2, argument: true },
  kernel: { shortest: 3, argument: true },
  orthog: { shortest: 3, argument: true },
  endog: { shortest: 5, argument: true },
  redundant: { shortest: 3, argument: true },
  partial: { shortest: 4, argument: true },
  level: { shortest: 1, argument: true },
  first: { shortest: 5 },
  ffirst: { shortest: 6 },
  rf: { shortest: 2 },
  savefirst: { shortest: 5 },
  savefprefix: { shortest: 6, argument: true },
  saverf: { shortest: 6 },
  saverfprefix: { shortest: 7, argument: true },
  eform: { shortest: 5, argument: true },
  depname: { shortest: 3, argument: true },
  title: { shortest: 5, argument: true },
  subtitle: { shortest: 8, argument: true },
  plus: { shortest: 4 },
  nooutput: { shortest: 5 },
  noid: { shortest: 4 },
  nocollin: { shortest: 8 },
  noheader: { shortest: 4 },
  nofooter: { shortest: 6 },
};

const ignored = {
  ...because(reasons.printed, ['first', 'ffirst', 'rf', 'savefirst', 'savefprefix', 'saverf']),
  ...because(reasons.printed, ['saverfprefix', 'eform', 'depname', 'title', 'subtitle']),
  ...because(reasons.printed, ['noid', 'noheader', 'nofooter', 'plus', 'nooutput']),
  ...because('a model tests all instruments and endogenous regressors', ['endog', 'redundant']),
  nocollin: 'a model always looks for collinear columns',
};

export const ivreg2Syntax: Syntax = { name: 'ivreg2', options, ignored };

/** Reads the command after the word `ivreg2`. Throws InputError `command-syntax` with a caret. */
export function readIvreg2(reader: Reader, known: ImportOptions): StataModel {
  return withCommand(reader, ivreg2Syntax, known, (command) =>
    modelOf(command, [], command.flags.has('small')),
  );
}

const hdfeOptions: Options = {
  ...options,
  absorb: { shortest: 1, argument: true },
  tolerance: { shortest: 3, argument: true },
  residuals: { shortest: 3, argument: 'optional' },
};

export const ivreghdfeSyntax: Syntax = {
  name: 'ivreghdfe',
  options: hdfeOptions,
  ignored: {
    ...ignored,
    residuals: reasons.printed,
    tolerance: 'iterations go on until nothing changes',
  },
};

/** Reads the command after the word `ivreghdfe`. Throws InputError `command-syntax` with a caret. */
export function readIvreghdfe(reader: Reader, known: ImportOptions): StataModel {
  return withCommand(reader, ivreghdfeSyntax, known, (command) => {
    const effects = readAbsorbed(command);
    const small = command.flags.has('small');
    return modelOf(command, effects, small || effects.length > 0);
  });
}

const panelOptions: Options = {
  ...options,
  fe: { shortest: 2 },
  fd: { shortest: 2 },
  i: { shortest: 1, argument: true },
};

const xtivreg2Syntax: Syntax = { name: 'xtivreg2', options: panelOptions, ignored };

/** Fixed effects by the column of the units. Throws InputError `command-syntax` for first differences. */
export function readXtivreg2(reader: Reader, known: ImportOptions): StataModel {
  return withCommand(reader, xtivreg2Syntax, known, (written) => {
    const command = withUnit(written);
    const { flags, notes } = command;
    if (!flags.has('fe')) throw unexpected(reader, { oneOf: ['fe'] });
    const { unit } = panelOf(command.known);
    const small = flags.has('small');
    if (!small) notes.push(note('xtivreg2'));
    return modelOf(command, [unit], small);
  });
}

function modelOf(command: StataCommand, effects: readonly string[], small: boolean): ReadModel {
  const { flags, notes } = command;
  if (flags.has('partial')) notes.push(note('partial'));
  const vce = withLags(command, readVce(command));
  const formula = formulaOf(command, { effects });
  const common = commonKeys(command, formula);
  const errors = (sample: Omit<SmallSample, 'small'>) =>
    errorKeys(command, vce, { ...sample, small });
  const model = (): ModelInput => {
    if (command.endogenous.length === 0) {
      return { ...common, estimator: 'ols', ...errors({ byDefault: true }) };
    }
    const keys = { ...common, ...cTests(command), ...errors({ byDefault: false }) };
    return isGmm(command, vce)
      ? { ...keys, estimator: 'gmm', ...gmmKeys(command, vce) }
      : { ...keys, estimator: 'iv', ...methodOf(command) };
  };
  return { model: model(), notes };
}

/** Two-step and continuously updated GMM differ from 2SLS and LIML only under a robust covariance. */
function isGmm({ flags }: StataCommand, vce: Vce | undefined): boolean {
  const named = ['gmm2s', 'gmm', 'cue'].some((name) => flags.has(name));
  return named && vce !== undefined && vce.kind !== 'unadjusted';
}

function gmmKeys(
  command: StataCommand,
  vce: Vce | undefined,
): Pick<GmmModelInput, 'method' | 'weight'> {
  const { flags, notes } = command;
  notes.push(note('ivreg2-gmm'));
  return {
    ...(flags.has('cue') ? { method: 'cue' } : {}),
    weight: { ...weightOf(command, vce!), ...(flags.has('center') ? { center: true } : {}) },
  };
}

function methodOf({ flags }: StataCommand): Pick<IvModelInput, 'method' | 'fuller' | 'kappa'> {
  const fuller = numberOf(flags.get('fuller'));
  if (fuller !== undefined) return { method: 'fuller', fuller };
  const kappa = numberOf(flags.get('kclass'));
  if (kappa !== undefined) return { method: 'kclass', kappa };
  return flags.has('liml') || flags.has('cue') ? { method: 'liml' } : {};
}

function cTests({ flags }: StataCommand): Pick<IvModelInput, 'cTests'> {
  const argument = flags.get('orthog')?.argument;
  return argument === undefined
    ? {}
    : { cTests: [{ vars: readVarlist(argument, { range: '/' }) }] };
}

const kernels = {
  bartlett: 'bartlett',
  parzen: 'parzen',
  'quadratic spectral': 'qs',
  qs: 'qs',
  bar: 'bartlett',
  par: 'parzen',
} as const satisfies Record<string, Kernel>;

/** `bw(3)` is the bandwidth of the kernel, one more than the number of lags. */
function withLags(command: StataCommand, vce: Vce | undefined): Vce | undefined {
  const { flags, reader } = command;
  const bw = flags.get('bw');
  if (bw === undefined) return vce;
  if (vce?.kind !== 'robust') {
    throw failure(reader, commandProblem['bw-robust'](), bw.offset);
  }
  const width = wordOrNumber(bw.argument!);
  const named = flags.get('kernel')?.argument;
  const word =
    named === undefined
      ? 'bartlett'
      : expect(named, /[a-z ]+/i, 'kernel')[0]
          .trim()
          .toLowerCase();
  if (!Object.hasOwn(kernels, word)) {
    throw failure(reader, commandProblem.kernel({ word }), named!.position - word.length);
  }
  const bandwidth = width === 'auto' ? width : width - 1;
  return { kind: 'hac', kernel: kernels[word as keyof typeof kernels], bandwidth };
}
