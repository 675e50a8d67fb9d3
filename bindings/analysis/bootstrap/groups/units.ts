/** The units that a comparison exchanges and draws: units of a panel, clusters, or rows. */
import { findColumn, levelsOf, type Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import type { Model } from '../../../models/model.js';

export interface UnitsOfTable {
  /** The column of the units; undefined if the units are rows. */
  readonly column: string | undefined;
  /** Unit of each row of the table, numbered in the order of the column's values. */
  readonly codes: Int32Array;
}

/** @throws InputError `unknown-column` */
export function unitsOfTable(
  table: Table,
  model: Model,
  cluster: string | undefined,
): UnitsOfTable {
  const column = cluster ?? unitColumn(table, model);
  if (column === undefined)
    return { column, codes: Int32Array.from({ length: table.nrows }, (_, i) => i) };
  return { column, codes: levelsOf(findColumn(table, column, 'groups.cluster')).codes };
}

/** The clusters of the model's errors if each contains whole units, otherwise the units of its panel. */
function unitColumn(table: Table, { vcov, panel }: Model): string | undefined {
  const [cluster, second] = vcov.cluster ?? [];
  const clustered = second === undefined ? cluster : undefined;
  if (panel === undefined || clustered === undefined) return panel?.unit ?? clustered;
  const codes = (name: string) => levelsOf(findColumn(table, name, 'groups.cluster')).codes;
  const clusterOf = new Map<number, number>();
  const clusters = codes(clustered);
  const nested = codes(panel.unit).every((unit, row) => {
    const known = clusterOf.get(unit) ?? clusters[row]!;
    clusterOf.set(unit, known);
    return known === clusters[row];
  });
  return nested ? clustered : panel.unit;
}

/**
 * Rows of the table that an estimate uses. For a dynamic panel these are the rows of its transformed or its level
 * equation.
 */
export function rowsUsed(context: FitContext): Int32Array {
  return fittedModel(context).rows(context);
}

/** Counts the units that have rows in several groups. */
export function switching(units: Int32Array, groups: readonly Int32Array[]): number {
  const first = new Map<number, number>();
  const several = new Set<number>();
  groups.forEach((rows, g) => {
    for (const row of rows) {
      const unit = units[row]!;
      if ((first.get(unit) ?? g) !== g) several.add(unit);
      if (!first.has(unit)) first.set(unit, g);
    }
  });
  return several.size;
}

/** Number of distinct units in some rows. */
export function distinctUnits(units: Int32Array, rows: Int32Array): number[] {
  return [...new Set(Array.from(rows, (row) => units[row]!))];
}
