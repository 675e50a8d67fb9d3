/** One column from several, row by row: the cells of row 0 in all columns, then those of row 1. */
import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../column.js';
import { isMissing } from '../values.js';
import { type ColumnType, typeText } from '../../../words/errors/data/merges.js';
import { otherLabel, otherType } from '../../../words/errors/data/reshapes.js';

export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}

/**
 * Stacks columns of `nrows` rows; a part that is undefined gives missing cells. Label, unit and value labels are those of
 * the first part.
 *
 * @throws InputError `bad-reshape` for columns of different types
 */
export function stackColumns(
  name: string,
  parts: readonly (NamedColumn | undefined)[],
  nrows: number,
): Column {
  const given = parts.filter(
    (part) => part !== undefined && !isEmpty(part.column),
  ) as NamedColumn[];
  const first = given[0] ?? parts.find((part) => part !== undefined)!;
  for (const part of given) checkSame(name, first, part);
  const { label, unit, valueLabels } = first.column;
  const facts = {
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
    ...(valueLabels && { valueLabels }),
  };
  const width = parts.length;
  const cell = (i: number) => {
    const part = parts[i % width];
    return part === undefined || isEmpty(part.column)
      ? undefined
      : part.column.values[Math.floor(i / width)];
  };
  const length = nrows * width;
  if (first.column.kind === 'text') {
    const values = Array.from({ length }, (_, i) => String(cell(i) ?? ''));
    return { ...facts, kind: 'text', values, ...(first.column.integers && { integers: true }) };
  }
  const { frequency, boolean } = first.column;
  const values = Float64Array.from({ length }, (_, i) => Number(cell(i) ?? NaN));
  return {
    ...facts,
    kind: 'number',
    values,
    ...(frequency && { frequency }),
    ...(boolean && { boolean }),
  };
}

/** True for a column whose cells are all missing, so that it can be stacked with columns of any type. */
export function isEmpty({ values }: Column): boolean {
  for (let row = 0; row < values.length; row++) if (!isMissing(values[row]!)) return false;
  return true;
}

function checkSame(name: string, first: NamedColumn, part: NamedColumn): void {
  const [one, other] = [typeOf(first.column), typeOf(part.column)];
  const columns = [first.name, part.name] as const;
  const telling = { of: 'reshape', key: name };
  if (typeText(one) !== typeText(other)) {
    throw new InputError(otherType({ columns, types: [one, other] }), telling);
  }
  const labels = first.column.valueLabels;
  const others = part.column.valueLabels;
  const code = [...(others ?? [])].find(([key, label]) => labels?.get(key) !== label)?.[0];
  if (code === undefined) return;
  const both = [labels?.get(code), others!.get(code)!] as const;
  throw new InputError(otherLabel({ columns, code, labels: both }), telling);
}

export function typeOf(column: Column): ColumnType {
  if (column.kind === 'text') return 'text';
  return column.frequency === undefined ? 'numbers' : { dates: column.frequency };
}
