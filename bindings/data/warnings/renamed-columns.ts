/** The warnings of a reader after its columns got other names. */
import type { TableWarning } from '../table-warning.js';
import { columnsOf, missingCodeOf, missingCodeWarning, plainWarning } from './column-warnings.js';

/** The warnings, about the columns that came from those they name. Their sentences keep the names that the file has. */
export function renamedWarnings(
  warnings: readonly TableWarning[],
  newNames: ReadonlyMap<string, readonly string[]>,
): TableWarning[] {
  const namesOf = (name: string): readonly string[] => newNames.get(name) ?? [name];
  return warnings.map((warning) => {
    const columns = columnsOf(warning);
    if (!columns.some((name) => newNames.has(name))) return warning;
    const missing = missingCodeOf(warning);
    const single = columns.every((name) => namesOf(name).length === 1);
    if (missing === undefined || !single) {
      const renamed = { columns: [...new Set(columns.flatMap(namesOf))] };
      return { ...plainWarning(warning), ...renamed };
    }
    const totals = new Map<string, number>();
    for (const { column, cells } of missing.columns) {
      const [to] = namesOf(column) as [string];
      totals.set(to, (totals.get(to) ?? 0) + cells);
    }
    return missingCodeWarning(missing.text, totals);
  });
}
