import { inputError } from '../place.js';
import type { ColumnExpression } from './expression.js';
import { parseExpression } from './expression-syntax.js';

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
