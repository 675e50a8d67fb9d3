/** The common form of Stata's commands: variables, instruments in parentheses, `if`, weights, options. */
import type { Told } from '../../../words/told.js';
import type { Filter } from '../../filters/filter.js';
import type { Weights } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { type FormulaTexts, hasOperators, staticFormula } from '../../static/formula.js';
import { because, reasons } from '../../arguments.js';
import { defined, type ReadModel, type ImportOptions, panelOf } from '../../imported.js';
import { accept, ended, failure, type Reader, unexpected } from '../../reader.js';
import {
  type Flag,
  type Flags,
  type Ignored,
  matchOption,
  numberOf,
  type Options,
  withFlags,
} from '../options.js';
import { readCondition } from '../read-condition.js';
import { readVarlist, type VarlistContext } from '../read-varlist.js';
import { keepsBase } from '../time-effects.js';
import { readBuiltWeights } from '../weights.js';
import { noEffect } from '../../../words/errors/interchange/notes.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

/** What a command accepts. */
export interface Syntax {
  readonly name: string;
  readonly options: Options;
  /** Options that change no number of a model, with the reason. */
  readonly ignored: Ignored;
}

/** Options of how any command shows its table. */
const display: Options = {
  ...named(['noci', 'nopvalues', 'noomitted', 'omitted', 'vsquish', 'noemptycells', 'emptycells']),
  ...named(['baselevels', 'nobaselevels', 'allbaselevels', 'nofvlabel', 'fvlabel', 'nolstretch']),
  ...named(['coeflegend', 'nofootnote', 'nolog', 'noheader', 'notable']),
  ...named(['cformat', 'pformat', 'sformat', 'fvwrap', 'fvwrapon'], true),
};

function named(names: readonly string[], argument?: true): Options {
  return Object.fromEntries(
    names.map((name) => [name, { shortest: name.length, ...(argument && { argument }) }]),
  );
}

const shown = because(reasons.printed, Object.keys(display));

/** A model of a command of Stata, and the rows that its `if` keeps. */
export interface StataModel<Model extends ModelInput = ModelInput> extends ReadModel<Model> {
  readonly filter?: Filter | undefined;
}

export interface StataCommand {
  readonly name: string;
  /** The outcome, then the exogenous regressors. */
  readonly variables: readonly string[];
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
  readonly weights: Weights | undefined;
  /** The column of the weights, if the model builds it. */
  readonly build: ModelInput['build'];
  readonly flags: Flags;
  readonly notes: Told[];
  readonly reader: Reader;
  /** Where the variables begin. */
  readonly start: number;
  readonly known: ImportOptions;
}

/**
 * The model that `read` makes from the command after its name, with notes on untranslated options.
 *
 * @throws InputError `command-syntax` with a caret
 */
export function withCommand<Model extends ModelInput>(
  reader: Reader,
  syntax: Syntax,
  known: ImportOptions,
  read: (command: StataCommand) => ReadModel<Model>,
): StataModel<Model> {
  const start = reader.position;
  const context: VarlistContext = { columns: known.columns, range: '/' };
  const { variables, endogenous, instruments } = readVariables(reader, context);
  const before = readBuiltWeights(reader);
  const filter = readCondition(reader);
  const weighted = before ?? readBuiltWeights(reader);
  const given = new Map<string, Flag>();
  if (accept(reader, /,/) !== undefined) {
    const options = { ...syntax.options, ...display, ...syntax.options };
    while (!ended(reader) && accept(reader, /,/) === undefined) {
      const flag = matchOption(reader, options, syntax.name);
      given.set(flag.name, flag);
    }
  }
  if (!ended(reader)) throw unexpected(reader, 'variable-or-end');
  const { name } = syntax;
  const ignored = { ...shown, ...syntax.ignored };
  const imported = withFlags(given, { command: name, ignored }, (flags) =>
    read({
      name,
      variables,
      endogenous,
      instruments,
      flags,
      notes: [],
      reader,
      start,
      known,
      weights: weighted?.weights as Weights | undefined,
      build: weighted?.build,
    }),
  );
  return { ...imported, filter };
}

/** The variables around `(w = z)`. */
function readVariables(reader: Reader, context: VarlistContext) {
  const group = /\(\s*[^()=]*(?:\([^()=]*\)[^()=]*)*=(?!=)/.exec(optionless(reader));
  if (group === null) {
    return { variables: readVarlist(reader, context), endogenous: [], instruments: [] };
  }
  const open = reader.position + group.index;
  const equals = open + group[0].length - 1;
  const before = readVarlist({ ...reader, end: open }, context);
  const endogenous = readVarlist({ ...reader, position: open + 1, end: equals }, context);
  const close = closing(reader, equals);
  const instruments = readVarlist({ ...reader, position: equals + 1, end: close }, context);
  reader.position = close + 1;
  const goesOn = /^\s*(?:$|[,[]|if\s|in\s)/.test(reader.text.slice(reader.position, reader.end));
  const after = goesOn ? [] : readVarlist(reader, context);
  return { variables: [...before, ...after], endogenous, instruments };
}

/** The text up to the condition or the options. */
function optionless(reader: Reader): string {
  const rest = reader.text.slice(reader.position, reader.end);
  return /^(?:[^,([]|\([^()]*(?:\([^()]*\)[^()]*)*\))*?(?=,|\[|\sif\s|$)/.exec(rest)?.[0] ?? rest;
}

function closing(reader: Reader, from: number): number {
  let depth = 1;
  for (let i = from; i < reader.text.length; ++i) {
    if (reader.text[i] === '(') ++depth;
    if (reader.text[i] === ')') --depth;
    if (depth === 0) return i;
  }
  throw failure(reader, commandProblem['open-instruments'](), from);
}

/** The parts of the formula. @throws InputError `command-syntax` for `i.x` with noconstant */
export function formulaOf(
  command: StataCommand,
  rest: Pick<FormulaTexts, 'effects'> & { readonly intercept?: boolean } = {},
): string {
  const { variables, endogenous, instruments, flags } = command;
  const isWithout = flags.has('noconstant');
  const intercept = rest.intercept ?? !isWithout;
  const absorbs = (rest.effects ?? []).length > 0;
  if (isWithout && (absorbs || rest.intercept === true))
    command.notes.push(noEffect({ option: 'noconstant' }));
  if (!intercept && !absorbs) checkBase(command);
  const [depvar, ...exogenous] = variables;
  const effects = rest.effects ?? [];
  return staticFormula({
    depvar: depvar!,
    exogenous,
    intercept,
    effects,
    endogenous,
    instruments,
  });
}

/** Refuses `i.x` without a constant: a formula then keeps every level of its first factor, like `ibn.x`. */
function checkBase({ variables, reader, start }: StataCommand): void {
  const isFactor = (name: string) => name.split(':').every((one) => one.startsWith('i('));
  if (!variables.some(isFactor) || /\bibn\./.test(reader.text)) return;
  throw failure(reader, keepsBase, start);
}

type CommonKeys = Pick<ModelInput, 'data' | 'build' | 'panel' | 'weights' | 'level'> & {
  readonly formula: string;
};

/** The keys common to all models. The panel is included if the data have one, or if the formula needs it. */
export function commonKeys(command: StataCommand, formula: string): CommonKeys {
  const { known, weights, build, flags } = command;
  const hasPanel = known.unit !== undefined && known.time !== undefined;
  const panel = hasPanel || hasOperators(formula) ? panelOf(known) : undefined;
  const level = numberOf(flags.get('level'));
  return defined({
    data: known.data,
    build,
    panel,
    weights,
    formula,
    level: level === undefined ? undefined : level / 100,
  });
}
