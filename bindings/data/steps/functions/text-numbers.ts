/** `number(x)`: the numbers that a column has as texts. */
import { numberNeedsCodes, textIsNoNumber } from '../../../words/errors/data/types.js';
import { missingCodes } from '../../cells/missing-codes.js';
import { isNumber, toNumber } from '../../cells/number-text.js';
import { keysOfNumber } from '../../cells/number-keys.js';
import type { CallExpression } from '../../formula/expressions/expression.js';
import { rowNumber } from '../../place.js';
import { type ExpressionFrame, typeError } from '../frame.js';
import { Cause, numbersOf, type Values } from '../values.js';

/**
 * `number(x)` or `number(x, "n.a.")`: numbers with a decimal point. Missing codes are missing; any other text is an
 * error.
 */
export function numbersIn(
  expression: CallExpression,
  operand: Values,
  frame: ExpressionFrame,
): Values {
  const [of, ...rest] = expression.arguments;
  const codes = rest.map((part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') return part.value.trim();
    throw typeError(part, frame, numberNeedsCodes());
  });
  if (operand.kind !== 'text') return operand;
  const missing = new Set([...missingCodes, ...codes, '']);
  const values = Float64Array.from(operand.values, (text, row) => {
    const cell = text.trim();
    if (missing.has(cell)) return NaN;
    if (isNumber(cell)) return toNumber(cell);
    const place = rowNumber(row, frame.table.fileRows);
    throw typeError(of!, frame, textIsNoNumber({ cell, row: place, keys: keysOfNumber(cell) }));
  });
  return numbersOf('number', values, [operand], Cause.range);
}
