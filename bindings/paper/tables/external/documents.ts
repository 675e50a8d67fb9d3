/** Coefficients in JSON documents of other programs, as a table. */
import { isKeyed } from '../../../core/arguments/arguments.js';
import type { DataInput } from '../../../data/to-table.js';
import { partOf, plainName } from './names.js';

type Keyed = Readonly<Record<string, unknown>>;

/**
 * The table of a document: coefficients by name as statsmodels has them (`{params: {x: 1}, bse: {x: 2}, nobs: 9}`), the
 * `tidy` and `glance` of broom, or several models by name. Other data are returned as they are.
 */
export function tableOfDocument(data: unknown): DataInput {
  const rows = rowsOf(data)?.map(named);
  if (rows === undefined) return data as DataInput;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const textAt = (row: Keyed, name: string) => textOf(row[name]);
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => textAt(row, name))]));
}

/** The row with one name for each part, as models may have several. */
const named = (row: Keyed): Keyed =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [partOf(name) ?? name, value]));

/** Numbers keep all their digits. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const isRecord = (value: unknown): value is Keyed =>
  isKeyed(value) && !Array.isArray(value) && !ArrayBuffer.isView(value) && !('nrows' in value);

/** A row for each coefficient; undefined for data that are a table already. */
function rowsOf(document: unknown): Keyed[] | undefined {
  if (!isRecord(document)) return recordsOf(document);
  const one = modelRows(document);
  if (one !== undefined) return one;
  const models = Object.entries(document).map(([model, inner]) => {
    const rows = isRecord(inner) ? modelRows(inner) : recordsOf(inner);
    return rows?.map((row) => ({ model, ...row }));
  });
  return models.length === 0 || models.includes(undefined) ? undefined : (models.flat() as Keyed[]);
}

function modelRows(model: Keyed): Keyed[] | undefined {
  const { tidy, glance } = model;
  const rows = recordsOf(tidy);
  if (rows !== undefined) {
    const [summary = {}] = recordsOf(glance) ?? [glance ?? {}];
    return rows.map((row) => ({ ...(summary as Keyed), ...row }));
  }
  const estimates = Object.entries(model).find(
    ([name, value]) => partOf(name) === 'estimate' && isRecord(value),
  );
  return estimates && termRows(model, Object.keys(estimates[1] as Keyed));
}

function recordsOf(value: unknown): Keyed[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord) ? value : undefined;
}

/** Parts by term, and numbers of the whole model. */
function termRows(model: Keyed, terms: readonly string[]): Keyed[] {
  return terms.map((term) => {
    const row: Record<string, unknown> = { term };
    for (const [name, value] of Object.entries(model)) {
      if (isInterval(name)) Object.assign(row, endsOf(value, term));
      else if (!isRecord(value)) row[name] = value;
      else if (partOf(name) !== undefined) row[name] = value[term];
    }
    return row;
  });
}

const isInterval = (name: string) => ['confint', 'ci', 'conf'].includes(plainName(name));

/** `{x: [low, high]}`, or the lower and upper ends by term, under any two names. */
function endsOf(value: unknown, term: string): Keyed {
  if (!isRecord(value)) return {};
  const byTerm = value[term];
  const [low, high] = Array.isArray(byTerm)
    ? (byTerm as readonly unknown[])
    : Object.values(value).map((ends) => (isRecord(ends) ? ends[term] : undefined));
  return { low, high };
}
