/** What an expression is evaluated on. */
import type { InputError } from '../../core/errors/errors.js';
import type { VectorMath } from '../../core/numerics/elementary.js';
import type { ColumnExpression } from '../formula/expressions/expression.js';
import { type PanelIndex } from '../panel/panel.js';
import { inputError } from '../place.js';
import { numericColumn, type Table } from '../table.js';
import type { NumberValues, Values } from './values.js';
import * as said from '../../words/errors/data/types.js';
import type { Told } from '../../words/told.js';

export interface ExpressionFrame {
  readonly table: Table;
  /** Code of the errors about types: `where-type` or `build-type`. */
  readonly code: keyof typeof typeErrors;
  readonly math: VectorMath;
  /** The groups of functions without `by`; by default all rows are one. */
  readonly by?: readonly string[] | undefined;
  /** The panel, for lags. Throws InputError `no-panel` with the place of the lag if there is none. */
  readonly panel: (expression: ColumnExpression) => PanelIndex;
}

/** Evaluates a part of an expression. */
export type Evaluate = (expression: ColumnExpression, frame: ExpressionFrame) => Values;

const typeErrors = { 'where-type': said.whereType, 'build-type': said.buildType } as const;

export function typeError(
  { place }: ColumnExpression,
  { code }: ExpressionFrame,
  problem: Told,
): InputError {
  return inputError(place, typeErrors[code]({ problem }));
}

/** Numbers for a function or operator that needs them. A condition counts as 1 and 0. */
export function toNumbers(
  operand: Values,
  expression: ColumnExpression,
  frame: ExpressionFrame,
  by: said.Needing,
): NumberValues {
  if (operand.kind !== 'text') return operand;
  // The message on a column of text names its first cell that is not a number.
  if (frame.code !== 'where-type' && expression.kind === 'column') {
    numericColumn(frame.table, expression.name, expression.place);
  }
  throw typeError(expression, frame, said.needsNumber({ by }));
}

export function toCondition(
  operand: Values,
  expression: ColumnExpression,
  frame: ExpressionFrame,
  by: said.Needing,
): NumberValues {
  if (operand.kind === 'condition') return operand;
  const compares = frame.code !== 'where-type' && operand.kind === 'number';
  throw typeError(expression, frame, said.needsCondition({ by, found: operand.kind, compares }));
}
