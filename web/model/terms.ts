/** Terms that a search offers: columns, their lags and differences, logarithms and dummies. */
import { type Option, matching } from '../components/combobox.js';
import type { ColumnName } from '../engine/questions/tables.js';
import { quoted } from '../session/paths.js';

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
    const [, before = '', stem] = /^(.*?[.(])?([^.(]*?)\)?$/.exec(query.trim()) ?? [];
    const matches = matching(options, stem ?? '');
    const [best] = matches;
    if (best === undefined || stem === '') return matches;
    const isNamed = matches.length === 1 || best.value === stem;
    const { kind } = columns.find(({ name }) => quoted(name) === best.value)!;
    const others = isNamed ? formsOf(best.value, kind, forms).map((value) => ({ value })) : [];
    const written = matches.map((option) => ({ ...option, value: wrapped(before, option.value) }));
    const all = before === '' ? [best, ...others, ...matches] : [...written, best, ...others];
    return [...new Map(all.map((option) => [option.value, option])).values()];
  };
}

/** A name within the operator or function that is typed before it. */
const wrapped = (before: string, name: string) =>
  before.endsWith('(') ? `${before}${name})` : `${before}${name}`;

function formsOf(name: string, kind: ColumnName['kind'], forms: TermForms): string[] {
  if (kind === 'text') return forms.functions ? [`i(${name})`] : [];
  return [...(forms.lags ? lagged(name) : []), ...(forms.functions ? functions(name) : [])];
}

/** Searches names of columns as they are. */
export function searchColumns(columns: readonly ColumnName[]) {
  const options = columns.map(({ name, label }) => ({ value: name, note: label }));
  return (query: string): Option[] => matching(options, query);
}
