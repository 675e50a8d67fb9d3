/** The printed columns of a study, and those that a reference names. */
import { engineNow } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { planFits } from '../../report/paper/columns.js';
import type { FitResult } from '../../../results/fit.js';
import type { ColumnPlan } from '../../tables/paper/parts/columns.js';
import type { ColumnSource } from '../../tables/paper/table.js';
import { panelLetter } from '../../tables/paper/parts/panel-letter.js';
import type { ModelPlace, StudyColumn, StudyResult } from '../result.js';
import { columnId, type Reference } from './reference.js';
import { estimatorName } from './words.js';

/** The parts of a study that determine its columns. */
export type ColumnedStudy = Pick<StudyResult, 'models'> & {
  readonly places: readonly ModelPlace[];
} & Partial<Pick<StudyResult, 'columns' | 'tables'>>;

/** The columns of a study; those of a result without them come from the sources of its tables. */
export function printedColumns(study: ColumnedStudy): readonly StudyColumn[] {
  if (study.columns !== undefined) return study.columns;
  const tables = [...new Set(study.places.map(({ table }) => table))];
  return tables.flatMap((table) => columnsOfTable(study, table));
}

function columnsOfTable({ models, places, tables = {} }: ColumnedStudy, table: string) {
  const all = places.filter((place) => place.table === table);
  const sources = Object.hasOwn(tables, table) ? tables[table]!.sources : undefined;
  const plain = all.flatMap(({ id, columns }) =>
    columns.map((column): SourcePlace => ({ model: id, column })),
  );
  const shown: readonly SourcePlace[] = sources === undefined ? plain : placesOf(sources, all);
  return shown.flatMap(({ model, column, panel, part }, i): StudyColumn[] => {
    const fit = Object.hasOwn(models, model) ? models[model] : undefined;
    if (fit === undefined) return [];
    const stages = part === 'first' ? (fit.endogenous ?? []) : [];
    const of =
      stages[shown.slice(0, i).filter((sourcePlace) => isStage(sourcePlace, model)).length];
    const result = part === undefined ? undefined : partOf(fit, { part, of });
    return [
      {
        id: columnId({ table, column, ...(panel !== undefined && { panel }) }),
        table,
        column,
        model,
        estimator: estimatorName(fit, { part, of }),
        ...(panel !== undefined && { panel }),
        ...(part !== undefined && { part }),
        ...(of !== undefined && { of }),
        ...(result !== undefined && { result }),
      },
    ];
  });
}

const isStage = ({ model, part }: SourcePlace, of: string) => model === of && part === 'first';

/** The first stage or reduced form of a result; undefined if the result lacks the necessary parts. */
function partOf(fit: FitResult, plan: Pick<ColumnPlan, 'part' | 'of'>): FitResult | undefined {
  if (isOfModel({ part: plan.part! })) return undefined;
  try {
    return planFits(engineNow, [fit, fit], { ...plan, path: 'columns' })[0];
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

interface SourcePlace extends Pick<StudyColumn, 'column' | 'panel' | 'part'> {
  readonly model: string;
}

function placesOf(
  sources: readonly ColumnSource[],
  places: readonly ModelPlace[],
): readonly SourcePlace[] {
  const numbers = columnNumbers(sources);
  const panels = [...new Set(sources.flatMap(({ panel }) => panel ?? []))];
  return sources.flatMap(({ column, model, part, panel }) => {
    const place = places[model - 1];
    if (place === undefined) return [];
    return {
      model: place.id,
      column: numbers.get(column)!,
      part,
      ...(panel !== undefined && { panel: panelLetter(panels.indexOf(panel)) }),
    };
  });
}

/** The numbers that readers give the columns of a table, by their first place in it: several lines may have columns. */
export function columnNumbers(sources: readonly ColumnSource[]): ReadonlyMap<number, number> {
  const first = [...new Set(sources.map(({ column }) => column))].sort((a, b) => a - b);
  return new Map(first.map((column, i) => [column, i + 1]));
}

/** The result behind a column. Undefined for a first stage that was not kept. */
export function resultOf(
  { models }: Pick<ColumnedStudy, 'models'>,
  { model, part = 'second', result }: StudyColumn,
): FitResult | undefined {
  if (result !== undefined) return result;
  return part === 'second' && Object.hasOwn(models, model) ? models[model] : undefined;
}

/** True for a column of the estimate itself, rather than of a first stage or a reduced form. */
export const isOfModel = ({ part = 'second' }: Pick<StudyColumn, 'part'>) => part === 'second';

/** The columns that a reference names: one, those of a group, or all of a table. None if there are none. */
export function columnsNamed(
  study: Pick<ColumnedStudy, 'places'>,
  columns: readonly StudyColumn[],
  { table, column, panel, group }: Reference,
): readonly StudyColumn[] {
  const inTable = columns.filter((studyColumn) => studyColumn.table === table);
  if (column === undefined && group === undefined) return inTable;
  const named = inTable.filter(
    (studyColumn) =>
      studyColumn.column === column && (panel === undefined || studyColumn.panel === panel),
  );
  if (named.length > 0) return named;
  const name = group ?? `${panel ?? ''}${column}`;
  const models = study.places.filter(
    (place) => place.table === table && groupNames(place, study.places).includes(name),
  );
  return inTable.filter(
    (studyColumn) => isOfModel(studyColumn) && models.some(({ id }) => id === studyColumn.model),
  );
}

/** The names of a group of a split table: `east`, and `Region.east`. */
export function groupNames(
  { table, group }: ModelPlace,
  places: readonly ModelPlace[],
): readonly string[] {
  if (group === undefined) return [];
  const { by, value } = group;
  const same = places.filter(
    (modelPlace) => modelPlace.table === table && modelPlace.group?.value === value,
  );
  const inSplit = same.filter((modelPlace) => modelPlace.group?.by === by);
  return [
    ...(same.length === 1 ? [value] : []),
    ...(inSplit.length === 1 ? [`${by}.${value}`] : []),
  ];
}
