/** Stata's `xtabond` and `xtdpdsys` as dynamic panels. */
import type { DpdModelInput } from '../../../models/dpd/model.js';
import { because, reasons } from '../../arguments.js';
import { formulaText, type ImportOptions, panelOf } from '../../imported.js';
import { failure, type Reader } from '../../reader.js';
import { numberOf, type Options } from '../options.js';
import { readVarlist } from '../read-varlist.js';
import {
  commonKeys,
  type StataCommand,
  type StataModel,
  type Syntax,
  withCommand,
} from './command.js';
import { readVce, vceOptions } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

const options: Options = {
  ...vceOptions,
  lags: { shortest: 2, argument: true },
  maxldep: { shortest: 4, argument: true },
  maxlags: { shortest: 4, argument: true },
  pre: { shortest: 3, argument: true },
  endogenous: { shortest: 4, argument: true },
  noconstant: { shortest: 3 },
  twostep: { shortest: 2 },
  artests: { shortest: 2, argument: true },
  level: { shortest: 1, argument: true },
  nolog: { shortest: 4 },
};

const syntaxOf = (name: string): Syntax => ({
  name,
  options,
  ignored: because(reasons.printed, ['nolog']),
});

export const readXtabond = (reader: Reader, known: ImportOptions) =>
  readLinear(reader, known, 'xtabond');
export const readXtdpdsys = (reader: Reader, known: ImportOptions) =>
  readLinear(reader, known, 'xtdpdsys');

type Name = 'xtabond' | 'xtdpdsys';

/** Throws InputError `command-syntax` for several lists of predetermined or endogenous variables. */
function readLinear(reader: Reader, known: ImportOptions, name: Name): StataModel<DpdModelInput> {
  const { text, position: start } = reader;
  const repeated = ['pre', 'endog'].find(
    (word) => text.split(new RegExp(`\\b${word}\\w*\\(`)).length > 2,
  );
  return withCommand(reader, syntaxOf(name), known, (command) => {
    const lists = (['pre', 'endogenous'] as const).map((word) => variablesOf(command, word));
    if (repeated !== undefined || lists.includes(undefined)) {
      throw failure(reader, commandProblem.xtabond({ name }), start);
    }
    const [predetermined, endogenous] = lists as [string[], string[]];
    return {
      model: modelOf(command, name, predetermined, endogenous),
      notes: notesOf(command, name),
    };
  });
}

/** The variables of `pre(w k)`; undefined with options of their own. */
function variablesOf({ flags, known }: StataCommand, word: string): string[] | undefined {
  const argument = flags.get(word)?.argument;
  if (argument === undefined) return [];
  const text = argument.text.slice(argument.position, argument.end);
  return text.includes(',')
    ? undefined
    : readVarlist(argument, { columns: known.columns, range: '/' });
}

function modelOf(
  command: StataCommand,
  name: Name,
  predetermined: readonly string[],
  endogenous: readonly string[],
): DpdModelInput {
  const { flags, variables, known, reader, start } = command;
  const [outcome, ...exogenous] = variables;
  const lags = numberOf(flags.get('lags')) ?? 1;
  const lagged = Array.from({ length: lags }, (_, i) => `L${i + 1}.${outcome!}`);
  const system = name === 'xtdpdsys';
  const all = [outcome!, ...lagged, ...exogenous, ...predetermined, ...endogenous];
  const most = numberOf(flags.get('maxldep')) ?? numberOf(flags.get('maxlags'));
  const last = (first: number) => (most === undefined ? null : first + most - 1);
  const group = (vars: readonly string[], first: number) =>
    vars.length === 0 ? [] : [{ vars: [...vars], lags: [first, last(first)] as const }];
  const steps = flags.has('twostep') ? 2 : 1;
  const robust = readVce(command)?.kind === 'robust';
  const hasConstant = system && !flags.has('noconstant');
  const orders = numberOf(flags.get('artests'));
  return {
    ...commonKeys(command, 'y ~ x'),
    formula: formulaText(reader, all, hasConstant, start),
    panel: panelOf(known),
    estimator: 'dpd',
    system,
    gmm: [...group([outcome!], 2), ...group(predetermined, 1), ...group(endogenous, 2)],
    ...(exogenous.length === 0
      ? {}
      : { iv: [{ vars: exogenous, ...(system ? { equation: 'diff' as const } : {}) }] }),
    steps,
    vcov: { type: robust ? (steps === 2 ? 'windmeijer' : 'robust') : 'unadjusted' },
    ...(orders === undefined ? {} : { arOrders: orders }),
  };
}

function notesOf({ flags }: StataCommand, name: Name): Told[] {
  const isPlain = !flags.has('noconstant');
  if (name === 'xtdpdsys') {
    return [note('xtdpdsys')];
  }
  return isPlain ? [note('xtabond')] : [];
}
