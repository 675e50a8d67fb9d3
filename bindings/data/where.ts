import type { VectorMath } from '../core/numerics/elementary.js';
import { evaluateExpression } from './steps/evaluate.js';
import { toCondition } from './steps/frame.js';
import { type ColumnExpression, functionsInExpression } from './formula/expressions/expression.js';
import { parseExpression } from './formula/expressions/expression-syntax.js';
import { signatureOf } from './formula/expressions/functions.js';
import { inputError } from './place.js';
import type { Table } from './table.js';

export { columnsInExpression as columnsInWhere } from './formula/expressions/expression.js';

/**
 * 1 for rows (nrows, in the table's order) that meet the condition, otherwise 0. It is also 0 if any value that the
 * filter reads is missing, even on one side of `||`. Text compares by character code.
 *
 * @throws InputError `unknown-column` or `where-type` with a caret
 */
export function evaluateWhere(where: Where, table: Table, math: VectorMath): Uint8Array {
  const frame = {
    table,
    math,
    code: 'where-type',
    panel: ({ place }: Where) => {
      throw inputError(place, 'where-syntax', 'a filter cannot contain lags or differences');
    },
  };
  const result = evaluateExpression(where, frame);
  const { values } = toCondition(result, where, frame, 'a filter must be');
  return Uint8Array.from(values, (value) => Number(value === 1));
}

/** A row filter as a tree. */
export type Where = ColumnExpression;

/**
 * Reads a row filter such as `year >= 2018 && region in ("east", "west")`: an expression over columns without lags and
 * differences.
 *
 * @throws InputError `where-syntax` with a caret under the character
 */
export function parseWhere(text: string): Where {
  const where = parseExpression(text, 'where-syntax');
  const shift = firstShift(where);
  if (shift === undefined) return where;
  const message = 'a filter cannot contain lags or differences; build a column of them first';
  throw inputError(shift.place, 'where-syntax', message);
}

function firstShift(expression: ColumnExpression): ColumnExpression | undefined {
  switch (expression.kind) {
    case 'lag':
    case 'difference':
      return expression;
    case 'literal':
    case 'column':
      return undefined;
    case 'binary':
      return firstShift(expression.left) ?? firstShift(expression.right);
    case 'call':
      return expression.arguments.map(firstShift).find((shift) => shift !== undefined);
    default:
      return firstShift(expression.of);
  }
}

/** True for a filter with a function of all rows or of groups, such as `x > mean(x)`. */
export function readsOtherRows(where: Where): boolean {
  return functionsInExpression(where).some((name) => signatureOf(name)?.grouped === true);
}

/** `parseWhere` for the condition of another program, where a function could mean something else. */
export function parseForeignWhere(text: string): Where {
  const where = parseWhere(text);
  const [name] = functionsInExpression(where);
  if (name === undefined) return where;
  const message = `expected a condition without functions, found ${name}(), which can differ between programs; build a column first`;
  throw inputError(where.place, 'where-syntax', message);
}
