/** Samples of one model: the values of a column, and rows that named samples share. */
import { engineFor } from '../../core/engine/engine.js';
import { EconError } from '../../core/errors/errors.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { Column } from '../../data/column.js';
import { bareName, quoteName } from '../../data/formula/quote-name.js';
import { levelsOf } from '../../data/levels.js';
import { findColumn, type Table } from '../../data/table.js';
import { evaluateWhere, parseWhere } from '../../data/where.js';
import { formulaWarnings } from '../../words/en/warnings/formulas.js';
import { splitColumn } from '../../words/expectations/models/models.js';
import { type Warning, warning } from '../../words/warning.js';
import { badValue } from '../schema/bad-value.js';
import { inAnyReading } from './written-names.js';

/** A name and a filter; the sample without a name is the model's own. */
export type Sample = readonly [name: string, filter: string | null];

/** The column of `region`, `` `region` `` or fixest's `~region`. */
export const splitColumnOf = (text: string) => bareName(text.trim().replace(/^~\s*/, ''));

interface Split {
  readonly key: string;
  /** The name of the column. */
  readonly by: string;
  readonly where: unknown;
}

/**
 * A sample for each value that a column has in the rows that the model keeps, in ascending order. It is named by the
 * column and the value, or its label if it has one.
 */
export async function samplesBy(
  { key, by: name, where }: Split,
  table: Table,
): Promise<readonly Sample[]> {
  const column = findColumn(table, name, key);
  const among = typeof where === 'string' ? await rowsOf(where, table) : undefined;
  const { names } = levelsOf(column, among);
  const labelled = names.map((value) => column.valueLabels?.get(value) ?? value);
  const titles = new Set(labelled).size < names.length ? names : labelled;
  return names.map((value, i) => [
    `${name}: ${titles[i]!}`,
    `${quoteName(name)} == ${literalOf(column, value, key)}`,
  ]);
}

/** A value as a filter writes it. */
function literalOf(column: Column, value: string, key: string): string {
  if (column.kind === 'number' && column.frequency === undefined) return value;
  const quote = ['"', "'"].find((one) => !value.includes(one));
  if (column.kind === 'number' || quote === undefined) throw badValue(key, splitColumn(), value);
  return `${quote}${value}${quote}`;
}

/** A warning for named samples that share rows; a sample of all rows is meant to. */
export async function sharedRows(
  samples: readonly Sample[],
  where: unknown,
  table: Table,
): Promise<readonly Warning[]> {
  const kept = typeof where === 'string' ? await rowsOf(where, table) : undefined;
  const named: (readonly [string, Uint8Array])[] = [];
  for (const [name, filter] of samples) {
    if (filter !== null) named.push([name, await naming(name, () => rowsOf(filter, table))]);
  }
  const pairs = named.flatMap(([one, rows], i) =>
    named.slice(i + 1).map(([other, others]) => {
      const shared = rows.filter((is, row) => is === 1 && others[row] === 1 && kept?.[row] !== 0);
      return { samples: [one, other] as const, rows: shared.length };
    }),
  );
  const overlaps = pairs.filter(({ rows }) => rows > 0);
  return overlaps.length === 0
    ? []
    : [warning(formulaWarnings, 'overlapping-samples', { overlaps })];
}

async function naming<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof EconError ? error.retold({ of: `samples.${name}` }) : error;
  }
}

async function rowsOf(where: string, table: Table): Promise<Uint8Array> {
  const { read } = inAnyReading({ where }, (keys) => parseWhere(keys.where));
  return evaluateWhere(read, table, elementaryMath(await engineFor(undefined)));
}
