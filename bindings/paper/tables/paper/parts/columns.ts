/** Which model each column shows, and which part of it. */
import { badArgument } from '../../../../core/arguments/arguments.js';
import { InputError } from '../../../../core/errors/errors.js';
import { noColumn } from '../../../../words/errors/paper/tables.js';
import type { FitResult } from '../../../../results/fit.js';
import { checkSpec, type ColumnSpec, type TableCovariance, type TableSpec } from '../spec.js';
import type { ColumnPart } from '../table.js';
import * as wanted from '../../../../words/expectations/paper/tables.js';

/** A column whose result is not known yet. */
export interface ColumnPlan {
  /** The number of the model, from 1. */
  readonly model: number;
  readonly head?: string | undefined;
  readonly part?: ColumnPart | undefined;
  readonly of?: string | undefined;
  readonly vcov?: TableCovariance | undefined;
  /** Its name in messages: `columns[2]`. */
  readonly path: string;
}

/** A column with its result. */
export interface TableColumn {
  readonly fit: FitResult;
  readonly model: number;
  /** The hash of the result. */
  readonly hash: string;
  readonly head?: string | undefined;
  readonly part?: ColumnPart | undefined;
  /** True if the table requested another covariance. */
  readonly hasOtherCovariance?: boolean;
}

export interface Panel<Column = TableColumn> {
  readonly title?: string;
  readonly columns: readonly Column[];
}

/**
 * The columns of `nmodels` models by panel; without panels there is one without a title.
 *
 * @throws InputError `bad-value` for models that do not exist and for models that no column shows
 */
export function columnPlans(spec: TableSpec, nmodels: number): readonly Panel<ColumnPlan>[] {
  spec = checkSpec(spec);
  const panels = spec.panels === undefined ? [onePanel(spec, nmodels)] : panelsOf(spec);
  const all = panels.flatMap(({ columns }) => columns);
  const beyond = all.find(({ model }) => model > nmodels);
  if (beyond !== undefined) {
    throw badArgument('table', beyond.path, wanted.modelsUpTo({ n: nmodels }), beyond.model);
  }
  const missing = Array.from({ length: nmodels }, (_, i) => i + 1).find(
    (model) => !all.some((column) => column.model === model),
  );
  if (missing !== undefined) {
    const key = spec.panels === undefined ? 'columns' : 'panels';
    const detail = { path: `table.${key}`, models: nmodels, missing };
    throw new InputError(noColumn(detail), { of: 'table', key });
  }
  return withCovariances(panels, spec.vcov);
}

function onePanel({ columns }: TableSpec, nmodels: number): Panel<ColumnPlan> {
  if (columns === undefined) {
    return { columns: Array.from({ length: nmodels }, (_, i) => numbered(i + 1, 'columns')) };
  }
  const written = columns.map((column) => (typeof column === 'string' ? { head: column } : column));
  const shares = written.some(({ part, model }) => part !== undefined || model !== undefined);
  if (!shares && columns.length !== nmodels) {
    const expected = wanted.headingsForModels({ n: nmodels });
    throw badArgument('table', 'columns', expected, columns.length);
  }
  return { columns: inTurn(written) };
}

const numbered = (model: number, path: string): ColumnPlan => ({ model, path });

/** Gives each column the next model; parts in succession share one until a part comes again. */
function inTurn(columns: readonly ColumnSpec[]): ColumnPlan[] {
  let model = 0;
  let shown: string[] = [];
  return columns.map((column, i) => {
    const key = `${column.part} ${column.of ?? ''}`;
    if (column.model !== undefined) model = column.model;
    else if (column.part === undefined || shown.length === 0 || shown.includes(key)) model += 1;
    const isNew = column.model !== undefined || shown.includes(key);
    if (column.part === undefined) shown = [];
    else shown = isNew ? [key] : [...shown, key];
    return { ...column, model, path: `columns[${i + 1}]` };
  });
}

function panelsOf({ panels = [], columns }: TableSpec): Panel<ColumnPlan>[] {
  const heads = (columns ?? []).map((column) =>
    typeof column === 'string' ? column : column.head,
  );
  let before = 0;
  return panels.map(({ title, models }, p) => {
    const start = heads.length > models.length ? before : 0;
    before += models.length;
    const plans = models.map((model, i): ColumnPlan => {
      const path = `panels[${p + 1}].models[${i + 1}]`;
      const written = typeof model === 'number' ? { model } : model;
      const { model: number } = written;
      if (number === undefined) throw badArgument('table', path, wanted.numberOfModel(), model);
      return { head: heads[start + i], ...written, model: number, path };
    });
    return { title, columns: plans };
  });
}

/** @throws InputError `bad-value` for a list whose length is not the number of columns */
function withCovariances(
  panels: readonly Panel<ColumnPlan>[],
  vcov: TableSpec['vcov'],
): readonly Panel<ColumnPlan>[] {
  if (vcov === undefined) return panels;
  const all = panels.flatMap(({ columns }) => columns);
  const list: readonly (TableCovariance | null)[] = Array.isArray(vcov)
    ? (vcov as readonly (TableCovariance | null)[])
    : all.map(() => vcov as TableCovariance);
  if (list.length !== all.length) {
    const expected = wanted.covariancesForColumns({ n: all.length });
    throw badArgument('table', 'vcov', expected, list.length);
  }
  let next = 0;
  return panels.map((panel) => ({
    ...panel,
    columns: panel.columns.map((column) => {
      const listed = list[next++]!;
      return { ...column, vcov: column.vcov ?? listed ?? undefined };
    }),
  }));
}
