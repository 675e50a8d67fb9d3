/** Descriptive tables: statistics of variables, by the heads of columns. */
import type { AuditColumn } from '../table.js';
import { readCell } from './cells.js';
import { isHeading, momentOf } from './labels.js';

/** The statistic of each column, where most heads are moments. */
export function describedBy(
  heads: readonly (readonly string[])[],
): readonly (string | undefined)[] | undefined {
  const last = heads.at(-1) ?? [];
  const names = last.map(momentOf);
  const known = names.filter((name) => name !== undefined);
  const isDescribed = known.length >= 2 || (names.length === 2 && known[0] === 'vif');
  return isDescribed && names[0] === undefined ? names : undefined;
}

/** One column per group of rows; repeated headings, or new words above them, begin a group. */
export function descriptiveColumns(
  names: readonly (string | undefined)[],
  heads: readonly (readonly string[])[],
  body: readonly (readonly string[])[],
): AuditColumn[] {
  const over = heads.length > 1 ? spanned(heads.at(-2)!) : [];
  const groups: { head: string; places: number[] }[] = [];
  names.forEach((name, i) => {
    if (name === undefined) return;
    const head = over[i] ?? '';
    const last = groups.at(-1);
    const repeats = last?.places.some((place) => names[place] === name) ?? false;
    if (last === undefined || last.head !== head || repeats) groups.push({ head, places: [i] });
    else last.places.push(i);
  });
  const isOne = groups.length === 1;
  return groups.map(({ head, places }, g) => ({
    column: isOne ? '1' : head === '' ? String(g + 1) : head,
    rows: [],
    stats: {},
    variables: variablesOf(names, places, body),
  }));
}

/** Repeats a heading that is printed only over the first of its columns. */
function spanned(row: readonly string[]): string[] {
  let last = '';
  return row.map((text, i) => (i === 0 ? text : (last = text === '' ? last : text)));
}

function variablesOf(
  names: readonly (string | undefined)[],
  places: readonly number[],
  body: readonly (readonly string[])[],
): Record<string, Record<string, string>> {
  const variables: Record<string, Record<string, string>> = {};
  for (const row of body) {
    const [label = ''] = row;
    if (label === '' || isHeading(row)) continue;
    const moments: Record<string, string> = {};
    for (const i of places) {
      const cell = readCell(row[i] ?? '');
      if (cell.kind === 'number') moments[names[i]!] = cell.number;
    }
    const name = label in variables ? `${label} (${Object.keys(variables).length + 1})` : label;
    variables[name] = moments;
  }
  return variables;
}
