/** Least squares in Stata: `regress`, `areg`, `reghdfe` and `newey` as models of the estimator ols. */
import { aregClusters, note } from '../../../words/errors/interchange/notes.js';
import type { OlsModelInput } from '../../../models/ols/model.js';
import type { ReadModel, ImportOptions } from '../../imported.js';
import { because, reasons } from '../../arguments.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../../reader.js';
import { type Flags, numberOf, type Options } from '../options.js';
import {
  commonKeys,
  formulaOf,
  type StataCommand,
  type StataModel,
  type Syntax,
  withCommand,
} from './command.js';
import { errorKeys, readVce, vceOptions, withOrder } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

const shared: Options = {
  ...vceOptions,
  level: { shortest: 1, argument: true },
  noheader: { shortest: 4 },
  notable: { shortest: 5 },
  nolog: { shortest: 4 },
};

/** regress has the small-sample factor, as the estimator ols. */
const always = { small: true, byDefault: true };

const printed = because(reasons.printed, ['noheader', 'notable', 'nolog']);

const regressOptions: Options = {
  ...shared,
  noconstant: { shortest: 3 },
  beta: { shortest: 1 },
  eform: { shortest: 5, argument: true },
  depname: { shortest: 3, argument: true },
  plus: { shortest: 4 },
};

export const regressSyntax: Syntax = {
  name: 'regress',
  options: regressOptions,
  ignored: { ...printed, ...because(reasons.printed, ['beta', 'eform', 'depname', 'plus']) },
};

/** Reads the command after the word `regress`. Throws InputError `command-syntax` with a caret. */
export function readRegress(reader: Reader, known: ImportOptions): StataModel<OlsModelInput> {
  return withCommand(reader, regressSyntax, known, (command) => {
    const vce = readVce(command);
    if ((vce?.cluster?.length ?? 0) > 1) command.notes.push(note('stata-clusters'));
    return olsOf(command, formulaOf(command), errorKeys(command, vce, always));
  });
}

function olsOf(
  command: StataCommand,
  formula: string,
  errors: Pick<OlsModelInput, 'vcov' | 'bootstrap'>,
): ReadModel<OlsModelInput> {
  const model: OlsModelInput = { ...commonKeys(command, formula), estimator: 'ols', ...errors };
  return { model, notes: command.notes };
}

export const aregSyntax: Syntax = {
  name: 'areg',
  options: { ...shared, absorb: { shortest: 1, argument: true } },
  ignored: printed,
};

/** areg counts every effect and keeps singletons. */
export function readAreg(reader: Reader, known: ImportOptions): StataModel<OlsModelInput> {
  return withCommand(reader, aregSyntax, known, (command) => {
    const effects = readAbsorbed(command);
    if (effects.length === 0) throw failure(reader, commandProblem['areg-absorb'](), command.start);
    const vce = readVce(command);
    if (vce?.kind === 'cluster') {
      command.notes.push(aregClusters({ effects }));
    } else if (vce?.kind === 'robust') {
      command.notes.push(note('areg-singletons'));
    }
    return olsOf(command, formulaOf(command, { effects }), errorKeys(command, vce, always));
  });
}

const reghdfeOptions: Options = {
  ...shared,
  absorb: { shortest: 1, argument: true },
  noabsorb: { shortest: 5 },
  noconstant: { shortest: 3 },
  tolerance: { shortest: 3, argument: true },
  maxiter: { shortest: 4, argument: true },
  iterate: { shortest: 4, argument: true },
  residuals: { shortest: 3, argument: 'optional' },
  verbose: { shortest: 1, argument: true },
  timeit: { shortest: 6 },
  summarize: { shortest: 4 },
  compact: { shortest: 7 },
  nofootnote: { shortest: 6 },
  technique: { shortest: 4, argument: true },
  acceleration: { shortest: 5, argument: true },
  transform: { shortest: 5, argument: true },
  fast: { shortest: 4 },
  poolsize: { shortest: 4, argument: true },
  nosample: { shortest: 6 },
};

export const reghdfeSyntax: Syntax = {
  name: 'reghdfe',
  options: reghdfeOptions,
  ignored: {
    ...printed,
    ...because(reasons.printed, [
      'residuals',
      'verbose',
      'timeit',
      'summarize',
      'nofootnote',
      'nosample',
    ]),
    ...because(reasons.speed, [
      'technique',
      'acceleration',
      'transform',
      'compact',
      'fast',
      'poolsize',
    ]),
    ...because('iterations go on until nothing changes', ['tolerance', 'maxiter', 'iterate']),
    noabsorb: 'it says that nothing is absorbed',
  },
};

/** Absorbed effects as in reghdfe, including its degrees of freedom and its treatment of singletons. */
export function readReghdfe(reader: Reader, known: ImportOptions): StataModel<OlsModelInput> {
  return withCommand(reader, reghdfeSyntax, known, (command) => {
    const effects = readAbsorbed(command);
    const errors = errorKeys(command, readVce(command), always);
    return olsOf(command, formulaOf(command, { effects }), errors);
  });
}

/** `absorb(firm year firm#year)`, with or without `i.` and names of saved effects. */
export function readAbsorbed({ flags }: { readonly flags: Flags }): string[] {
  const argument = flags.get('absorb')?.argument;
  if (argument === undefined) return [];
  const effects: string[] = [];
  while (!ended(argument)) {
    if (accept(argument, /,\s*savefe\s*$/) !== undefined) break;
    accept(argument, /[A-Za-z_]\w*\s*=/);
    const { position: start } = argument;
    const item = expect(
      argument,
      /(?:i\.)?[\p{L}_][\p{L}\p{N}_.]*(?:##?(?:[ic]\.)?[\p{L}_][\p{L}\p{N}_]*)*/u,
      'absorbed-column',
    );
    if (/##|c\./.test(item[0])) {
      throw failure(argument, commandProblem['absorbed-slopes']({ slopes: item[0] }), start);
    }
    effects.push(item[0].replace(/\bi\./g, '').replace(/#/g, ':'));
  }
  return effects;
}

export const neweySyntax: Syntax = {
  name: 'newey',
  options: {
    lag: { shortest: 3, argument: true },
    noconstant: { shortest: 3 },
    level: { shortest: 1, argument: true },
  },
  ignored: {},
};

/** Newey and West's covariance with the factor n / (n - k). */
export function readNewey(reader: Reader, known: ImportOptions): StataModel<OlsModelInput> {
  return withCommand(reader, neweySyntax, known, (command) => {
    const bandwidth = numberOf(command.flags.get('lag'));
    if (bandwidth === undefined) throw unexpected(reader, { oneOf: ['lag()'] });
    const vcov = { type: 'hac', kernel: 'bartlett', bandwidth } as const;
    return olsOf(command, formulaOf(command), { vcov: withOrder(command, vcov) });
  });
}
