import type { VectorMath } from '../core/numerics/elementary.js';
import { evaluateExpression } from './steps/evaluate.js';
import { toCondition } from './steps/frame.js';
import type { Where } from './formula/where-syntax.js';
import { inputError } from './place.js';
import type { Table } from './table.js';

export { columnsInExpression as columnsInWhere } from './formula/expression.js';
export {
  parseForeignWhere,
  parseWhere,
  readsOtherRows,
  type Where,
} from './formula/where-syntax.js';

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
