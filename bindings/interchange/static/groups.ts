/** Values of groups in columns of the data alone, as the key `reshape` has them, which comes before `build`. */
import { checkStatement } from '../bounds.js';
import { computed, copyOf, withMade } from '../derived.js';
import { defined } from '../imported.js';
import type { ScriptFrame } from './frame.js';
import { dataColumn } from './joins.js';
import type { Filter, Operand } from '../filters/filter.js';
import { expressionOf, whereOf } from '../filters/write.js';
import { allSteps, type Derived, stepKeys } from '../made.js';

/** The frame with a row for each group; undefined if a value is not translated or reads other rows. */
export function groupedFrame(
  frame: ScriptFrame,
  by: readonly string[],
  columns: readonly (readonly [name: string, value: Operand])[],
  line: number,
): ScriptFrame | undefined {
  const { data, reading, appends, unit, time, step, changes, filters = [], derived } = frame;
  const ids = by.map((name) => dataColumn(name, frame));
  const isFirst = frame.reshape === undefined && (frame.merges ?? []).length === 0;
  if (!isFirst || ids.length === 0 || ids.includes(undefined) || columns.length === 0)
    return undefined;
  const values = columns.map(([, value]) => value);
  const written = inRows(values, filters, derived);
  if (written === undefined) return undefined;
  const { where } = written;
  const named = Object.fromEntries(columns.map(([name], i) => [name, written.values[i]!]));
  const groups = { by: ids as string[], columns: named, ...(where === undefined ? {} : { where }) };
  let made: Derived | undefined;
  by.forEach((name, i) => {
    if (name !== ids[i]) made = withMade(made, name, copyOf(ids[i]!, undefined, line));
  });
  return {
    ...defined({ data, reading, appends, unit, time, step, changes, derived: made }),
    reshape: { groups },
  };
}

/** Expressions, and the condition of the rows. */
interface InRows {
  readonly values: readonly string[];
  readonly where?: string | undefined;
}

/**
 * The values with what the script makes written out; undefined if a value is not translated, or if a column reads other
 * rows, which may be gone by then.
 */
export function inRows(
  values: readonly (Operand | undefined)[],
  filters: readonly Filter[],
  derived: Derived | undefined,
): InRows | undefined {
  const written = values.map((value) => {
    const step = value === undefined ? undefined : computed('', value, derived, 0).step;
    return step === undefined ? undefined : inData(expressionOf(step.value), derived);
  });
  const rows = whereOf(filters);
  const where = rows === undefined ? undefined : inData(rows, derived);
  if (written.includes(undefined) || (rows !== undefined && where === undefined)) return undefined;
  return { values: written as string[], where };
}

const otherRows = /"kind":"(?:summary|shift)"/;

/** The text with the expressions of steps for their keys. */
function inData(text: string, derived: Derived | undefined): string | undefined {
  const steps = derived === undefined ? new Map<never, never>() : allSteps(derived);
  let isRowwise = true;
  let whole = text;
  while (isRowwise && whole.search(stepKeys) >= 0) {
    checkStatement(whole);
    whole = whole.replace(stepKeys, (key) => {
      const value = steps.get(key)?.value;
      isRowwise &&= value !== undefined && !otherRows.test(JSON.stringify(value));
      return isRowwise ? `(${expressionOf(value!)})` : '';
    });
  }
  return isRowwise ? whole : undefined;
}
