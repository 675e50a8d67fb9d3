/**
 * Data on the calendar grid and the stacked rows of system GMM: per unit the usable differenced rows on
 * top of the usable level rows. A level row is usable when the dependent variable, every regressor and
 * every ordinary instrument are present; a differenced row when t and t - 1 both are.
 */
import type { Columns, Spec, Term } from '../../spec.js';

/** One unit on a grid of `periods` consecutive periods; absent values are NaN. */
export interface GridUnit {
  readonly periods: number;
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** The rows of one unit: `differenced[r]` is the equation, `period[r]` the position on the grid. */
export interface StackedRows {
  readonly differenced: readonly boolean[];
  readonly period: readonly number[];
}

/** Spreads the rows of a table over the calendar, one grid per unit, in the order of first appearance. */
export function gridUnits(columns: Columns, spec: Spec): GridUnit[] {
  const time = columns[spec.time]!;
  const ids = columns[spec.unit]!;
  const start = time.reduce((a, b) => Math.min(a, b), Infinity);
  const periods = time.reduce((a, b) => Math.max(a, b), -Infinity) - start + 1;
  const names = variablesOf(spec);
  const units = new Map<number, GridUnit>();
  ids.forEach((id, row) => {
    let unit = units.get(id);
    if (unit === undefined) {
      const empty = names.map((name) => [name, new Float64Array(periods).fill(NaN)] as const);
      unit = { periods, values: Object.fromEntries(empty) };
      units.set(id, unit);
    }
    for (const name of names) unit.values[name]![time[row]! - start] = columns[name]![row]!;
  });
  return [...units.values()];
}

/** The usable rows of a unit, differenced rows first. */
export function stackRows(unit: GridUnit, spec: Spec): StackedRows {
  const usable = Array.from({ length: unit.periods }, (_, t) => isComplete(unit, spec, t));
  const differences: number[] = [];
  const levels: number[] = [];
  usable.forEach((here, t) => {
    if (here) levels.push(t);
    if (here && usable[t - 1] === true) differences.push(t);
  });
  return {
    differenced: [...differences.map(() => true), ...levels.map(() => false)],
    period: [...differences, ...levels],
  };
}

/** Value of a term at period t: NaN outside the grid or if it is missing. */
export function valueAt(unit: GridUnit, { variable, lag }: Term, t: number): number {
  return unit.values[variable]![t - lag] ?? NaN;
}

/** The level at t, or the change from t - 1 to t in a differenced row. */
export function rowValue(unit: GridUnit, term: Term, t: number, differenced: boolean): number {
  const level = valueAt(unit, term, t);
  return differenced ? level - valueAt(unit, term, t - 1) : level;
}

function isComplete(unit: GridUnit, spec: Spec, t: number): boolean {
  const terms = [spec.depvar, ...spec.iv].map((variable) => ({ variable, lag: 0 }));
  return [...terms, ...spec.regressors].every((term) => !Number.isNaN(valueAt(unit, term, t)));
}

function variablesOf(spec: Spec): string[] {
  const names = [
    spec.depvar,
    ...spec.regressors.map((term) => term.variable),
    ...spec.gmm.map((group) => group.variable),
    ...spec.iv,
  ];
  return [...new Set(names)];
}
