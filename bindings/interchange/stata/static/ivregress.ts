/** `ivregress 2sls`, `liml` and `gmm` as models of the estimators iv and gmm, whose conventions are the same. */
import type { GmmModelInput, WeightMatrixInput } from '../../../models/gmm/model.js';
import type { IvModelInput } from '../../../models/iv/model.js';
import { because, reasons } from '../../arguments.js';
import type { ReadModel, ImportOptions } from '../../imported.js';
import { expect, failure, type Reader } from '../../reader.js';
import {
  commonKeys,
  formulaOf,
  type StataCommand,
  type StataModel,
  type Syntax,
  withCommand,
} from './command.js';
import { errorKeys, readKind, readVce, type Vce, vceOptions, withOrder } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

export const ivregressSyntax: Syntax = {
  name: 'ivregress',
  options: {
    ...vceOptions,
    noconstant: { shortest: 3 },
    small: { shortest: 2 },
    wmatrix: { shortest: 4, argument: true },
    center: { shortest: 1 },
    igmm: { shortest: 1 },
    eps: { shortest: 3, argument: true },
    weps: { shortest: 4, argument: true },
    iterate: { shortest: 4, argument: true },
    level: { shortest: 1, argument: true },
    first: { shortest: 5 },
    noheader: { shortest: 4 },
    perfect: { shortest: 7 },
    depname: { shortest: 3, argument: true },
    eform: { shortest: 5, argument: true },
  },
  ignored: {
    ...because(reasons.printed, ['first', 'noheader', 'depname', 'eform']),
    ...because('iterations go on until nothing changes', ['eps', 'weps', 'iterate']),
    perfect: 'a model does not check for instruments that fit perfectly',
  },
};

/** Reads the command after the word `ivregress`. Throws InputError `command-syntax` with a caret. */
export function readIvregress(
  reader: Reader,
  known: ImportOptions,
): StataModel<IvModelInput | GmmModelInput> {
  const [method] = expect(reader, /2sls\b|liml\b|gmm\b/, { oneOf: ['2sls', 'liml', 'gmm'] });
  return withCommand<IvModelInput | GmmModelInput>(reader, ivregressSyntax, known, (command) => {
    checkInstruments(command);
    const small = command.flags.has('small');
    return method === 'gmm' ? gmmOf(command, small) : kClass(command, method, small);
  });
}

/** @throws InputError `command-syntax` for a command without instruments */
export function checkInstruments({ endogenous, reader, start, name }: StataCommand): void {
  if (endogenous.length > 0) return;
  throw failure(reader, commandProblem['iv-instruments']({ name }), start);
}

function kClass(command: StataCommand, method: string, small: boolean): ReadModel<IvModelInput> {
  const gmmOnly = ['wmatrix', 'center', 'igmm'].find((name) => command.flags.has(name));
  if (gmmOnly !== undefined) {
    const problem = commandProblem['gmm-only']({ method, option: gmmOnly });
    throw failure(command.reader, problem, command.flags.get(gmmOnly)!.offset);
  }
  const formula = formulaOf(command);
  const model: IvModelInput = {
    ...commonKeys(command, formula),
    estimator: 'iv',
    ...(method === 'liml' ? { method: 'liml' } : {}),
    ...errorKeys(command, readVce(command), { small, byDefault: false }),
  };
  return { model, notes: command.notes };
}

function gmmOf(command: StataCommand, small: boolean): ReadModel<GmmModelInput> {
  const { flags } = command;
  const argument = flags.get('wmatrix')?.argument;
  const vce = readVce(command);
  const weight = argument === undefined ? (vce ?? robust) : readKind(argument);
  const formula = formulaOf(command);
  const model: GmmModelInput = {
    ...commonKeys(command, formula),
    estimator: 'gmm',
    ...(flags.has('igmm') ? { method: 'iterated' } : {}),
    weight: { ...weightOf(command, weight), ...(flags.has('center') ? { center: true } : {}) },
    ...errorKeys(command, vce ?? weight, { small, byDefault: false }),
  };
  return { model, notes: command.notes };
}

const robust: Vce = { kind: 'robust' };

/** The weighting matrix of a covariance. @throws InputError `command-syntax` for leverages */
export function weightOf(command: StataCommand, vce: Vce): WeightMatrixInput {
  const { kind, cluster, kernel, bandwidth } = vce;
  if (kind === 'HC2' || kind === 'HC3') {
    throw failure(command.reader, commandProblem['iv-covariance']({ kind }), command.start);
  }
  const { order } = withOrder(command, { type: kind });
  return {
    type: kind,
    ...(cluster === undefined ? {} : { cluster }),
    ...(kind === 'hac' ? { kernel, bandwidth } : {}),
    ...(order === undefined ? {} : { order }),
  };
}
