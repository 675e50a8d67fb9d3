/** New columns of a table. */
import * as said from '../../words/errors/steps.js';
import { InputError } from '../../core/errors/errors.js';
import type { VectorMath } from '../../core/numerics/elementary.js';
import type { Column } from '../column.js';
import type { ColumnExpression } from '../formula/expressions/expression.js';
import { parseExpression } from '../formula/expressions/expression-syntax.js';
import { operatorWarning } from '../formula/idioms/operator-form.js';
import { withQuotedNames } from '../formula/idioms/dotted-names.js';
import { panelOf } from '../panel/index-panel.js';
import { periodNumbers } from '../panel/period-numbers.js';
import type { PanelIndex, PanelKeys } from '../panel/panel.js';
import { inputError, rowNumber } from '../place.js';
import type { TableWarning } from '../table-warning.js';
import type { Table } from '../table.js';
import { evaluateExpression } from './evaluate.js';
import type { BuiltColumn, MissingCells, SplitFacts } from './facts.js';
import { splitColumn } from './split.js';
import { columnsInStep, isGrouped } from './step-columns.js';
import { type BuildStep, type IndexStep, stepPhrase, stepWords } from './step.js';
import { causeAt, causeWords, domainErrors, isMissing, type Values } from './values.js';
import { stepWarnings } from '../../words/en/warnings/steps.js';
import { warning } from '../../words/warning.js';
import { noPanelForLag } from '../../words/errors/steps.js';

export interface BuildContext {
  readonly math: VectorMath;
  /** Units and periods, for lags. */
  readonly panel?: PanelKeys | undefined;
  /** The groups of functions without `by`; by default all rows are one. */
  readonly by?: readonly string[] | undefined;
  /** The values of an index. */
  readonly index: (table: Table, step: IndexStep) => Float64Array;
}

export interface BuildResult {
  readonly table: Table;
  readonly columns: readonly BuiltColumn[];
  readonly splits: readonly SplitFacts[];
  /** The steps, with the names of columns that look like operators in backquotes. */
  readonly steps: readonly BuildStep[];
}

/**
 * The table with new columns. The columns of `table` are not copied.
 *
 * @throws InputError `build-syntax`, `build-type`, `unknown-column`, `text-in-numeric-column`, `column-exists`,
 *   `no-panel`, and those of the panel's keys
 */
export function buildColumns(
  table: Table,
  written: readonly BuildStep[],
  context: BuildContext,
): BuildResult {
  const columns: BuiltColumn[] = [];
  const splits: SplitFacts[] = [];
  const steps = [...written];
  let built = table;
  written.forEach((buildStep, place) => {
    checkName(buildStep, built);
    const { step, warnings: ofNames } = withColumnNames(buildStep, built, context);
    steps[place] = step;
    const { column, fact, result, split } = named(step.name, () =>
      buildColumn(step, { table: built, later: steps.slice(place), context }),
    );
    const warnings = [...ofNames, ...domainWarnings(step.name, result, built)];
    columns.push(fact);
    if (split !== undefined) splits.push(split);
    built = {
      ...built,
      columns: new Map([...built.columns, [step.name, column]]),
      ...(warnings.length > 0 && { warnings: [...(built.warnings ?? []), ...warnings] }),
    };
  });
  return { table: built, columns, splits, steps };
}

/** The step in which `L.x` is the column of exactly that spelling, where there is one. */
function withColumnNames(
  step: BuildStep,
  { columns }: Table,
  { panel }: BuildContext,
): { readonly step: BuildStep; readonly warnings: readonly TableWarning[] } {
  const isColumn = (name: string) => columns.has(name);
  if ('split' in step || 'index' in step) return { step, warnings: [] };
  const { text, words } = withQuotedNames(step.value, isColumn);
  const warnings = words.flatMap((word) => operatorWarning(word, isColumn) ?? []);
  const read = /(?:^|[^\p{L}\p{N}_])[LFD]\d*(?:\(\d+\))?\./u.test(text) && panel !== undefined;
  const ofPeriods = read ? periodNumbers(columns.get(panel.time), panel) : [];
  return {
    step: { ...step, value: text },
    warnings: [...warnings, ...ofPeriods].map((warning) => ({ ...warning, column: step.name })),
  };
}

/** Names the column in the errors of its expression. */
function named<Result>(name: string, build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { text, offset } = error.detail as { readonly text?: string; readonly offset?: number };
    if (text === undefined || offset === undefined) throw error;
    throw error.retold({ of: `build.${name}`, detail: { ...error.detail, built: name } });
  }
}

