/** Terms that a search offers: columns, their lags and differences, logarithms and dummies. */
import { type Option, matching } from '../components/combobox.js';
import type { ColumnName } from '../engine/questions/tables.js';

/** A name as formulas write it. */
export const quoted = (name: string) =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '')}\``;

/** The forms of a number in a formula; lags and differences need a panel. */
const lagged = (name: string) => [`L.${name}`, `L2.${name}`, `D.${name}`, `F.${name}`];
const functions = (name: string) => [`log(${name})`, `i(${name})`, `${name}^2`];

export interface TermForms {
  readonly lags: boolean;
  readonly functions: boolean;
}

/** Searches columns, and forms of the column that the query names. */
export function searchTerms(columns: readonly ColumnName[], forms: TermForms) {
  const options = columns.map(({ name, label }) => ({ value: quoted(name), note: label }));
  return (query: string): Option[] => {
    const stem = /([^.(]*?)\)?$/.exec(query.trim())![1]!;
    const found = matching(options, stem);
    const [best] = found;
    const isNamed = best !== undefined && (found.length === 1 || best.value === stem);
    if (stem === '' || !isNamed) return found;
    const column = columns.find(({ name }) => quoted(name) === best.value)!;
    const others = formsOf(best.value, column.kind, forms).map((value) => ({ value }));
    const typed =
      query.trim() === stem ? [] : others.filter(({ value }) => value === closed(query));
    return [...new Set([...typed, ...found.slice(0, 1), ...others, ...found.slice(1)])];
  };
}

const closed = (query: string) =>
  query.includes('(') && !query.trim().endsWith(')') ? `${query.trim()})` : query.trim();

function formsOf(name: string, kind: ColumnName['kind'], forms: TermForms): string[] {
  if (kind === 'text') return forms.functions ? [`i(${name})`] : [];
  return [...(forms.lags ? lagged(name) : []), ...(forms.functions ? functions(name) : [])];
}

/** Searches names of columns as they are. */
export function searchColumns(columns: readonly ColumnName[]) {
  const options = columns.map(({ name, label }) => ({ value: name, note: label }));
  return (query: string): Option[] => matching(options, query);
}
