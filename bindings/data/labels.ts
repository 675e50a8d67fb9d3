/** What a file records about its columns, in the form of results. */
import type { Column } from './column.js';
import type { Table } from './table.js';

type Texts = Readonly<Record<string, string>>;

/** Labels of columns and of their values. */
export interface Labels {
  /** Description of each column, such as `Hourly wage`. */
  readonly names: Texts;
  /** Unit of each column, such as `euros`. */
  readonly units: Texts;
  /** Labels of values: `1` is `east`. */
  readonly values: Readonly<Record<string, Texts>>;
}

/**
 * The labels of these columns as a key of a result; no key if there are none. Labels of values that do not occur are
 * left out.
 */
export function labelsOf(
  table: Table,
  columns: readonly (string | undefined)[],
): { readonly labels?: Labels } {
  const named = [...new Set(columns)].flatMap((name) => {
    const column = name === undefined ? undefined : table.columns.get(name);
    return name === undefined || column === undefined ? [] : [[name, column] as const];
  });
  const texts = (read: (column: Column) => string | undefined): Texts =>
    Object.fromEntries(
      named.flatMap(([name, column]) => {
        const text = read(column);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  const values = named.flatMap(([name, column]) => {
    const labels = valueLabels(column);
    return labels === undefined ? [] : [[name, labels] as const];
  });
  const labels: Labels = {
    names: texts(({ label }) => label),
    units: texts(({ unit }) => unit),
    values: Object.fromEntries(values),
  };
  return Object.values(labels).some((part) => Object.keys(part as object).length > 0)
    ? { labels }
    : {};
}

function valueLabels({ valueLabels: labels, values, missing }: Column): Texts | undefined {
  if (labels === undefined) return undefined;
  const occurring = new Set<string>(missing?.names);
  for (const value of new Set<number | string>(values)) occurring.add(String(value));
  const used = [...labels].filter(([value]) => occurring.has(value));
  return used.length === 0 ? undefined : Object.fromEntries(used);
}
