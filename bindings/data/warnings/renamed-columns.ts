/** The warnings of a reader after its columns got other names. */
import type { TableWarning } from '../table-warning.js';
import { missingCodeWarning } from './column-warnings.js';

/** The warnings, about the columns that came from those they name. Their sentences keep the names that the file has. */
export function renamedWarnings(
  warnings: readonly TableWarning[],
  newNames: ReadonlyMap<string, readonly string[]>,
): TableWarning[] {
  const namesOf = (name: string): readonly string[] => newNames.get(name) ?? [name];
  return warnings.map((warning) => {
    const { column, columns = column === undefined ? [] : [column], missing, counts } = warning;
    if (!columns.some((name) => newNames.has(name))) return warning;
    const { code, message } = warning;
    const renamed = { code, message, columns: [...new Set(columns.flatMap(namesOf))] };
    if (missing === undefined || counts === undefined) return renamed;
    const single = columns.every((name) => namesOf(name).length === 1);
    if (!single) return renamed;
    const totals = new Map<string, number>();
    for (const [name, cells] of Object.entries(counts)) {
      const [to] = namesOf(name) as [string];
      totals.set(to, (totals.get(to) ?? 0) + cells);
    }
    return missingCodeWarning(missing, totals);
  });
}
