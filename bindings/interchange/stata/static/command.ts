/** The common form of Stata's commands: variables, instruments in parentheses, `if`, weights, options. */
import type { Weights } from '../../../models/linear/model/model.js';
import { type FormulaTexts, hasOperators, staticFormula } from '../../static/formula.js';
import { defined, type ImportOptions, noEffect, panelOf } from '../../imported.js';
import { accept, ended, failure, type Reader, unexpected } from '../../reader.js';
import { type Flag, matchOption, numberOf, type Options } from '../options.js';
import { readCondition } from '../read-condition.js';
import { readVarlist, type VarlistContext } from '../read-varlist.js';
import { checkBases } from '../time-effects.js';
import { readWeights } from '../weights.js';

/** What a command accepts. */
export interface Syntax {
  readonly name: string;
  readonly options: Options;
  /** Options that affect what is printed or stored, not the estimates. */
  readonly withoutEffect: readonly string[];
}

export interface StataCommand {
  readonly name: string;
  /** The outcome, then the exogenous regressors. */
  readonly variables: readonly string[];
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
  readonly where: string | undefined;
  readonly weights: Weights | undefined;
  readonly flags: ReadonlyMap<string, Flag>;
  readonly notes: string[];
  readonly reader: Reader;
  /** Where the variables begin. */
  readonly start: number;
  readonly known: ImportOptions;
}

/** Reads the command after its name. @throws InputError `command-syntax` with a caret */
export function readCommand(reader: Reader, syntax: Syntax, known: ImportOptions): StataCommand {
  const start = reader.position;
  const context: VarlistContext = { columns: known.columns, range: '/' };
  const { variables, endogenous, instruments } = readVariables(reader, context);
  const before = readWeights(reader);
  const where = readCondition(reader);
  const weights = before ?? readWeights(reader);
  const flags = new Map<string, Flag>();
  if (accept(reader, /,/) !== undefined) {
    while (!ended(reader) && accept(reader, /,/) === undefined) {
      const flag = matchOption(reader, syntax.options, syntax.name);
      flags.set(flag.name, flag);
    }
  }
  if (!ended(reader)) throw unexpected(reader, 'a variable, "," or the end');
  const notes = [...flags.keys()]
    .filter((name) => syntax.withoutEffect.includes(name))
    .map(noEffect);
  return {
    ...{ name: syntax.name, variables, endogenous, instruments, where, weights },
    ...{ flags, notes, reader, start, known },
  };
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
  throw failure(reader, 'expected ")" after the instruments, found the end', from);
}

/** The parts of the formula. @throws InputError `command-syntax` for `i.x` with noconstant */
export function formulaOf(
  command: StataCommand,
  rest: Pick<FormulaTexts, 'effects'> & { readonly intercept?: boolean } = {},
): string {
  const { variables, endogenous, instruments, flags, reader, start } = command;
  const intercept = rest.intercept ?? !flags.has('noconstant');
  const absorbs = (rest.effects ?? []).length > 0;
  if (!intercept && !absorbs) checkBases(reader, start, { variables, iv: [] });
  const [depvar, ...exogenous] = variables;
  const effects = rest.effects ?? [];
  return staticFormula({
    ...{ depvar: depvar!, exogenous, intercept, effects },
    ...{ endogenous, instruments },
  });
}

/** The keys that all models share; the panel where the data have one, or the formula needs it. */
export function commonKeys(command: StataCommand, formula: string) {
  const { known, where, weights, flags } = command;
  const hasPanel = known.unit !== undefined && known.time !== undefined;
  const panel = hasPanel || hasOperators(formula) ? panelOf(known) : undefined;
  const level = numberOf(flags.get('level'));
  return defined({
    ...{ data: known.data, panel, where, weights, formula },
    level: level === undefined ? undefined : level / 100,
  });
}
