/** Names of columns: each once, and none empty. */
import { listed } from '../../core/text/messages.js';
import type { TableWarning } from '../table-warning.js';
import { alikeNames } from '../warnings/look-alikes.js';

/** Names of columns, and what was changed in them. */
interface Headings {
  readonly names: readonly string[];
  readonly warnings: readonly TableWarning[];
}

/** Headings as names: the second `x` becomes `x_2`, an empty third one `column3`. Warnings say so. */
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
    written[j] !== '' && name !== written[j] ? [`"${name}" (column ${j + 1})`] : [],
  );
  if (made.length === 0) return [];
  const message = `several columns have the same name; all but the first are renamed: ${listed(made)}`;
  return [{ code: 'duplicate-names', message }];
}

function blankWarnings(written: readonly string[], names: readonly string[]): TableWarning[] {
  return names.flatMap((name, j) => {
    if (written[j] !== '') return [];
    const why = j === 0 ? '; R and pandas write row names so' : '';
    const message = `column ${j + 1} has no name and is called "${name}"${why}`;
    return [{ code: 'blank-names', message, column: name }];
  });
}
