import type { VectorMath } from '../core/numerics/elementary.js';
import { evaluateExpression } from './steps/evaluate.js';
import { toCondition } from './steps/frame.js';
import { type ColumnExpression, functionsInExpression } from './formula/expressions/expression.js';
import { parseExpression } from './formula/expressions/expression-syntax.js';
import { signatureOf } from './formula/expressions/functions.js';
import { inputError } from './place.js';
import type { Table } from './table.js';
import { functionInFilter, shiftInFilter } from '../words/errors/data/syntax.js';

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
    code: 'where-type' as const,
    panel: ({ place }: Where) => {
      throw inputError(place, shiftInFilter({ written: false }));
    },
  };
  const result = evaluateExpression(where, frame);
  const { values } = toCondition(result, where, frame, 'filter');
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
  throw inputError(shift.place, shiftInFilter({ written: true }));
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
  throw inputError(where.place, functionInFilter({ name }));
}
