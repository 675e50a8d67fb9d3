/** Expressions over columns as trees: row filters, and the values of new columns. */
import type { Place } from '../../place.js';
import type { FunctionCall } from './functions.js';
import type { Difference, Lag } from '../shifts.js';

export type BinaryOperator = '||' | '&&' | Comparison | Arithmetic;
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '^';

interface Node {
  /** The character an error about the node points at. */
  readonly place: Place;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: number | string;
}

export interface ColumnName extends Node {
  readonly kind: 'column';
  readonly name: string;
}

export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly call: FunctionCall;
  readonly arguments: readonly ColumnExpression[];
  /** Columns that define the groups. */
  readonly by: readonly ColumnName[];
  /** The column that orders the rows. */
  readonly order?: ColumnName;
}

/** A value per row: a number, a condition or a text. */
export type ColumnExpression =
  | Literal
  | ColumnName
  | (Node & { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: ColumnExpression })
  | (Node & {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: ColumnExpression;
      readonly right: ColumnExpression;
    })
  | (Node & {
      readonly kind: 'in';
      readonly of: ColumnExpression;
      readonly values: readonly Literal[];
    })
  | CallExpression
  | Lag<ColumnExpression>
  | Difference<ColumnExpression>;

/** Names of the columns that an expression reads, with repetitions. */
export function columnsInExpression(expression: ColumnExpression): string[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'column':
      return [expression.name];
    case 'binary':
      return [expression.left, expression.right].flatMap(columnsInExpression);
    case 'call': {
      const { by, order } = expression;
      const parts = [...expression.arguments, ...by, ...(order === undefined ? [] : [order])];
      return parts.flatMap(columnsInExpression);
    }
    default:
      return columnsInExpression(expression.of);
  }
}

/** Names of the functions that an expression calls. */
export function functionsInExpression(expression: ColumnExpression): string[] {
  switch (expression.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'binary':
      return [expression.left, expression.right].flatMap(functionsInExpression);
    case 'call':
      return [expression.call.name, ...expression.arguments.flatMap(functionsInExpression)];
    default:
      return functionsInExpression(expression.of);
  }
}
