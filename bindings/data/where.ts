/**
 * Row filters on a table. Values are whole columns; a condition is 1, 0, or NaN if missing. `&&` multiplies, `||`
 * takes the larger and `!` subtracts from 1. Each propagates NaN, so no operator checks for it.
 */
import type { InputError } from '../core/errors.js';
import { inputError } from './place.js';
import { findColumn, type Table } from './table.js';
import type { Arithmetic, Comparison, Where } from './formula/where-syntax.js';

export { columnsInWhere, parseWhere, type Where } from './formula/where-syntax.js';

type Values =
  | { readonly kind: 'number' | 'condition'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly values: readonly string[] };

type Binary = Where & { kind: 'binary' };

const words = { number: 'a number', condition: 'a condition', text: 'text' } as const;

/**
 * 1 for rows (nrows, in the table's order) that meet the condition, otherwise 0. It is also 0 if any value that the
 * filter reads is missing, even on one side of `||`. Text compares by character code.
 *
 * @throws InputError `unknown-column` or `where-type` with a caret
 */
export function evaluateWhere(where: Where, table: Table): Uint8Array {
  const { values } = demand('condition', where, table, 'a filter must be');
  return Uint8Array.from(values, (value) => Number(value === 1));
}

function evaluate(where: Where, table: Table): Values {
  switch (where.kind) {
    case 'literal':
      return constant(where.value, table.nrows);
    case 'column':
      return findColumn(table, where.name, where.place);
    case 'unary':
      return unary(where, table);
    case 'in':
      return membership(where, table);
    case 'binary':
      return binary(where, table);
  }
}

function constant(value: number | string, nrows: number): Values {
  if (typeof value === 'string') {
    return { kind: 'text', values: Array.from({ length: nrows }, () => value) };
  }
  return { kind: 'number', values: new Float64Array(nrows).fill(value) };
}

function unary(where: Where & { kind: 'unary' }, table: Table): Values {
  const not = where.operator === '!';
  const kind = not ? 'condition' : 'number';
  const { values } = demand(kind, where.of, table, `"${where.operator}" needs`);
  return { kind, values: values.map((value) => (not ? 1 - value : -value)) };
}

function membership(where: Where & { kind: 'in' }, table: Table): Values {
  const of = evaluate(where.of, table);
  const list = new Set<number | string>(where.values.map(({ value }) => value));
  const other = where.values.find(({ value }) => typeof value !== valueType(of));
  if (other !== undefined) {
    const message = `"in" cannot compare ${words[of.kind]} with ${words[typeof other.value === 'string' ? 'text' : 'number']}`;
    throw typeError(other, message);
  }
  return conditions(table.nrows, (row) => {
    const value = of.values[row]!;
    return isMissing(value) ? NaN : Number(list.has(value));
  });
}

function valueType({ kind }: Values): string {
  return kind === 'text' ? 'string' : kind;
}

function binary(where: Binary, table: Table): Values {
  const { operator } = where;
  switch (operator) {
    case '&&':
    case '||':
      return both(where, table, 'condition', (a, b) =>
        operator === '&&' ? a * b : Math.max(a, b),
      );
    case '+':
    case '-':
    case '*':
    case '/':
      return both(where, table, 'number', (a, b) => arithmetic(operator, a, b));
    default:
      return comparison(where, operator, table);
  }
}

function both(
  { operator, left, right }: Binary,
  table: Table,
  kind: 'number' | 'condition',
  combine: (a: number, b: number) => number,
): Values {
  const needs = `"${operator}" needs`;
  const a = demand(kind, left, table, needs).values;
  const b = demand(kind, right, table, needs).values;
  return { kind, values: a.map((value, row) => combine(value, b[row]!)) };
}

function arithmetic(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
  }
}

function comparison(where: Binary, operator: Comparison, table: Table): Values {
  const left = evaluate(where.left, table);
  const right = evaluate(where.right, table);
  if (left.kind !== right.kind || left.kind === 'condition') {
    const message = `"${operator}" cannot compare ${words[left.kind]} with ${words[right.kind]}`;
    throw typeError(where, message);
  }
  return conditions(table.nrows, (row) => {
    const a = left.values[row]!;
    const b = right.values[row]!;
    return isMissing(a) || isMissing(b) ? NaN : Number(compare(operator, a, b));
  });
}

function compare(operator: Comparison, a: number | string, b: number | string): boolean {
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

function conditions(nrows: number, condition: (row: number) => number): Values {
  return { kind: 'condition', values: new Float64Array(nrows).map((_, row) => condition(row)) };
}

function demand(
  kind: 'number' | 'condition',
  where: Where,
  table: Table,
  needs: string,
): { readonly values: Float64Array } {
  const operand = evaluate(where, table);
  if (operand.kind === 'text' || operand.kind !== kind) {
    throw typeError(where, `${needs} ${words[kind]}, found ${words[operand.kind]}`);
  }
  return operand;
}

function typeError(where: Where, message: string): InputError {
  return inputError(where.place, 'where-type', message);
}

function isMissing(value: number | string): boolean {
  return value === '' || Number.isNaN(value);
}
