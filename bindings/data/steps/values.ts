/** Values of an expression, one per row, with the cause of each missing one. */
import type { Frequency } from '../panel/periods.js';
import type { Undefined } from '../../words/details/steps.js';
import { undefinedWords } from '../../words/en/undefined-values.js';

/** Why a cell is missing: the first problem in its row. */
export const Cause = {
  input: 1,
  log: 2,
  root: 3,
  division: 4,
  power: 5,
  range: 6,
  lag: 7,
  group: 8,
  few: 9,
} as const;

/** Causes in the expression rather than in the data: the result does not exist although all inputs do. */
export const domainErrors: readonly (Undefined | undefined)[] = [
  undefined,
  undefined,
  'log',
  'root',
  'division',
  'power',
  'range',
];

/** Words of the causes, by number. */
export const causeWords: readonly string[] = [
  '',
  'missing inputs',
  ...domainErrors.flatMap((cause) => (cause === undefined ? [] : [undefinedWords[cause]])),
  'no row of the unit in that period',
  'missing group',
  'too few values in the group',
];

/** Causes by row, 0 for a cell that is there; absent if none is missing, or if all missing cells are missing inputs. */
export type Causes = Uint8Array | undefined;

export interface NumberValues {
  /** A condition is 1, 0, or NaN if missing. */
  readonly kind: 'number' | 'condition';
  readonly values: Float64Array;
  readonly causes?: Causes;
  /** Unit of the periods if the numbers are dates. */
  readonly frequency?: Frequency | undefined;
  /** Labels of a column's values. */
  readonly valueLabels?: ReadonlyMap<string, string>;
}

export interface TextValues {
  readonly kind: 'text';
  readonly values: readonly string[];
  readonly causes?: Causes;
  /** The distinct texts in their order, if they have one of their own. */
  readonly order?: readonly string[];
}

export type Values = NumberValues | TextValues;

export function isMissing(value: number | string): boolean {
  return value === '' || value !== value;
}

/** Why the value of this row is missing. */
export function causeAt({ causes }: Values, row: number): number {
  return causes?.[row] || Cause.input;
}

/**
 * `values` as results of the operands. NaN is a missing value, with the cause of the first missing operand, or else
 * `cause`. Infinite results become missing.
 */
export function numbersOf(
  kind: 'number' | 'condition',
  values: Float64Array,
  operands: readonly Values[],
  cause: number | ((row: number) => number),
): NumberValues {
  let causes: Uint8Array | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value - value === 0) continue;
    causes ??= new Uint8Array(values.length);
    const missing = operands.find((operand) => isMissing(operand.values[row]!));
    if (missing !== undefined) causes[row] = causeAt(missing, row);
    else if (value === Infinity || value === -Infinity) causes[row] = Cause.range;
    else causes[row] = typeof cause === 'number' ? cause : cause(row);
    values[row] = NaN;
  }
  return { kind, values, causes };
}
