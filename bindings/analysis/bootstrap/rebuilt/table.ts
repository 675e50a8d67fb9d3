/** The data of a bootstrap whose indices are built from the drawn rows. */
import { builtOtherwise } from '../../../words/errors/bootstrap/indices.js';
import type { Engine } from '../../../core/engine/engine.js';
import {
  type BuildStep,
  buildColumns,
  columnsInStep,
  type Column,
  type IndexStep,
  type PanelKeys,
  type Table,
} from '../../../data/index.js';
import { type IndexRecipe, indexFrom, indexRecipe } from '../../../models/indices/index-recipe.js';
import { optionsOfStep } from '../../../models/indices/options.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import { noBootstrap } from '../../../models/replicates/refusal.js';
import { rowsByUnit } from '../tasks/drawn-rows.js';
import type { Rebuild } from '../tasks/rebuild.js';

/**
 * Checks that the steps reproduce the columns of the estimate.
 *
 * @throws InputError `no-bootstrap` if the index was built from other rows than those of the estimate's table
 */
export function checkRebuilt(engine: Engine, rebuild: Rebuild): void {
  const columns = new Map(rebuild.table.columns);
  const working = { ...rebuild.table, columns };
  for (const { name, build } of buildersOf(engine, rebuild)) {
    const { values } = build(working);
    const before = rebuild.table.columns.get(name)!;
    if (values.every((value, row) => Object.is(value, before.values[row]))) continue;
    throw noBootstrap(builtOtherwise({ column: name }));
  }
}

export interface IndexedTable {
  /**
   * The data with indices whose scales and weights are computed with unit u drawn `counts[u]` times. Valid until the
   * next call.
   */
  withIndices(counts: Int32Array): Table;
  /** Whether an index uses a row. */
  isIndexed(row: number): boolean;
}

/** Computes a column for all rows of the data, from drawn rows or from all rows. */
type Builder = (table: Table, rows?: Int32Array) => Column;

interface NamedBuilder {
  readonly name: string;
  readonly build: Builder;
  readonly recipe?: IndexRecipe;
}

export function openTable(engine: Engine, rebuild: Rebuild): IndexedTable {
  const { table, unitOf, count } = rebuild;
  const builders = buildersOf(engine, rebuild);
  const isIndexed = (row: number) =>
    builders.some(({ recipe }) => (recipe?.places[row] ?? -1) >= 0);
  const places = Int32Array.from(unitOf.keys()).filter((row) => unitOf[row]! >= 0);
  const byUnit = rowsByUnit({ codes: places.map((row) => unitOf[row]!), count });
  const rowsOf = byUnit.map((ofUnit) => ofUnit.map((place) => places[place]!).filter(isIndexed));
  // All replicates share one table, because its panel is cached.
  const columns = new Map(table.columns);
  const working = { ...table, columns };
  return {
    isIndexed,
    withIndices(counts) {
      const rows = repeated(rowsOf, counts);
      for (const { name, build } of builders) columns.set(name, build(working, rows));
      return working;
    },
  };
}

function buildersOf(engine: Engine, { table, steps }: Rebuild): NamedBuilder[] {
  const rebuilt = new Set<string>();
  return steps.map(({ step, panel }) => {
    const builder =
      'index' in step
        ? indexBuilder(engine, table, step, rebuilt)
        : { build: expressionBuilder(engine, step, panel) };
    rebuilt.add(step.name);
    return { name: step.name, ...builder };
  });
}

/** If the indicators of an index are indices themselves, they are read again in each replicate. */
function indexBuilder(
  engine: Engine,
  table: Table,
  step: IndexStep,
  rebuilt: ReadonlySet<string>,
): { readonly build: Builder; readonly recipe: IndexRecipe } {
  const options = optionsOfStep(step);
  const recipe = indexRecipe(engine, table, options);
  const isNested = columnsInStep(step).some((name) => rebuilt.has(name));
  const build: Builder = (current, rows) => {
    const now = isNested
      ? { ...indexRecipe(engine, current, options), ...sampleOf(recipe) }
      : recipe;
    return { kind: 'number', values: indexFrom(engine, now, rows) };
  };
  return { build, recipe };
}

function sampleOf({ sample }: IndexRecipe): Pick<IndexRecipe, 'sample'> {
  return sample === undefined ? {} : { sample };
}

function expressionBuilder(engine: Engine, step: BuildStep, panel: PanelKeys | undefined): Builder {
  const math = elementaryMath(engine);
  const steps = [{ ...step, replace: true }];
  return (table) =>
    buildColumns(table, steps, { math, panel, index: () => new Float64Array() }).table.columns.get(
      step.name,
    )!;
}

/** The rows of each unit, repeated as often as the unit is drawn. */
function repeated(rowsOf: readonly Int32Array[], counts: Int32Array): Int32Array {
  const total = rowsOf.reduce((sum, { length }, unit) => sum + counts[unit]! * length, 0);
  const rows = new Int32Array(total);
  let next = 0;
  rowsOf.forEach((ofUnit, unit) => {
    for (let i = 0; i < counts[unit]!; i++) {
      rows.set(ofUnit, next);
      next += ofUnit.length;
    }
  });
  return rows;
}
