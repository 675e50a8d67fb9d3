import type { TableWarning } from '../warnings/column-warnings.js';

/** Names of columns, and what was changed in them. */
export interface Headings {
  readonly names: readonly string[];
  readonly warnings: readonly TableWarning[];
}

/** Headings as names: the second `x` becomes `x_2`, an empty third one `column3`. Each change is a warning. */
export function columnNames(headings: readonly string[]): Headings {
  const used = new Set(headings);
  const given = new Set<string>();
  const warnings: TableWarning[] = [];
  const names = headings.map((heading, j) => {
    if (heading.trim() !== '' && !given.has(heading)) {
      given.add(heading);
      return heading;
    }
    const name = freeName(heading, j, used);
    used.add(name);
    warnings.push(heading.trim() === '' ? unnamed(j, name) : duplicate(j, heading, name));
    return name;
  });
  return { names, warnings };
}

function freeName(heading: string, j: number, used: ReadonlySet<string>): string {
  const isEmpty = heading.trim() === '';
  const base = isEmpty ? `column${j + 1}` : heading;
  if (isEmpty && !used.has(base)) return base;
  for (let i = 2; ; i++) if (!used.has(`${base}_${i}`)) return `${base}_${i}`;
}

function unnamed(j: number, name: string): TableWarning {
  const message = `column ${j + 1} has no name and is named "${name}"`;
  return { code: 'blank-names', message, column: name };
}

function duplicate(j: number, heading: string, name: string): TableWarning {
  const message = `column ${j + 1} is named "${name}", as "${heading}" is the name of an earlier column`;
  return { code: 'duplicate-names', message, column: name };
}
