/** New columns of a table from expressions. */
import { InputError } from '../../core/errors.js';
import type { VectorMath } from '../../numerics/elementary.js';
import type { Column } from '../column.js';
import {
  columnsInExpression,
  type ColumnExpression,
  functionsInExpression,
} from '../formula/expression.js';
import { signatureOf } from '../formula/functions.js';
import { parseExpression } from '../formula/expression-syntax.js';
import { panelOf } from '../panel/panel-cache.js';
import type { PanelIndex, PanelKeys } from '../panel/panel.js';
import { inputError, rowNumber } from '../place.js';
import type { Table } from '../table.js';
import type { TableWarning } from '../warnings/column-warnings.js';
import { evaluateExpression } from './evaluate.js';
import type { BuiltColumn, MissingCells } from './facts.js';
import { causeAt, causeWords, isDomainError, isMissing, type Values } from './values.js';

/** A column to build. */
export interface BuildStep {
  readonly name: string;
  /** An expression over the columns, also those that earlier steps built. */
  readonly value: string;
  /** True if it may take the place of a column. */
  readonly replace?: boolean | undefined;
}

export interface BuildContext {
  readonly math: VectorMath;
  /** Units and periods, for lags. */
  readonly panel?: PanelKeys | undefined;
  /** Names of columns that are built after these steps. */
  readonly later?: readonly string[] | undefined;
}

export interface BuildResult {
  readonly table: Table;
  readonly columns: readonly BuiltColumn[];
}

/**
 * The table with new columns. The columns of `table` are not copied.
 *
 * @throws InputError `build-syntax`, `build-type`, `unknown-column`, `text-in-numeric-column`, `column-exists`,
 *   `no-panel`, and those of the panel's keys
 */
export function buildColumns(
  table: Table,
  steps: readonly BuildStep[],
  context: BuildContext,
): BuildResult {
  const columns: BuiltColumn[] = [];
  let built = table;
  steps.forEach((step, place) => {
    checkNewName(step, built);
    const { column, fact, result } = named(step.name, () =>
      buildColumn(step, { table: built, later: steps.slice(place + 1), context }),
    );
    const warnings = domainWarnings(step.name, result, built);
    columns.push(fact);
    built = {
      ...built,
      columns: new Map([...built.columns, [step.name, column]]),
      ...(warnings.length > 0 && { warnings: [...(built.warnings ?? []), ...warnings] }),
    };
  });
  return { table: built, columns };
}

/** Names the column in the errors of its expression. */
function named<Result>(name: string, build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { text, offset } = error.detail as { readonly text?: string; readonly offset?: number };
    const [message = ''] = error.message.split('\n');
    const { detail, code } = error;
    const facts = { ...detail, built: name };
    if (text === undefined || offset === undefined) throw error;
    throw inputError({ text, offset }, code, `build.${name}: ${message}`, facts);
  }
}

/** @throws InputError `column-exists` unless the step may replace its column */
export function checkNewName(
  { name, replace = false }: Pick<BuildStep, 'name' | 'replace'>,
  { columns }: Table,
): void {
  if (replace || !columns.has(name)) return;
  const message = `build.${name}: expected a name that no column has, found a column "${name}"; choose another name, or allow it with {value: ..., replace: true} (--replace)`;
  throw new InputError('column-exists', message, { column: name });
}

interface Surroundings {
  readonly table: Table;
  readonly later: readonly BuildStep[];
  readonly context: BuildContext;
}

interface MadeColumn {
  readonly column: Column;
  readonly fact: BuiltColumn;
  readonly result: Values;
}

function buildColumn(step: BuildStep, { table, later, context }: Surroundings): MadeColumn {
  const { name, value } = step;
  const expression = parseExpression(value, 'build-syntax');
  const laterNames = [...later.map((one) => one.name), ...(context.later ?? [])];
  checkOrder(name, columnsInExpression(expression), table, laterNames);
  const result = evaluateExpression(expression, {
    table,
    math: context.math,
    code: 'build-type',
    panel: (lag) => panelFor(lag, table, context),
  });
  const reasons = reasonsOf(result);
  const missing = reasons.reduce((sum, { cells }) => sum + cells, 0);
  const fact = {
    name,
    expression: value,
    ...(table.columns.has(name) && { replaced: true as const }),
    missing,
    reasons,
  };
  return { column: columnOf(result), fact, result };
}

/** The columns that a step reads, and whether it has a function of all rows or of groups, such as `mean`. */
export function stepReads({ value }: BuildStep): {
  readonly columns: readonly string[];
  readonly grouped: boolean;
} {
  const expression = parseExpression(value, 'build-syntax');
  const grouped = functionsInExpression(expression).some(
    (name) => signatureOf(name)?.grouped === true,
  );
  return { columns: columnsInExpression(expression), grouped };
}

/**
 * Checks the columns that a step reads: one that is built by this step or a later one cannot be read yet.
 *
 * @throws InputError `unknown-column`
 */
export function checkOrder(
  self: string,
  read: readonly string[],
  { columns }: Table,
  later: readonly string[],
): void {
  for (const name of read) {
    if (columns.has(name)) continue;
    if (name === self) {
      const message = `"${name}" is built from itself; start from a column of the data`;
      throw new InputError('unknown-column', `build.${name}: ${message}`, { column: name });
    }
    if (later.includes(name)) {
      const message = `build.${self}: "${name}" is built later; move it before "${self}"`;
      throw new InputError('unknown-column', message, { column: name });
    }
  }
}

function panelFor({ place }: ColumnExpression, table: Table, { panel }: BuildContext): PanelIndex {
  if (panel !== undefined) return panelOf(table, panel);
  const message =
    'a lag or difference needs a panel; set panel.unit and panel.time (--unit and --time)';
  throw inputError(place, 'no-panel', message);
}

/** A condition becomes 1 and 0. A constant or a copy owns its values. */
function columnOf(result: Values): Column {
  if (result.kind === 'text') return { kind: 'text', values: [...result.values] };
  const { values, frequency } = result;
  return { kind: 'number', values: values.slice(), ...(frequency && { frequency }) };
}

function reasonsOf(result: Values): MissingCells[] {
  const counts = new Array<number>(causeWords.length).fill(0);
  for (let row = 0; row < result.values.length; row++) {
    if (isMissing(result.values[row]!)) counts[causeAt(result, row)]!++;
  }
  return counts.flatMap((cells, cause) =>
    cells === 0 ? [] : [{ reason: causeWords[cause]!, cells }],
  );
}

/** Warns of cells that are missing although their inputs are there, with the first of them. */
function domainWarnings(
  column: string,
  result: Values,
  { fileRows }: Pick<Table, 'fileRows'>,
): TableWarning[] {
  const counts = new Map<number, { cells: number; readonly row: number }>();
  for (let row = 0; row < result.values.length; row++) {
    if (!isMissing(result.values[row]!)) continue;
    const cause = causeAt(result, row);
    if (!isDomainError(cause)) continue;
    const before = counts.get(cause);
    if (before === undefined) counts.set(cause, { cells: 1, row });
    else before.cells++;
  }
  return [...counts].map(([cause, { cells, row }]) => {
    const are = cells === 1 ? 'cell is' : 'cells are';
    const message = `build.${column}: ${cells} ${are} missing by ${causeWords[cause]}, first in row ${rowNumber(row, fileRows)}`;
    return { code: 'undefined-cells', message, column };
  });
}
