/** The steps that run before a model: append, reshape, merge and build. This module is loaded only if a model has one. */
import { renamedTwice, unknownRenamed } from '../../words/errors/models/keys.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import {
  type AppendedFile,
  appendTables,
  buildColumns,
  type Built,
  type Column,
  mergeTables,
  type PanelKeys,
  renamedWarnings,
  reshapeGroups,
  reshapeLayout,
  reshapeLongOrSeries,
  reshapeWide,
  suggestionOf,
  type Table,
  type TableWarning,
} from '../../data/index.js';
import { indexOf } from '../indices/composite-index.js';
import { scoresOf } from '../indices/index-column.js';
import { optionsOfStep } from '../indices/options.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { ByName } from '../../results/common.js';
import { warningOf } from '../../words/warning.js';
import type { CompositeIndex } from '../../results/indices/composite-index.js';
import type { Preparation, PrepareOptions, Steps } from './preparation.js';
import type { Append, DataPlace, DataSteps, Merge, Reshape } from '../schema/data-keys.js';

/** The steps, with a text that identifies them. */
interface Recipe extends Preparation {
  readonly recipe: string;
}

/** The table after its steps, and what the steps made. */
export async function takeSteps(
  table: Table,
  { append, reshape, merge, build, panel, recipe }: Recipe,
  options: PrepareOptions,
): Promise<Steps> {
  const { recipes = [], built = {} } = table.prepared ?? {};
  const whole = await appendedTo(table, append ?? [], options);
  const shaped = await reshapedBy(whole.table, reshape, options);
  const merged = await mergedWith(shaped.table, merge ?? [], options);
  const made = await builtBy(merged.table, build ?? [], { panel, engine: options.engine });
  const facts: Built = {
    ...built,
    ...joined('append', built.append, whole.files),
    ...shaped.built,
    ...joined('merge', built.merge, merged.files),
    ...joined('columns', built.columns, made.columns),
  };
  const { indices, splits } = made;
  const steps = build === undefined ? [] : [{ steps: made.steps, panel }];
  const builds = [...(table.prepared?.builds ?? []), ...steps];
  const prepared = {
    ...made.table,
    prepared: { recipes: [...recipes, recipe], built: facts, builds },
  };
  return { table: prepared, indices, splits };
}

function joined<Key extends string, Fact>(
  key: Key,
  before: readonly Fact[] = [],
  after: readonly Fact[],
) {
  const all = [...before, ...after];
  return all.length === 0 ? {} : { [key]: all };
}

async function reshapedBy(table: Table, reshape: Reshape | undefined, { engine }: PrepareOptions) {
  if (reshape === undefined) return { table, built: {} };
  const { table: shaped, reshaped } = await shapedBy(table, reshape, engine);
  return { table: shaped, built: { reshape: reshaped } };
}

async function shapedBy(
  table: Table,
  { long, wide, groups, layout }: Reshape,
  engine: Engine | undefined,
) {
  if (groups !== undefined) {
    return reshapeGroups(table, groups, elementaryMath(await engineFor(engine)));
  }
  if (layout !== undefined) return reshapeLayout(table, layout);
  return long === undefined ? reshapeWide(table, wide!) : reshapeLongOrSeries(table, long);
}

async function appendedTo(
  table: Table,
  appends: readonly Append[],
  { read = readPlace }: PrepareOptions,
) {
  const files: AppendedFile[] = [];
  let longer = table;
  for (const { file: place, rename = [], source } of appends) {
    const file = placeName(place);
    const other = renamed(await read(place), rename, { step: 'append', file });
    const result = appendTables(longer, other, { source, before: files }, file);
    longer = result.table;
    files.push(result.appended);
  }
  return { table: longer, files };
}

async function mergedWith(
  table: Table,
  merges: readonly Merge[],
  { read = readPlace }: PrepareOptions,
) {
  const files = [];
  let joinedTable = table;
  for (const { file: place, rename = [], ...keys } of merges) {
    const file = placeName(place);
    const other = renamed(await read(place), rename, { step: 'merge', file });
    const result = mergeTables(joinedTable, other, keys, file);
    joinedTable = result.table;
    files.push(result.merged);
  }
  return { table: joinedTable, files };
}

/** The name of a file or query in messages. */
function placeName(place: DataPlace): string {
  return 'sql' in place ? 'sql' : place.file;
}

async function readPlace(place: DataPlace): Promise<Table> {
  if ('sql' in place) {
    const { readSql } = await import('../../data/readers/sql.js');
    return readSql(place.sql, { folder: place.folder });
  }
  const { file, ...options } = place;
  const { readTable } = await import('../../data/readers/read-table.js');
  return readTable(file, { ...options, name: file });
}

function renamed(
  table: Table,
  rename: NonNullable<Merge['rename']>,
  place: { readonly step: 'append' | 'merge'; readonly file: string },
): Table {
  if (rename.length === 0) return table;
  const all = new Map(rename.map(({ from, to }) => [from, to]));
  const newNames = new Map(all);
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) {
    const to = newNames.get(name) ?? name;
    newNames.delete(name);
    if (columns.has(to)) {
      throw new InputError(renamedTwice({ ...place, column: to }));
    }
    columns.set(to, column);
  }
  const [unknown] = newNames.keys();
  if (unknown === undefined) {
    const warnings = renamedWarnings(
      table.warnings ?? [],
      new Map(rename.map(({ from, to }) => [from, [to]])),
    );
    const rewritten = new Map(
      [...(table.rewritten ?? [])].map(([name, styles]) => [all.get(name) ?? name, styles]),
    );
    return { ...table, columns, rewritten, ...(warnings.length > 0 && { warnings }) };
  }
  const near = suggestionOf(unknown, table.columns.keys());
  throw new InputError(unknownRenamed({ ...place, column: unknown, near }));
}

async function builtBy(
  table: Table,
  steps: NonNullable<DataSteps['build']>,
  { panel, engine }: { readonly panel: PanelKeys | undefined; readonly engine: Engine | undefined },
) {
  if (steps.length === 0) return { table, columns: [], splits: [], indices: {}, steps };
  const core = await engineFor(engine);
  const indices: Record<string, CompositeIndex> = {};
  const made = buildColumns(table, steps, {
    math: elementaryMath(core),
    panel,
    index(before, step) {
      const { name } = step;
      const result = namingStep(name, () => indexOf(core, before, optionsOfStep(step)));
      indices[name] = result;
      return scoresOf(result);
    },
  });
  return { ...made, indices, table: withIndexWarnings(made.table, indices) };
}

/** Adds the warnings of the indices, except those about rows without a value, which the facts already count. */
function withIndexWarnings(table: Table, indices: ByName<CompositeIndex>): Table {
  const added = Object.entries(indices).flatMap(([column, { warnings }]) =>
    warnings
      .filter(({ code }) => code !== 'no-score')
      .map((warning) => ({ ...warningOf(`build.${column}`, warning as TableWarning), column })),
  );
  return added.length === 0 ? table : { ...table, warnings: [...(table.warnings ?? []), ...added] };
}

/** Adds the name of the column to errors that its index throws. */
function namingStep<Result>(name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { of } = error.telling;
    throw error.retold({
      of: of === undefined ? `build.${name}` : `build.${name}: ${of}`,
      detail: { ...error.detail, built: name },
    });
  }
}
