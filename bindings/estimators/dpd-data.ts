/** The arrays of a dynamic panel as a panel with named columns. */
import { badArgument } from '../core/bad-argument.js';
import { listed } from '../core/messages.js';
import type { Levels } from '../data/levels.js';
import { arranged } from '../data/panel/arranged.js';
import type { PanelIndex } from '../data/panel/panel.js';
import { timeGrid } from '../data/panel/time-grid.js';
import { type Clustering, oneCluster } from '../models/linear/design/clusters.js';
import { groupingOf } from '../models/linear/design/effects.js';
import type { DpdModel } from '../models/dpd/model/model.js';
import { codesOf, type Vector, vectorOf } from './arrays.js';
import type { Labels } from './sample.js';

export interface PanelData {
  readonly panel: PanelIndex;
  /** y and the columns of X, by row of the arrays. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The unit of each row, numbered in the order in which they appear. */
  readonly units: Levels;
  readonly times: Float64Array;
}

interface Arrays {
  readonly y: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  readonly unit: Labels;
  readonly time: Vector;
}

/** @throws InputError `bad-value`, `shape-mismatch`; of the panel `time-off-grid`, `too-many-periods`, `duplicate-keys` */
export function panelData({ y, columns, names, unit, time }: Arrays): PanelData {
  const reserved = names.find((name) => ['y', 'unit', 'time'].includes(name));
  if (reserved !== undefined) {
    throw badArgument('dpd', 'names', 'names other than y, unit and time', reserved);
  }
  const { codes, count } = codesOf('dpd', 'unit', unit, y.length);
  const units = { codes, names: Array.from({ length: count }, (_, code) => String(code)) };
  const times = vectorOf('dpd', 'time', time, y.length);
  const grid = timeGrid(times, { column: 'time', step: 1, use: 'panel.time' });
  return {
    panel: arranged({ unit: 'unit', time: 'time', step: 1 }, units, grid),
    columns: new Map([['y', y], ...names.map((name, j) => [name, columns[j]!] as const)]),
    units,
    times,
  };
}

/** All arrays, as data of the root have them. */
export function columnsByName({ columns, units, times }: Omit<PanelData, 'panel'>) {
  const unit = Float64Array.from(units.codes);
  return { ...Object.fromEntries(columns), unit, time: times };
}

/**
 * The clusters that a model names among the arrays.
 *
 * @throws InputError `bad-value`; IdentificationError `too-few-clusters`
 */
export function clustersOf({ vcov }: DpdModel, data: PanelData): Clustering[] {
  if (vcov.cluster === undefined) return [];
  const arrays: Readonly<Record<string, Float64Array>> = columnsByName(data);
  return vcov.cluster.map((column) => {
    if (!Object.hasOwn(arrays, column)) {
      throw badArgument(
        'dpd',
        'vcov.cluster',
        `names among ${listed(Object.keys(arrays))}`,
        column,
      );
    }
    const values = arrays[column]!;
    const { codes } = codesOf('dpd', column, values, values.length);
    const grouping = groupingOf({ name: column, codes }, data.panel.order);
    if (grouping.count < 2) throw oneCluster(column, 'vcov.cluster');
    return { column, codes: grouping.codes, count: grouping.count };
  });
}
