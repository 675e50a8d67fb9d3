/** From wide to long: columns such as gdp2018 and gdp2019 become gdp and year. */
import { InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../nearest.js';
import type { Column } from '../../column.js';
import { losesDigits } from '../../cells/number-text.js';
import { type Frequency, periodText } from '../../panel/periods.js';
import { rowNumber } from '../../place.js';
import type { TableWarning } from '../../table-warning.js';
import { findColumn, type Table, withoutFileRows } from '../../table.js';
import { renamedWarnings } from '../../warnings/renamed-columns.js';
import type { ReshapedTable } from '../facts.js';
import { duplicateOf, keysOf, keyCells } from '../keys.js';
import { takeRows } from '../rows.js';
import { periodParts } from './period-parts.js';
import { stackColumns } from './stack.js';
import { stepWarnings } from '../../../words/en/warnings/steps.js';
import { warning } from '../../../words/warning.js';
import * as said from '../../../words/errors/data/reshapes.js';

export interface LongShape {
  /** New columns, and the pattern of the columns they come from, such as `gdp{year}`. */
  readonly columns: readonly { readonly name: string; readonly pattern: string }[];
  /** Columns that identify the rows. */
  readonly id: readonly string[];
  /**
   * True if the part in braces may be any text; by default it is a whole number, so that `m01` gives 1, or a period such
   * as 2020Q1.
   */
  readonly text?: boolean | undefined;
}

interface Stub {
  readonly name: string;
  readonly pattern: string;
  /** The column in braces. */
  readonly key: string;
  /** The unit of periods; undefined for other values. */
  readonly frequency: Frequency | undefined;
  /** Columns of the table by the value in their names. */
  readonly sources: ReadonlyMap<string, string>;
  readonly warnings: readonly TableWarning[];
}

/**
 * The table with a row for each row and each value in the names of its columns. Other columns repeat their values.
 *
 * @throws InputError `bad-reshape`, `unknown-column`, `duplicate-reshape-keys`, `column-exists`
 */
export function reshapeLong(
  table: Table,
  { columns, id, text = false }: LongShape,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  checkId(table, id);
  const stubs = columns.map((one) => stubOf(table, one, { id, text }));
  const key = keyOf(stubs);
  const frequency = frequencyOf(table, stubs);
  const values = [...new Set(stubs.flatMap(({ sources }) => [...sources.keys()]))].sort(
    text ? byText : (a, b) => Number(a) - Number(b),
  );
  const sources = new Set(stubs.flatMap(({ sources }) => [...sources.values()]));
  const kept = [...table.columns].filter(([name]) => !sources.has(name));
  checkNames(kept, [key, ...stubs.map(({ name }) => name)]);
  const nrows = table.nrows * values.length;
  const rows = Int32Array.from({ length: nrows }, (_, row) => Math.floor(row / values.length));
  const stacked = stubs.map(({ name, sources }): [string, Column] => {
    const parts = values.map((value) => {
      const source = sources.get(value);
      return source === undefined
        ? undefined
        : { name: source, column: table.columns.get(source)! };
    });
    return [name, stackColumns(name, parts, table.nrows)];
  });
  const ids = kept.filter(([name]) => id.includes(name));
  const others = kept.filter(([name]) => !id.includes(name));
  const repeat = ([name, column]: [string, Column]): [string, Column] => [
    name,
    takeRows(column, rows),
  ];
  const absent = stubs.reduce((sum, { sources }) => sum + values.length - sources.size, 0);
  const warnings = warningsOf(table, stubs);
  return {
    table: {
      ...withoutFileRows(table),
      ...(warnings.length > 0 && { warnings }),
      nrows,
      columns: new Map([
        ...ids.map(repeat),
        [key, keyColumn(values, nrows, { text, frequency })],
        ...stacked,
        ...others.map(repeat),
      ]),
    },
    reshaped: {
      to: 'long',
      rowsBefore: table.nrows,
      rowsAfter: nrows,
      names: key,
      values: frequency ? values.map((value) => periodText(frequency, Number(value))) : values,
      columns: stubs.map(({ name }) => name),
      absent: absent * table.nrows,
    },
  };
}

/** The warnings of the file, about the stacked columns, and those of the patterns. */
function warningsOf({ warnings = [] }: Table, stubs: readonly Stub[]): TableWarning[] {
  const newNames = new Map(
    stubs.flatMap(({ name, sources }) =>
      [...sources.values()].map((one) => [one, [name]] as const),
    ),
  );
  return [...renamedWarnings(warnings, newNames), ...stubs.flatMap((stub) => stub.warnings)];
}

function checkId(table: Table, id: readonly string[]): void {
  for (const name of id) findColumn(table, name, 'reshape.long.id');
  const duplicate = duplicateOf(keysOf(table, id));
  if (duplicate === undefined) return;
  const { first, again } = duplicate;
  const rows = [first, again].map((row) => rowNumber(row, table.fileRows));
  const told = said.repeatedId({ rows, cells: keyCells(table, id, first) });
  throw new InputError(told, 'reshape.long.id');
}

function stubOf(
  table: Table,
  { name, pattern }: LongShape['columns'][number],
  { id, text = false }: Pick<LongShape, 'id' | 'text'>,
): Stub {
  const path = `reshape.long.columns.${name}`;
  const parsed = parsePattern(pattern);
  if (parsed === undefined)
    throw new InputError(said.noPattern({ path, name, found: pattern }), path);
  const { before, key, after, match } = parsed;
  const parts = [...table.columns.keys()].flatMap((column) => {
    const part = id.includes(column) ? undefined : match(column);
    return part === undefined ? [] : [{ column, part }];
  });
  const whole = parts.filter(({ part }) => text || isWhole(part));
  const periods = whole.length > 0 ? undefined : periodParts(parts.map(({ part }) => part));
  const matching = periods ? parts.filter(({ part }) => periods.counts.has(part)) : whole;
  if (matching.length === 0) throw noMatch(table, { name, pattern }, text);
  if (!text && !periods) checkSigns(path, { before, key, after }, matching);
  const sources = new Map<string, string>();
  for (const { column, part } of matching) {
    const value = text ? part : String(periods?.counts.get(part) ?? Number(part));
    const other = sources.get(value);
    if (other !== undefined) {
      throw new InputError(said.sameValue({ path, key, value, columns: [other, column] }), path);
    }
    sources.set(value, column);
  }
  return {
    name,
    key,
    pattern,
    frequency: periods?.frequency,
    sources,
    warnings: text ? [] : partWarnings(path, key, parts, matching),
  };
}

interface Pattern {
  /** The texts before the first braces and after the last. */
  readonly before: string;
  readonly after: string;
  /** The column in braces. */
  readonly key: string;
  /** The text that a name has in the place of the braces; undefined for a name of another form. */
  readonly match: (column: string) => string | undefined;
}

/** Reads `gdp{year}`, `{year}`, or `{year} [YR{year}]`, whose braces all have the same text. */
function parsePattern(pattern: string): Pattern | undefined {
  const pieces = pattern.split(/\{([^{}]+)\}/);
  const [texts, keys] = [0, 1].map((odd) => pieces.filter((_, i) => i % 2 === odd));
  const [key] = keys!;
  const isPlain = !texts!.some((piece) => /[{}]/.test(piece)) && keys!.every((one) => one === key);
  if (key === undefined || !isPlain) return undefined;
  const [before, ...rest] = texts!.map((piece) => piece.replace(/[\\^$.*+?()[\]|]/g, '\\$&'));
  const form = new RegExp(`^${before}(.+)${rest.join('\\1')}$`, 'su');
  return {
    before: texts![0]!,
    after: texts!.at(-1)!,
    key,
    match: (column) => form.exec(column)?.[1],
  };
}

interface Part {
  readonly column: string;
  /** The text in the place of the braces of the pattern. */
  readonly part: string;
}

/** True for digits, which may start with zeros, after a minus or not. */
function isWhole(part: string): boolean {
  return /^-?\d+$/.test(part) && part !== '-0' && !losesDigits(part.replace(/^(-?)0+(?=\d)/, '$1'));
}

/**
 * Warns of ambiguous minus signs: in `gdp-2018` the minus separates, so the year is not -2018; in `x-1` next to `x1` it
 * is a sign.
 */
function checkSigns(
  path: string,
  { before, key, after }: Record<'before' | 'key' | 'after', string>,
  matching: readonly Part[],
): void {
  if (matching.some(({ part }) => !part.startsWith('-'))) return;
  const columns = matching.map(({ column }) => column);
  throw new InputError(said.allNegative({ path, before, key, after, found: columns }), path);
}

/** Says which zeros are left out of the numbers, and which columns look like periods but are none. */
function partWarnings(
  path: string,
  key: string,
  parts: readonly Part[],
  matching: readonly Part[],
): TableWarning[] {
  const padded = matching.filter(({ part }) => isWhole(part) && /^-?0\d/.test(part));
  const others = parts.filter((one) => !matching.includes(one) && /\d/.test(one.part));
  const warnings: TableWarning[] = [];
  if (padded.length > 0) {
    const [{ column, part }] = padded as [Part];
    const detail = { path, key, column, number: Number(part) };
    warnings.push(warning(stepWarnings, 'reshape-leading-zeros', detail));
  }
  if (others.length > 0) {
    const columns = others.map(({ column }) => column);
    warnings.push(warning(stepWarnings, 'reshape-other-columns', { path, key, columns }));
  }
  return warnings;
}

function keyOf(stubs: readonly Stub[]): string {
  const [first] = stubs;
  const other = stubs.find(({ key }) => key !== first!.key);
  if (other === undefined) return first!.key;
  const path = 'reshape.long.columns';
  const told = said.otherKey({
    path,
    keys: [first!.key, other.key],
    patterns: [first!.pattern, other.pattern],
  });
  throw new InputError(told, path);
}

/** The unit of the values, if they are periods; all patterns must have the same. */
function frequencyOf(table: Table, stubs: readonly Stub[]): Frequency | undefined {
  const { frequency } = stubs[0]!;
  const other = stubs.find((stub) => stub.frequency !== frequency);
  if (other !== undefined) throw noMatch(table, other, false);
  return frequency;
}

function noMatch(
  table: Table,
  { name, pattern }: Pick<Stub, 'name' | 'pattern'>,
  text: boolean,
): InputError {
  const path = `reshape.long.columns.${name}`;
  const { before, key, after } = parsePattern(pattern)!;
  const meant = suggestionOf(before + after, table.columns.keys());
  return new InputError(said.noMatch({ path, pattern, before, key, after, text, meant }), path);
}

function checkNames(kept: readonly (readonly [string, Column])[], added: readonly string[]): void {
  const names = [...kept.map(([name]) => name), ...added];
  const twice = added.filter((name) => names.filter((one) => one === name).length > 1);
  if (twice.length === 0) return;
  throw new InputError(said.otherColumnNames({ columns: twice }), 'reshape.long');
}

function keyColumn(
  values: readonly string[],
  nrows: number,
  { text, frequency }: { readonly text: boolean; readonly frequency: Frequency | undefined },
): Column {
  const value = (row: number) => values[row % values.length]!;
  if (text) return { kind: 'text', values: Array.from({ length: nrows }, (_, row) => value(row)) };
  const numbers = Float64Array.from({ length: nrows }, (_, row) => Number(value(row)));
  return { kind: 'number', values: numbers, ...(frequency && { frequency }) };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
