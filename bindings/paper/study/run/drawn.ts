/** The columns that figures and tables of tests name, with their results. */
import { InputError } from '../../../core/errors/errors.js';
import { omit } from '../../../core/values/omit.js';
import type { DrawnColumn } from '../figures/make.js';
import { columnsNamed, isOfModel } from '../columns/printed.js';
import { readReference } from '../columns/reference.js';
import { noSuchColumn, severalPanels } from '../../../words/errors/paper/studies.js';
import { estimatorOf, placeOf } from '../columns/words.js';
import { columnFit, modelName, type PlannedColumn, plannedColumns } from './columns.js';
import { estimate, type Estimated } from '../estimates/estimate.js';
import { naming } from './failures.js';
import type { Prepared, PreparedModel, PreparedTable } from './prepared.js';

/**
 * The results of one column, or of a table's models: without first stages and reduced forms, unless there is nothing
 * else.
 *
 * @throws InputError `unknown-model` for a column that the table does not have, `bad-value` for one that holds several
 */
export async function drawnColumns(
  prepared: Prepared,
  reference: string,
): Promise<readonly DrawnColumn[]> {
  const read = readReference(reference);
  const table = prepared.get(read.table)!;
  if ('error' in table) throw table.error;
  const columns = await columnsIn(table);
  const named = namedColumns(table, columns, reference);
  const estimates = named.filter(isOfModel);
  const isWhole = read.column === undefined && read.group === undefined;
  const drawn: DrawnColumn[] = [];
  for (const column of isWhole && estimates.length > 0 ? estimates : named) {
    const one = await drawnColumn(table, column);
    const estimate = columns.find((other) => isOfModel(other) && other.model === column.model);
    const isAmbiguous = one.isPart && !isWhole && read.isColumn !== true && one.key === reference;
    drawn.push({
      ...one,
      isAmbiguous,
      ...(one.isPart && estimate && { estimate: await drawnColumn(table, estimate) }),
    });
  }
  return drawn;
}

/** All columns of a table. Models with first stages are estimated, because each endogenous variable has a column. */
async function columnsIn(table: PreparedTable): Promise<readonly PlannedColumn[]> {
  const endogenous = new Map<PreparedModel, readonly string[]>();
  for (;;) {
    let unknown: PreparedModel | undefined;
    const columns = plannedColumns(table, (model) => {
      const known = endogenous.get(model);
      if (known === undefined) unknown = model;
      return known;
    });
    if (unknown === undefined) return columns;
    const { fit } = await estimated(table, unknown);
    endogenous.set(unknown, fit.endogenous ?? []);
  }
}

function namedColumns(
  { planned, models }: PreparedTable,
  columns: readonly PlannedColumn[],
  reference: string,
): readonly PlannedColumn[] {
  const { id } = planned;
  const places = models.map((model) => ({
    id: model.id,
    table: id,
    columns: [],
    ...groupOf(model),
  }));
  const byId = columns.map((column) => ({
    ...omit(column, 'plan'),
    model: column.model.id,
    estimator: '',
  }));
  const read = readReference(reference);
  const named = columnsNamed({ places }, byId, read);
  if (named.length === 0) {
    const known = [...new Set(columns.map(({ column }) => column))];
    throw new InputError(noSuchColumn({ found: reference, table: id, columns: known }));
  }
  const panels = named.map(({ panel }) => panel);
  if (read.column !== undefined && read.panel === undefined && new Set(panels).size > 1) {
    const names = named.map((studyColumn) => studyColumn.id);
    throw new InputError(severalPanels({ found: reference, columns: names }));
  }
  return columns.filter((_, i) => named.includes(byId[i]!));
}

const groupOf = ({ group }: PreparedModel) => (group === undefined ? {} : { group });

async function drawnColumn(table: PreparedTable, column: PlannedColumn): Promise<DrawnColumn> {
  const { model } = column;
  const { fit, replicates } = await estimated(table, model);
  const shown = columnFit(table.run.engine, column, fit);
  return {
    fit: shown,
    replicates,
    id: column.id,
    key: model.id,
    model: model.model,
    table: table.run.table,
    place: placeOf(column, [column.column], estimatorOf(fit, column)),
    isPart: !isOfModel(column),
    isAmbiguous: false,
  };
}

function estimated(table: PreparedTable, model: PreparedModel): Promise<Estimated> {
  const name = modelName(table, model);
  return naming(name, model.path, () => estimate(table.run, name, model.model));
}
