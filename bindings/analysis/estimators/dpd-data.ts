/** The arrays of a dynamic panel as a panel with named columns. */
import { badArgument } from '../../core/errors/bad-argument.js';
import { type Levels, levelsOf } from '../../data/levels.js';
import { arranged } from '../../data/panel/arranged.js';
import type { PanelIndex } from '../../data/panel/panel.js';
import { timeGrid } from '../../data/panel/time-grid.js';
import { type Clustering, oneCluster } from '../../models/linear/design/clusters.js';
import { groupingOf } from '../../models/linear/design/effects.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import { codesOf, type Vector, vectorOf } from './arrays.js';
import type { Labels } from './sample.js';
import * as wanted from '../../words/expectations/analysis/arrays.js';

export interface PanelData {
  readonly panel: PanelIndex;
  /** y and the columns of X, in the row order of the arrays. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The unit of each row, numbered and named as in a table. */
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
    throw badArgument(
      'dpd',
      'names',
      wanted.unreservedNames({ reserved: ['y', 'unit', 'time'] }),
      reserved,
    );
  }
  const units = unitsOf(unit, y.length);
  const times = vectorOf('dpd', 'time', time, y.length);
  const from = { column: 'time', step: 1, use: 'panel.time' };
  const grid = timeGrid(times, from);
  return {
    panel: arranged({ unit: 'unit', time: 'time', step: 1 }, units, grid),
    columns: new Map([['y', y], ...names.map((name, j) => [name, columns[j]!] as const)]),
    units,
    times,
  };
}

/** Units, numbered and named as in a table: numbers in ascending order, texts by code point. */
function unitsOf(unit: Labels, nrows: number): Levels {
  const { codes, labels } = codesOf('dpd', 'unit', unit, nrows);
  if (labels.includes('')) throw badArgument('dpd', 'unit', wanted.labelInEachRow(), '');
  const isNumbers = labels.every((label) => typeof label === 'number');
  const { names, codes: places } = levelsOf(
    isNumbers
      ? { kind: 'number', values: Float64Array.from(labels as number[]) }
      : { kind: 'text', values: labels.map(String) },
  );
  return { names, codes: codes.map((code) => places[code]!) };
}

/** All arrays, in the form of data of the main entry point. */
export function columnsByName({ columns, units, times }: Omit<PanelData, 'panel'>) {
  const unit = Float64Array.from(units.codes);
  return { ...Object.fromEntries(columns), unit, time: times };
}

/**
 * The clusters that a model names, from the arrays.
 *
 * @throws InputError `bad-value`; IdentificationError `too-few-clusters`
 */
export function clustersOf({ vcov }: DynamicModel, data: PanelData): Clustering[] {
  if (vcov.cluster === undefined) return [];
  const arrays: Readonly<Record<string, Float64Array>> = columnsByName(data);
  return vcov.cluster.map((column) => {
    if (!Object.hasOwn(arrays, column)) {
      throw badArgument(
        'dpd',
        'vcov.cluster',
        wanted.namesInArrays({ known: Object.keys(arrays) }),
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
