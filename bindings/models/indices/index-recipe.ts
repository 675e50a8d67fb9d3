/** An index as a step of `build`, and the same index rebuilt from drawn rows. */
import type { Engine } from '../../core/engine/engine.js';
import type { Table } from '../../data/index.js';
import { type ComponentScores, componentScores } from './components.js';
import { drawnFrom, type Indicators, indicatorsOf } from './indicators.js';
import { checkUsed, type IndexOptions } from './options.js';
import { weighted } from './weighted.js';

/** An index and its indicators, as plain data that a worker can receive. */
export interface IndexRecipe {
  readonly options: IndexOptions;
  readonly indicators: Indicators;
  /** Position of each row of the data among the complete rows; -1 if an indicator is missing. */
  readonly places: Int32Array;
  /** The components of the data, from which components of drawn rows take their signs. */
  readonly sample?: Pick<ComponentScores, 'loadings' | 'parallel'>;
}

/**
 * Reads the indicators of an index whose options have been checked by `schemas`.
 *
 * @throws InputError as `compositeIndex`
 */
export function indexRecipe(engine: Engine, table: Table, options: IndexOptions): IndexRecipe {
  checkUsed(options);
  const indicators = indicatorsOf(table, options);
  const places = new Int32Array(table.nrows).fill(-1);
  indicators.rows.forEach((row, place) => (places[row] = place));
  const recipe = { options, indicators, places };
  if (options.method !== 'pca') return recipe;
  const { loadings, parallel } = componentScores(engine, indicators, options);
  return { ...recipe, sample: { loadings, parallel } };
}

/**
 * The index in every row of the data, NaN if an indicator is missing. Scales, weights and components are computed from
 * `rows` (default all), in which a row may occur several times; the bits are those of a table with these rows.
 *
 * @throws InputError `constant-column`, `negative-value`, `no-weights` for these rows
 */
export function indexFrom(
  engine: Engine,
  { options, indicators, places, sample }: IndexRecipe,
  rows?: Int32Array,
): Float64Array {
  const reference = rows?.map((row) => places[row]!).filter((place) => place >= 0);
  const drawn = reference === undefined ? indicators : drawnFrom(indicators, reference);
  const values =
    options.method === 'pca'
      ? componentScores(engine, drawn, options, sample).composite
      : weighted(engine, drawn, options).scores;
  const out = new Float64Array(indicators.nrows).fill(NaN);
  indicators.rows.forEach((row, place) => (out[row] = values[place]!));
  return out;
}
