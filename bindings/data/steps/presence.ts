/** `missing(x)` and `holds(c)`: conditions that have a value in every row. */
import type { CallExpression } from '../formula/expression.js';
import { type ExpressionFrame, toCondition } from './frame.js';
import { isMissing, type NumberValues, type Values } from './values.js';

/** `missing(x, y)`: true where one of the values is missing. */
export function missingValues(operands: readonly Values[], { table }: ExpressionFrame) {
  return everywhere(table.nrows, (row) => operands.some(({ values }) => isMissing(values[row]!)));
}

/** `holds(c)`: true where the condition is true, false where it is false or missing. */
export function holding(
  expression: CallExpression,
  operand: Values,
  frame: ExpressionFrame,
): NumberValues {
  const { values } = toCondition(operand, expression.arguments[0]!, frame, 'holds needs');
  return everywhere(frame.table.nrows, (row) => values[row] === 1);
}

function everywhere(nrows: number, is: (row: number) => boolean): NumberValues {
  const values = Float64Array.from({ length: nrows }, (_, row) => Number(is(row)));
  return { kind: 'condition', values };
}
