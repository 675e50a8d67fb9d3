/** Expressions of Stata as values of columns: `cond(x > 0, ln(x), 0)`, `L.x / x[_n-1]`, `(year >= 2000) * treated`. */
import { accept, expect, failure, type Reader } from '../reader.js';
import type { Condition, Filter, Operand, Summary } from './filter.js';
import {
  conditionOf,
  type Grammar,
  isCondition,
  operandOf,
  type Part,
  readCondition,
  readValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, stata } from './logic.js';
import { calledCondition, readAtom, stataGrammar } from './stata.js';
import { readList } from './values.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** The groups of rows in which a statement is run, and their order. */
export interface Groups {
  readonly by: readonly string[];
  readonly order?: string | undefined;
  /** True if the groups are the units of the panel in the order of its periods. */
  readonly isPanel: boolean;
}

export const zero: Operand = { kind: 'number', text: '0' };
export const one: Operand = { kind: 'number', text: '1' };

/** 1 where the filter keeps a row, otherwise 0. */
export const indicator = (test: Filter): Operand => ({ kind: 'choice', test, yes: one, no: zero });

const absence = (of: Operand): Filter => ({ kind: 'absence', of: [of] });

/** `yes` where the filter holds, otherwise `no`; either may be Stata's missing value. */
export function chosen(test: Filter, yes: Operand, no: Operand): Operand {
  if (yes.kind === 'absent') return { kind: 'choice', test: { kind: 'not', of: test }, yes: no };
  return { kind: 'choice', test, yes, ...(no.kind === 'absent' ? {} : { no }) };
}

/** The value of an expression. @throws InputError `command-syntax` with a caret */
export function stataColumn(reader: Reader, groups: Groups): Operand {
  return readValue(reader, grammarOf(groups));
}

/** The rows of the condition after `if`. @throws InputError `command-syntax` with a caret */
export function stataRows(reader: Reader, groups: Groups): Filter {
  return filterOf(readCondition(reader, grammarOf(groups)), stata);
}

function grammarOf(groups: Groups): Grammar {
  const grammar: Grammar = {
    ...stataGrammar,
    atom: (reader, whole) => readPart(reader, whole, groups, grammar),
    numberOf: (condition) => indicator(filterOf(condition, stata)),
  };
  return grammar;
}

function readPart(reader: Reader, whole: ReadPart, groups: Groups, grammar: Grammar): Part {
  const start = reader.position;
  const shift = accept(reader, /((?:[LFDlfd]\d*)+)\.(?=[A-Za-z_])/);
  if (shift !== undefined) {
    const name = expect(reader, /[\p{L}_][\p{L}\p{N}_]*/u, 'variable-after-operator')[0];
    return shifted(shift[1]!, { kind: 'column', name });
  }
  const row = accept(reader, /_([nN])(?!\w)/)?.[1];
  if (row !== undefined) return rowNumber(row, groups, reader, start);
  const call = accept(reader, /([A-Za-z_]\w*)\s*\(/)?.[1];
  if (call === undefined) return indexed(readAtom(reader, whole), groups, reader, start);
  const parts = readList(reader, whole, /\)/);
  if (call === 'cond' && parts.length === 3) {
    const test = filterOf(conditionOf(parts[0]!, grammar, reader, start), stata);
    const [yes, no] = parts.slice(1).map((part) => operandOf(part, reader, start, grammar));
    return chosen(test, yes!, no!);
  }
  const operands = parts.map((part) => operandOf(part, reader, start, grammar));
  return functionOf(call, operands) ?? calledCondition(reader, call, operands, start);
}

/** `LD2.x`: the operators from the right to the left. */
function shifted(run: string, of: Operand): Operand {
  return [...run.matchAll(/([LFD])(\d*)/gi)].reduceRight<Operand>((inner, [, letter, digits]) => {
    const order = digits === '' ? 1 : Number(digits);
    if (order === 0) return inner;
    return { kind: 'shift', operator: letter!.toUpperCase() as 'L' | 'F' | 'D', order, of: inner };
  }, of);
}

/** `_n` and `_N` in groups. @throws InputError `command-syntax` without groups in an order */
function rowNumber(letter: string, { by, order }: Groups, reader: Reader, start: number): Operand {
  if (by.length > 0 && letter === 'N') return { kind: 'summary', name: 'count', of: undefined, by };
  if (by.length > 0 && order !== undefined) {
    return { kind: 'summary', name: 'rank', of: { kind: 'column', name: order }, by };
  }
  throw failure(reader, commandProblem['column-not-row']({ name: `_${letter}` }), start);
}

/** `x[_n-1]` in the units of the panel is its lag. @throws InputError `command-syntax` for other rows */
function indexed(part: Part, { isPanel }: Groups, reader: Reader, start: number): Part {
  const index = accept(reader, /\[\s*([^\]]*?)\s*\]/)?.[1];
  if (index === undefined) return part;
  const [, sign, digits] = /^_n\s*([-+])\s*(\d+)$/.exec(index) ?? [];
  if (digits === undefined || !isPanel || isCondition(part) || part.kind !== 'column') {
    throw failure(reader, commandProblem['other-row']({ index }), start);
  }
  return shifted(`${sign === '-' ? 'L' : 'F'}${digits}`, part);
}

const renamed: Readonly<
  Record<string, 'log' | 'exp' | 'sqrt' | 'abs' | 'floor' | 'ceil' | 'round'>
> = {
  ln: 'log',
  log: 'log',
  exp: 'exp',
  sqrt: 'sqrt',
  abs: 'abs',
  floor: 'floor',
  ceil: 'ceil',
  round: 'round',
};

/** The value of a function; undefined for functions that are conditions, or unknown. */
function functionOf(name: string, operands: readonly Operand[]): Operand | undefined {
  const [of, ...others] = operands;
  if (of === undefined) return undefined;
  if ((name === 'min' || name === 'max') && others.length > 0) {
    return others.reduce((least, next) => extremeOf(name, least, next), of);
  }
  if (others.length > 0) return undefined;
  const same = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  if (same !== undefined) return { kind: 'call', name: same, of };
  const log = (inner: Operand): Operand => ({ kind: 'call', name: 'log', of: inner });
  if (name === 'log10') {
    const ten: Operand = { kind: 'number', text: '10' };
    return { kind: 'arithmetic', operator: '/', left: log(of), right: log(ten) };
  }
  if (name === 'ln1p' || name === 'log1p') {
    return log({ kind: 'arithmetic', operator: '+', left: one, right: of });
  }
  if (name === 'int' || name === 'trunc') {
    const negative: Condition = { kind: 'compare', operator: '<', left: of, right: zero };
    const [yes, no] = (['ceil', 'floor'] as const).map((round): Operand => ({
      kind: 'call',
      name: round,
      of,
    }));
    return { kind: 'choice', test: negative, yes: yes!, no: no! };
  }
  return undefined;
}

/** The lesser or larger of two values, or the one that is there. */
export function extremeOf(name: 'min' | 'max', left: Operand, right: Operand): Operand {
  const both: Operand = { kind: 'extreme', name, of: [left, right] };
  const withRight: Operand =
    right.kind === 'number' ? both : { kind: 'choice', test: absence(right), yes: left, no: both };
  return left.kind === 'number'
    ? withRight
    : { kind: 'choice', test: absence(left), yes: right, no: withRight };
}

/** A statistic of the rows that the filter keeps, or of all. */
export function summaryOf(
  name: string,
  of: Operand | undefined,
  by: readonly string[],
  options?: string,
): Summary {
  return { kind: 'summary', name, of, by, ...(options === undefined ? {} : { options }) };
}
