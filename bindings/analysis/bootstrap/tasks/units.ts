/** The units that are drawn: rows, clusters, or rows in order. */
import { missingCluster } from '../../../words/errors/bootstrap/replicates.js';
import * as said from '../../../words/errors/bootstrap/unavailable.js';
import { InputError } from '../../../core/errors/errors.js';
import { finiteColumn, findColumn, levelsOf, rowNumber } from '../../../data/index.js';
import { type Grouping, groupingOf } from '../../../models/linear/design/effects.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import { noBootstrap, type Subject } from '../../../models/replicates/refusal.js';

/** Units of the rows used, numbered from 0. */
export interface Units {
  readonly codes: Int32Array;
  readonly count: number;
  /** Number of levels of the absorbed effect in each unit, if there is an effect. */
  readonly levels?: Int32Array | undefined;
  /** Whether levels of absorbed effects lie in several units; only replicates of multipliers can have such effects. */
  readonly crossed?: boolean;
  /** Clusters of the variance, if several units lie in one: that of each unit. */
  readonly clusters?: Pick<Units, 'codes' | 'count'>;
}

/** Whether each level has rows of one unit only. */
export function isNested({ codes, count }: Pick<Units, 'codes' | 'count'>, units: Units): boolean {
  const unitOf = new Int32Array(count).fill(-1);
  return codes.every((level, row) => {
    const unit = units.codes[row]!;
    if (unitOf[level] === -1) unitOf[level] = unit;
    return unitOf[level] === unit;
  });
}

export function rowUnits({ rows }: Pick<LinearSample, 'rows'>): Units {
  return { codes: Int32Array.from(rows, (_, i) => i), count: rows.length };
}

/**
 * Numbers the clusters of a column.
 *
 * @throws InputError `missing-cluster`, `no-bootstrap` if there are fewer than two
 */
export function clusterUnits(
  { table, rows }: Pick<LinearSample, 'table' | 'rows'>,
  column: string,
  subject: Subject = 'bootstrap',
  key = 'cluster',
): Units {
  const { codes } = levelsOf(findColumn(table, column, `${subject}.${key}`));
  const lost = rows.find((row) => codes[row]! < 0);
  if (lost !== undefined) {
    const row = rowNumber(lost, table.fileRows);
    throw new InputError(missingCluster({ column, row }), { of: subject, key });
  }
  const units = groupingOf({ name: column, codes }, rows);
  if (units.count < 2) {
    throw noBootstrap(said.oneCluster({ key, column }), subject);
  }
  return units;
}

/**
 * Adds the clusters of the variance to units that lie in them.
 *
 * @throws InputError `no-bootstrap` if a unit has rows of several clusters
 */
export function withClusters(units: Units, clusters: Units, columns: said.NestedColumns): Units {
  if (!isNested(units, clusters)) throw noBootstrap(said.splitClusters(columns));
  if (units.count === clusters.count) return units;
  const codes = new Int32Array(units.count);
  units.codes.forEach((unit, row) => (codes[unit] = clusters.codes[row]!));
  return { ...units, clusters: { codes, count: clusters.count } };
}

/**
 * Numbers the rows by the order of a column.
 *
 * @throws InputError `no-bootstrap` if two rows have the same place
 */
export function orderedUnits(
  { table, rows }: Pick<LinearSample, 'table' | 'rows'>,
  column: string,
): Units {
  const values = finiteColumn(table, column, 'bootstrap.order');
  const places = Array.from(rows, (row, i) => [values[row]!, i] as const);
  places.sort(([a], [b]) => a - b);
  const tie = places.findIndex(([value], i) => i > 0 && !(value > places[i - 1]![0]));
  if (tie > 0) {
    throw noBootstrap(said.tiedRows({ column, value: places[tie]![0] }));
  }
  const codes = new Int32Array(rows.length);
  places.forEach(([, i], place) => (codes[i] = place));
  return { codes, count: rows.length };
}

/**
 * Adds to the units the levels of the absorbed effects in them.
 *
 * @throws InputError `no-bootstrap` if an effect crosses the units that are drawn
 */
export function withEffects(
  units: Units,
  absorbed: readonly Grouping[],
  subject: Subject = 'bootstrap',
): Units {
  const [effect, second] = absorbed;
  if (effect === undefined) return units;
  if (second !== undefined) {
    throw noBootstrap(said.changedEffects({ effect: second.name }), subject);
  }
  const unitOf = new Int32Array(effect.count).fill(-1);
  effect.codes.forEach((level, i) => {
    const unit = units.codes[i]!;
    if (unitOf[level] !== -1 && unitOf[level] !== unit) {
      throw noBootstrap(said.splitGroups({ effect: effect.name }), subject);
    }
    unitOf[level] = unit;
  });
  const levels = new Int32Array(units.count);
  for (const unit of unitOf) levels[unit]! += 1;
  return { ...units, levels };
}
