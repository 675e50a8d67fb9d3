/** Names of columns: each once, and none empty. */
import type { TableWarning } from '../table-warning.js';
import { tableWarnings } from '../../words/en/warnings/tables.js';
import { warning } from '../../words/warning.js';
import { alikeNames } from '../warnings/look-alikes.js';

/** Names of columns, and what was changed in them. */
interface Headings {
  readonly names: readonly string[];
  readonly warnings: readonly TableWarning[];
}

/** Headings as names: a second `x` becomes `x_2`, and an empty third heading `column3`, with warnings. */
export function columnNames(headings: readonly string[]): Headings {
  const written = headings.map((heading) => (heading.trim() === '' ? '' : heading));
  const names = uniqueNames(written);
  const warnings = [
    ...duplicateWarnings(written, names),
    ...blankWarnings(written, names),
    ...alikeNames(names),
  ];
  return { names, warnings };
}

/** The warnings about names that concern the columns that are kept, or the table as a whole. */
export function keptWarnings(
  warnings: readonly TableWarning[],
  kept: Iterable<string>,
): TableWarning[] {
  const names = new Set(kept);
  return warnings.filter(({ column }) => column === undefined || names.has(column));
}

function uniqueNames(written: readonly string[]): string[] {
  const used = new Set(written);
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  return written.map((name, j) => {
    const base = name === '' ? `column${j + 1}` : name;
    const free = name === '' ? !used.has(base) : !seen.has(base);
    const unique = free ? base : numbered(base, used, numbers);
    seen.add(unique);
    used.add(unique);
    return unique;
  });
}

/** The name with the first free number from 2 on. */
function numbered(base: string, used: ReadonlySet<string>, numbers: Map<string, number>): string {
  let number = numbers.get(base) ?? 2;
  while (used.has(`${base}_${number}`)) number++;
  numbers.set(base, number + 1);
  return `${base}_${number}`;
}

function duplicateWarnings(written: readonly string[], names: readonly string[]): TableWarning[] {
  const made = names.flatMap((name, j) =>
    written[j] !== '' && name !== written[j] ? [{ name, column: j + 1 }] : [],
  );
  return made.length === 0 ? [] : [warning(tableWarnings, 'duplicate-names', { renamed: made })];
}

function blankWarnings(written: readonly string[], names: readonly string[]): TableWarning[] {
  return names.flatMap((name, j) => {
    if (written[j] !== '') return [];
    const blank = warning(tableWarnings, 'blank-names', { column: j + 1, name });
    return [{ ...blank, column: name }];
  });
}
