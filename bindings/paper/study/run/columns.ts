/** The printed columns of a table: what each shows of the models. */
import type { Engine } from '../../../core/engine/engine.js';
import { EconError } from '../../../core/errors/errors.js';
import { hasDummies, parseFormula } from '../../../data/index.js';
import { planFits } from '../../report/paper/columns.js';
import type { FitResult } from '../../../results/fit.js';
import { type ColumnPlan, columnPlans } from '../../tables/paper/parts/columns.js';
import { panelLetter } from '../../tables/paper/parts/panel-letter.js';
import { columnId } from '../columns/reference.js';
import { estimatorName } from '../columns/words.js';
import { isOfModel } from '../columns/printed.js';
import type { StudyColumn } from '../result.js';
import { columnsFor } from '../tables/spec.js';
import type { PreparedModel, PreparedTable } from './prepared.js';

/** A column whose result is not known yet. */
export interface PlannedColumn extends Omit<StudyColumn, 'model' | 'estimator' | 'result'> {
  readonly model: PreparedModel;
  readonly plan: Pick<ColumnPlan, 'vcov' | 'path'>;
}

/** The endogenous variables of a model, which has a first stage for each; undefined if they are not known. */
type EndogenousOf = (model: PreparedModel) => readonly string[] | undefined;

/**
 * The columns of a table in order, up to a model whose first stages are unknown because its endogenous variables are.
 *
 * @throws InputError `bad-value` as `columnPlans`
 */
export function plannedColumns(
  { planned, models }: Pick<PreparedTable, 'planned' | 'models'>,
  endogenousOf: EndogenousOf,
): readonly PlannedColumn[] {
  if (models.length === 0) return [];
  const { id: table, spec } = planned;
  const shown = models.map(({ parts, group, head }) => ({ parts, head: group?.value ?? head }));
  const columns = columnsFor(shown, spec);
  const panels = columnPlans({ ...spec, ...(columns && { columns }) }, models.length);
  const isStacked = panels.length > 1 && spec.layout !== 'side';
  const made: PlannedColumn[] = [];
  let number = 0;
  for (const [place, { columns: plans }] of panels.entries()) {
    if (isStacked) number = 0;
    const panel = isStacked ? { panel: panelLetter(place) } : {};
    for (const { model: index, part, of, ...plan } of plans) {
      const model = models[index - 1]!;
      const stages = part === 'first' && of === undefined ? endogenousOf(model) : [of];
      if (stages === undefined) return made;
      for (const stage of stages) {
        number += 1;
        made.push({
          id: columnId({ table, column: number, ...panel }),
          table,
          column: number,
          ...panel,
          model,
          plan,
          ...(part !== undefined && { part }),
          ...(stage !== undefined && { of: stage }),
        });
      }
    }
  }
  return made;
}

/** The result that a column prints. */
export function columnFit(
  engine: Engine,
  { part, of, plan }: PlannedColumn,
  fit: FitResult,
): FitResult {
  return planFits(() => engine, [fit, fit], { part, of, ...plan })[0]!;
}

/** The column; with its result, if that is not its model's. */
export function printedColumn(
  engine: Engine,
  { model, plan, ...column }: PlannedColumn,
  fit: FitResult,
): StudyColumn {
  const { part, of } = column;
  const isModel = isOfModel(column) && plan.vcov === undefined;
  const result = isModel ? fit : columnFit(engine, { model, plan, ...column }, fit);
  const estimator = estimatorName(isOfModel(column) ? result : fit, { part, of });
  return { ...column, model: model.id, estimator, ...(!isModel && { result }) };
}

/** The endogenous variables named in a formula; undefined if dummies make more variables than names. */
function namedEndogenous({ model }: PreparedModel): readonly string[] | undefined {
  const { endogenous } = parseFormula(model.formula);
  return endogenous.some(hasDummies) ? undefined : endogenous.map(() => '');
}

/** The name of a model in messages before it is estimated: its column `T5.3`, or the table if the column is unknown. */
export function modelName(table: PreparedTable, model: PreparedModel): string {
  const shown = knownColumns(table).filter((plannedColumn) => plannedColumn.model === model);
  return (shown.find(isOfModel) ?? shown[0])?.id ?? table.planned.id;
}

/** The columns known from the study file; none for a table that cannot be made. */
function knownColumns(table: PreparedTable): readonly PlannedColumn[] {
  try {
    return plannedColumns(table, namedEndogenous);
  } catch (error) {
    if (error instanceof EconError) return [];
    throw error;
  }
}