function checkName(step: BuildStep, { columns }: Table): void {
  const { name, replace = false } = step;
  if (replace || !columns.has(name)) return;
  const computed = 'value' in step && step.value.replace(/[\s`]/g, '') === name.replace(/\s/g, '');
  throw new InputError(said.columnExists({ column: name, computed }), `build.${name}`);
}

interface Surroundings {
  readonly table: Table;
  /** This step and those after it. */
  readonly later: readonly BuildStep[];
  readonly context: BuildContext;
}

interface MadeColumn {
  readonly column: Column;
  readonly fact: BuiltColumn;
  readonly result: Values;
  readonly split?: SplitFacts;
}

function buildColumn(step: BuildStep, { table, later, context }: Surroundings): MadeColumn {
  const { name } = step;
  checkOrder(step, table, later);
  const { result, facts: split } = valuesOf(step, table, context);
  const reasons = reasonsOf(result);
  const missing = reasons.reduce((sum, { cells }) => sum + cells, 0);
  const told = stepPhrase(step);
  const fact = {
    name,
    expression: stepWords(step),
    ...(typeof told !== 'string' && { told }),
    ...(table.columns.has(name) && { replaced: true as const }),
    ...(isGrouped(step) && { fromAllRows: true as const }),
    missing,
    reasons,
  };
  return { column: columnOf(result), fact, result, ...(split && { split }) };
}

function valuesOf(
  step: BuildStep,
  table: Table,
  context: BuildContext,
): { readonly result: Values; readonly facts?: SplitFacts } {
  if ('split' in step) return splitColumn(step, table, context.panel);
  if ('index' in step) {
    return { result: { kind: 'number', values: context.index(table, step) } };
  }
  const expression = parseExpression(step.value, 'build-syntax');
  const result = evaluateExpression(expression, {
    table,
    math: context.math,
    code: 'build-type',
    by: context.by,
    panel: (lag) => panelFor(lag, table, context),
  });
  return { result };
}

/** A column that is built by this step or a later one cannot be read yet. */
function checkOrder(step: BuildStep, { columns }: Table, [, ...later]: readonly BuildStep[]): void {
  for (const name of columnsInStep(step)) {
    if (columns.has(name)) continue;
    if (name === step.name) {
      throw new InputError(said.builtFromItself({ column: name }), `build.${name}`);
    }
    if (!later.some((buildStep) => buildStep.name === name)) continue;
    const circle = circleThrough(step.name, name, later);
    const told =
      circle === undefined
        ? said.builtLater({ column: name, before: step.name })
        : said.builtInCircle({ column: name, circle });
    throw new InputError(told, `build.${step.name}`);
  }
}

/** The circle of columns through which `from` depends on itself, by way of `next`; undefined if there is none. */
function circleThrough(
  from: string,
  next: string,
  later: readonly BuildStep[],
): readonly string[] | undefined {
  const paths = [[from, next]];
  const seen = new Set<string>();
  for (const path of paths) {
    const last = path.at(-1)!;
    if (last === from) return path;
    if (seen.has(last)) continue;
    seen.add(last);
    const step = later.find(({ name }) => name === last);
    for (const name of step === undefined ? [] : columnsInStep(step)) paths.push([...path, name]);
  }
  return undefined;
}

function panelFor({ place }: ColumnExpression, table: Table, { panel }: BuildContext): PanelIndex {
  if (panel !== undefined) return panelOf(table, panel);
  throw inputError(place, noPanelForLag());
}

/** The column of a result: conditions become 1 and 0, and a constant or a copied column gets new values. */
function columnOf(result: Values): Column {
  if (result.kind === 'text') {
    const { order } = result;
    return { kind: 'text', values: [...result.values], ...(order && { order }) };
  }
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

/** Warns of missing cells whose inputs are present, with the first of them. */
function domainWarnings(
  column: string,
  result: Values,
  { fileRows }: Pick<Table, 'fileRows'>,
): TableWarning[] {
  const counts = new Map<number, { cells: number; readonly row: number }>();
  for (let row = 0; row < result.values.length; row++) {
    if (!isMissing(result.values[row]!)) continue;
    const cause = causeAt(result, row);
    if (domainErrors[cause] === undefined) continue;
    const before = counts.get(cause);
    if (before === undefined) counts.set(cause, { cells: 1, row });
    else before.cells++;
  }
  return [...counts].map(([cause, { cells, row }]) => {
    const detail = { column, cells, cause: domainErrors[cause]!, row: rowNumber(row, fileRows) };
    return { ...warning(stepWarnings, 'undefined-cells', detail), column };
  });
}
