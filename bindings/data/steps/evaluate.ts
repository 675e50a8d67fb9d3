/**
 * Evaluates expressions over columns. Values are whole columns. A result is missing if an input is missing: `&&`
 * multiplies, `||` takes the larger and `!` subtracts from 1, and all of these propagate NaN.
 */
import { inPanelOrder, lagged, type PanelIndex } from '../panel/panel.js';
import type { ColumnExpression, Comparison, Literal } from '../formula/expressions/expression.js';
import { findColumn } from '../table.js';
import { arithmetic } from './arithmetic.js';
import { evaluateCall } from './functions/call.js';
import { hasLabels, valuesLabelled } from './value-labels.js';
import { type ExpressionFrame, toCondition, toNumbers, typeError } from './frame.js';
import { Cause, causeAt, isMissing, numbersOf, type NumberValues, type Values } from './values.js';
import { cannotCompare } from '../../words/errors/data/types.js';

type Binary = ColumnExpression & { kind: 'binary' };

/**
 * The value of an expression in each row of the table.
 *
 * @throws InputError `unknown-column`, `text-in-numeric-column`, `no-panel`, and the frame's code for a wrong type
 */
export function evaluateExpression(expression: ColumnExpression, frame: ExpressionFrame): Values {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value, frame.table.nrows);
    case 'column':
      return findColumn(frame.table, expression.name, expression.place);
    case 'unary':
      return unary(expression, frame);
    case 'in':
      return membership(expression, frame);
    case 'binary':
      return binary(expression, frame);
    case 'call':
      return evaluateCall(expression, frame, evaluateExpression);
    case 'lag':
      return lag(expression, frame);
    case 'difference':
      return difference(expression, frame);
  }
}

function constant(value: number | string, nrows: number): Values {
  if (typeof value === 'string') {
    return { kind: 'text', values: Array.from({ length: nrows }, () => value) };
  }
  return { kind: 'number', values: new Float64Array(nrows).fill(value) };
}

function unary(expression: ColumnExpression & { kind: 'unary' }, frame: ExpressionFrame): Values {
  const { operator, of } = expression;
  const inner = evaluateExpression(of, frame);
  const by = { operator };
  if (operator === '!') {
    const operand = toCondition(inner, of, frame, by);
    return { ...operand, values: operand.values.map((value) => 1 - value) };
  }
  const { values, causes } = toNumbers(inner, of, frame, by);
  return { kind: 'number', values: values.map((value) => -value), causes };
}

function membership(
  { of: operand, values }: ColumnExpression & { kind: 'in' },
  frame: ExpressionFrame,
): Values {
  const of = evaluateExpression(operand, frame);
  const type = of.kind === 'text' ? 'string' : of.kind;
  const isLabel = ({ value }: Literal) => typeof value === 'string' && hasLabels(of);
  const list = new Set<number | string>(
    values.flatMap((one) => (isLabel(one) ? valuesLabelled(one, of, frame) : [one.value])),
  );
  const other = values.find((one) => typeof one.value !== type && !isLabel(one));
  if (other !== undefined) {
    const right = typeof other.value === 'string' ? 'text' : 'number';
    throw typeError(other, frame, cannotCompare({ operator: 'in', left: of.kind, right }));
  }
  return conditions(frame, [of], (row) => Number(list.has(of.values[row]!)));
}

function binary(expression: Binary, frame: ExpressionFrame): Values {
  const { operator, left, right } = expression;
  switch (operator) {
    case '&&':
    case '||':
      return logic(expression, frame);
    case '+':
    case '-':
    case '*':
    case '/':
    case '^': {
      const [a, b] = [left, right].map((side) =>
        toNumbers(evaluateExpression(side, frame), side, frame, { operator }),
      ) as [NumberValues, NumberValues];
      return arithmetic(operator, a, b, frame.math);
    }
    default:
      return comparison(expression, operator, frame);
  }
}

