/** An index as a step of `build`: `{index: entropy, columns: {income: +, deaths: "-"}}`. */
import type { Engine } from '../core/engine.js';
import { EconError, InputError } from '../core/errors.js';
import type { BuiltColumn, Column, Table, TableWarning } from '../data/index.js';
import { indexWarnings } from './index-warnings.js';
import { type IndexRecipe, indexFrom, indexRecipe } from './index-recipe.js';
import { type IndexOptions, schemas } from './options.js';

/** A column to build as an index; the other keys are options of `compositeIndex`. */
export interface IndexStep extends Omit<IndexOptions, 'method' | 'engine' | 'sensitivity'> {
  readonly name: string;
  readonly index: IndexOptions['method'];
  /** True if it may take the place of a column. */
  readonly replace?: boolean | undefined;
}

/** What each key of a step may be, apart from `name`, `replace` and `index`, which is the method. */
export const indexStepSchemas = {
  ...{ columns: schemas.columns, normalise: schemas.normalise, targets: schemas.targets },
  ...{ time: schemas.time, by: schemas.by, rescaleBy: schemas.rescaleBy, shift: schemas.shift },
  ...{ unshiftedScores: schemas.unshiftedScores, aggregate: schemas.aggregate },
  ...{ values: schemas.values, weights: schemas.weights, compat: schemas.compat },
  ...{ matrix: schemas.matrix, keep: schemas.keep, score: schemas.score, sign: schemas.sign },
  seed: schemas.seed,
};

/** The method of a step. */
export const indexMethodSchema = schemas.method;

/** A column with what a result says about it, and what rebuilds it. */
export interface IndexedColumn {
  readonly column: Column;
  readonly fact: BuiltColumn;
  readonly warnings: readonly TableWarning[];
}

/** The options of the index of a step. */
export function optionsOfStep(step: IndexStep): IndexOptions {
  const others = Object.entries(step).filter(
    ([key]) => !['name', 'replace', 'index'].includes(key),
  );
  return { ...(Object.fromEntries(others) as Omit<IndexOptions, 'method'>), method: step.index };
}

/** The columns that the step reads as indicators. */
export function indicatorNames({ columns }: Pick<IndexStep, 'columns'>): readonly string[] {
  return Array.isArray(columns) ? (columns as readonly string[]) : Object.keys(columns);
}

/** The columns that the step reads: indicators, and those of groups and periods. */
export function indexReads(step: IndexStep): readonly string[] {
  const groups = [step.by, step.rescaleBy, step.time].filter((name) => name !== undefined);
  return [...indicatorNames(step), ...groups];
}

/**
 * Builds the index of a step.
 *
 * @throws InputError as `compositeIndex`, with the name of the column
 */
export function indexColumn(engine: Engine, table: Table, step: IndexStep): IndexedColumn {
  const { name } = step;
  const recipe = named(name, () => indexRecipe(engine, table, optionsOfStep(step)));
  const values = named(name, () => indexFrom(engine, recipe));
  const missing = values.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
  return {
    column: { kind: 'number', values },
    fact: {
      name,
      expression: indexWords(recipe),
      ...(table.columns.has(name) && { replaced: true as const }),
      missing,
      reasons: missing === 0 ? [] : [{ reason: 'missing indicators', cells: missing }],
    },
    warnings: indexWarnings(engine, recipe, values).map(({ code, message }) => ({
      code,
      message: `build.${name}: ${message}`,
      column: name,
    })),
  };
}

/** Names the column in the errors of its index. */
function named<Result>(name: string, build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    const message = error.message.replace(/^index\b/, `build.${name}`);
    throw new InputError(error.code, message, { ...error.detail, built: name });
  }
}

/** `entropy index of ind1 (+), ind2 (-)`. */
function indexWords({ options, indicators }: IndexRecipe): string {
  const { names, directions } = indicators;
  const isComponents = options.method === 'pca';
  const columns = names.map((one, j) => (isComponents ? one : `${one} (${directions[j]})`));
  return `${options.method} index of ${columns.join(', ')}`;
}
