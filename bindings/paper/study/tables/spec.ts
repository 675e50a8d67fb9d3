/** The specification of a table of models: columns for parts of its models, and the statistics that models request. */
import { badArgument } from '../../../core/arguments/arguments.js';
import { externalWithoutPanels } from '../../../words/expectations/paper/studies.js';
import { columnsOf } from '../../report/paper/columns.js';
import type { ByName } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { ColumnPart, ColumnSpec, TableSpec } from '../../tables/paper/index.js';
import { statisticLabel, usualStatistics } from '../../tables/paper/parts/statistics.js';
import { vocabularyOf } from '../../../words/languages/index.js';

/** Which parts of a model a table shows, and the heading of a group. */
export interface ShownParts {
  readonly parts: readonly ColumnPart[];
  readonly head?: string | undefined;
}

/** What a model contributes to its table. */
export interface ShownModel extends ShownParts {
  readonly fit: FitResult;
}

/** The specification with a column for each part of each model, and with the labels of the study. */
export function modelsSpec(
  models: readonly ShownModel[],
  spec: TableSpec,
  more: readonly string[],
  labels: ByName<string>,
): TableSpec {
  const columns = columnsFor(models, spec);
  const whole = {
    ...spec,
    ...(columns !== undefined && { columns }),
    ...(Object.keys(labels).length > 0 && { labels: { ...labels, ...spec.labels } }),
  };
  return more.length === 0 ? whole : { ...whole, stats: statisticsOf(models, whole, more) };
}

/**
 * The specification with a column after the others for each model of another program, headed by its name. Covariances
 * of the table are those of its own models.
 *
 * @throws InputError `bad-value` for a table with panels
 */
export function withExternal(
  spec: TableSpec,
  nmodels: number,
  others: readonly FitResult[],
): TableSpec {
  if (others.length === 0) return spec;
  if (spec.panels !== undefined) {
    throw badArgument('table', 'external', externalWithoutPanels(), others.length);
  }
  const columns = spec.columns ?? Array.from({ length: nmodels }, (_, i) => ({ model: i + 1 }));
  const more = others.map(({ name: head }, i) => ({
    model: nmodels + i + 1,
    ...(head !== undefined && { head }),
  }));
  const { vcov } = spec;
  const errors = Array.isArray(vcov) ? vcov : columns.map(() => vcov!);
  return {
    ...spec,
    columns: [...columns, ...more],
    ...(vcov !== undefined && { vcov: [...errors, ...others.map(() => null)] }),
  };
}

/** A column for each part of each model, unless the table defines its columns. */
export function columnsFor(
  models: readonly ShownParts[],
  { columns, panels }: TableSpec,
): TableSpec['columns'] {
  if (panels !== undefined) return columns;
  const usual = models.flatMap(({ parts, head }, m): ColumnSpec[] => {
    const shown = parts.length === 0 ? [undefined] : parts;
    return shown.map((part) => ({
      model: m + 1,
      ...(head !== undefined && { head }),
      ...(part !== undefined && { part }),
    }));
  });
  if (columns === undefined) {
    const isPlain = models.every(({ parts, head }) => parts.length === 0 && head === undefined);
    return isPlain ? undefined : usual;
  }
  if (columns.length === usual.length) {
    return usual.map((column, i) => ({ ...column, ...keysOf(columns[i]!) }));
  }
  if (columns.length !== models.length) return columns;
  return usual.map((column) => ({ ...column, ...keysOf(columns[column.model! - 1]!) }));
}

const keysOf = (column: string | ColumnSpec): ColumnSpec =>
  typeof column === 'string' ? { head: column } : column;

/** The table's statistics, followed by those that models request, unless the table has the same label. */
function statisticsOf(
  models: readonly ShownModel[],
  spec: TableSpec,
  more: readonly string[],
): readonly string[] {
  const fits = models.map(({ fit }) => fit);
  const columns = columnsOf(fits, spec).flatMap((panel) => panel.columns);
  const { stats, labels = {}, language = 'en' } = spec;
  const labelOf = (path: string) => statisticLabel(path, labels, vocabularyOf(language).tables);
  const wanted = new Set(more.map(labelOf));
  const usual = stats ?? usualStatistics(columns).filter((path) => !wanted.has(labelOf(path)));
  return [...usual, ...more.filter((path) => !usual.includes(path))];
}