function logic({ operator, left, right }: Binary, frame: ExpressionFrame): Values {
  const [a, b] = [left, right].map((side) =>
    toCondition(evaluateExpression(side, frame), side, frame, { operator }),
  ) as [NumberValues, NumberValues];
  const values = a.values.map((x, row) => {
    const y = b.values[row]!;
    return operator === '&&' ? x * y : Math.max(x, y);
  });
  return numbersOf('condition', values, [a, b], Cause.input);
}

function comparison(expression: Binary, operator: Comparison, frame: ExpressionFrame): Values {
  const left = evaluateExpression(expression.left, frame);
  const right = evaluateExpression(expression.right, frame);
  const labelled = labelComparison(expression, [left, right], frame);
  if (labelled !== undefined) return labelled;
  if (left.kind !== right.kind || left.kind === 'condition') {
    const kinds = { left: left.kind, right: right.kind };
    throw typeError(expression, frame, cannotCompare({ operator, ...kinds }));
  }
  return conditions(frame, [left, right], (row) =>
    Number(compare(operator, left.values[row]!, right.values[row]!)),
  );
}

/** `region == "north"` for a column of numbers with value labels; undefined for another comparison. */
function labelComparison(
  { operator, left, right }: Binary,
  [a, b]: readonly [Values, Values],
  frame: ExpressionFrame,
): Values | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  const [of, label] = hasLabels(a) ? [a, right] : [b, left];
  if (!hasLabels(of) || label.kind !== 'literal' || typeof label.value !== 'string')
    return undefined;
  const values = new Set(valuesLabelled(label, of, frame));
  return conditions(frame, [of], (row) =>
    Number(values.has(of.values[row]!) === (operator === '==')),
  );
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

/** A condition that is missing where one of the operands is. */
function conditions(
  { table }: ExpressionFrame,
  operands: readonly Values[],
  condition: (row: number) => number,
): Values {
  const values = new Float64Array(table.nrows);
  for (let row = 0; row < values.length; row++) {
    const missing = operands.some((operand) => isMissing(operand.values[row]!));
    values[row] = missing ? NaN : condition(row);
  }
  return numbersOf('condition', values, operands, Cause.input);
}

function lag(expression: ColumnExpression & { kind: 'lag' }, frame: ExpressionFrame): Values {
  const { of, by } = expression;
  const inner = evaluateExpression(of, frame);
  const panel = frame.panel(expression);
  const source = sourceRows(panel, by);
  if (inner.kind === 'text') {
    const values = Array.from(source, (row) => (row < 0 ? '' : inner.values[row]!));
    return { kind: 'text', values, causes: causesFrom(inner, source) };
  }
  const values = Float64Array.from(source, (row) => (row < 0 ? NaN : inner.values[row]!));
  return { ...inner, values, causes: causesFrom(inner, source) };
}

/** For each row of the table the row of the same unit `by` periods earlier; -1 if there is none. */
function sourceRows(panel: PanelIndex, by: number): Int32Array {
  const rows = Float64Array.from({ length: panel.order.length }, (_, row) => row);
  const before = lagged(inPanelOrder(rows, panel), panel, by);
  const source = new Int32Array(rows.length);
  panel.order.forEach((row, position) => {
    const from = before[position]!;
    source[row] = Number.isNaN(from) ? -1 : from;
  });
  return source;
}

function causesFrom(inner: Values, source: Int32Array): Uint8Array {
  return Uint8Array.from(source, (row) => {
    if (row < 0) return Cause.lag;
    return isMissing(inner.values[row]!) ? causeAt(inner, row) : 0;
  });
}

function difference(
  expression: ColumnExpression & { kind: 'difference' },
  frame: ExpressionFrame,
): Values {
  const { of, order } = expression;
  let result = toNumbers(evaluateExpression(of, frame), of, frame, { operator: 'D.' });
  const source = sourceRows(frame.panel(expression), 1);
  for (let round = 0; round < order; round++) {
    const { values } = result;
    const before: NumberValues = {
      kind: 'number',
      values: Float64Array.from(source, (row) => (row < 0 ? NaN : values[row]!)),
      causes: causesFrom(result, source),
    };
    result = arithmetic('-', result, before, frame.math);
  }
  return result;
}
