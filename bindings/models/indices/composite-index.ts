/** Composite indices of indicators. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import {
  anyTable,
  builtOf,
  type DataInput,
  labelsOf,
  type Table,
  tableWarnings,
} from '../../data/index.js';
import type { ByName, Warning } from '../../results/common.js';
import type {
  ComponentIndex,
  CompositeIndex,
  GroupWeights,
  WeightedIndex,
} from '../../results/indices/composite-index.js';
import { principalComponents } from './components.js';
import { type Indicators, indicatorsOf } from './indicators.js';
import { checkUsed, type IndexOptions, schemas, spelledRule } from './options.js';
import { sensitivityOf } from './sensitivity.js';
import { type Weighing, weighted } from './weighted.js';
import { indexWarnings } from '../../words/en/warnings/indices.js';
import { warning } from '../../words/warning.js';

/**
 * Builds an index: entropy, CRITIC, coefficient-of-variation, equal or given weights, TOPSIS, or principal components.
 * Rows that lack an indicator have no score.
 *
 * @throws InputError `bad-value`, `unknown-column`, `text-in-numeric-column`, `infinite-value`, `no-rows`,
 *   `constant-column`, `negative-value`, `no-weights`, and as `anyTable`
 */
export async function compositeIndex(
  data: DataInput,
  options: IndexOptions,
): Promise<CompositeIndex> {
  const given = checkKeys('index', schemas, options, ['method', 'columns']);
  const [normalise, keep] = [given.normalise, given.keep].map(spelledRule);
  options = { ...given, normalise, keep };
  return inOnePiece(options, async () => {
    return indexOf(await engineFor(options.engine), anyTable(data), options);
  });
}

/** `compositeIndex` for options that have been checked. */
export function indexOf(engine: Engine, table: Table, options: IndexOptions): CompositeIndex {
  checkUsed(options);
  const indicators = indicatorsOf(table, options);
  return options.method === 'pca'
    ? componentIndex(engine, table, indicators, options)
    : weightedIndex(engine, table, indicators, options);
}

function weightedIndex(
  engine: Engine,
  table: Table,
  indicators: Indicators,
  options: IndexOptions,
): WeightedIndex {
  const { method, normalise = 'minmax', aggregate = 'arithmetic', shift = 0, compat } = options;
  const { groups, scores } = weighted(engine, indicators, options);
  const all = spread(indicators, scores);
  return {
    kind: 'index',
    method: method as WeightedIndex['method'],
    ...indicatorFacts(table, indicators),
    normalise,
    aggregate,
    shift,
    ...(compat !== undefined && { compat }),
    ...(options.by === undefined
      ? groupWeights(indicators, groups[0]!)
      : {
          by: options.by,
          byGroup: Object.fromEntries(
            groups.map((group) => [group.value, groupWeights(indicators, group)]),
          ),
        }),
    scores: all,
    ...(method === 'topsis' && { closeness: all }),
    ...(options.sensitivity === true &&
      sensitivityOf(engine, indicators, options, scores, table.fileRows)),
    warnings: [
      ...commonWarnings(table, indicators, options),
      ...compatWarnings(options),
      ...zeroWarnings(options, scores),
    ],
  };
}

function componentIndex(
  engine: Engine,
  table: Table,
  indicators: Indicators,
  options: IndexOptions,
): ComponentIndex {
  const parts = principalComponents(engine, indicators, options);
  const { scores, composite, tied, ...components } = parts;
  const rowScores = Array.from(indicators.rows, (_, i) => scores.map((values) => values[i]!));
  return {
    kind: 'index',
    method: 'pca',
    ...indicatorFacts(table, indicators),
    ...components,
    scores: spread(indicators, rowScores),
    composite: spread(indicators, composite),
    warnings: [
      ...commonWarnings(table, indicators, options),
      ...adequacyWarnings(components.kmo),
      ...tiedWarnings(tied),
    ],
  };
}

function indicatorFacts(table: Table, { names, directions, nrows, rows }: Indicators) {
  return {
    columns: Object.fromEntries(names.map((name, j) => [name, directions[j]!])),
    nrows,
    nobs: rows.length,
    ...labelsOf(table, names),
    ...builtOf(table),
  };
}

function groupWeights({ names }: Indicators, { weights, redundancies }: Weighing): GroupWeights {
  const named = (read: (j: number) => number): ByName =>
    Object.fromEntries(names.map((name, j) => [name, read(j)]));
  return {
    ...(redundancies !== undefined && {
      entropy: named((j) => 1 - redundancies[j]!),
      redundancy: named((j) => redundancies[j]!),
    }),
    weights: named((j) => weights[j]!),
  };
}

/** Puts the values of the complete rows into their positions in the data. */
function spread<T>({ nrows, rows }: Indicators, values: ArrayLike<T>): (T | null)[] {
  const out = new Array<T | null>(nrows).fill(null);
  rows.forEach((row, i) => {
    out[row] = values[i]!;
  });
  return out;
}

function commonWarnings(
  table: Table,
  { names, nrows, rows }: Indicators,
  { by, time, rescaleBy }: IndexOptions,
): Warning[] {
  const left = nrows - rows.length;
  return [
    ...tableWarnings(table, { names, by, time, rescaleBy }),
    ...(left === 0 ? [] : [warning(indexWarnings, 'no-score', { without: left, rows: nrows })]),
  ];
}

/** A warning about a faulty rule that was requested. */
function compatWarnings({ compat }: IndexOptions): Warning[] {
  if (compat === undefined) return [];
  return [warning(indexWarnings, 'ln-periods', {})];
}

/** Warns that a geometric mean is zero if an indicator is. */
function zeroWarnings({ aggregate }: IndexOptions, scores: Float64Array): Warning[] {
  const zeros = scores.filter((score) => score === 0).length;
  if (aggregate !== 'geometric' || zeros === 0) return [];
  return [warning(indexWarnings, 'zero-score', { rows: zeros })];
}

/** Kaiser (1974) calls values below 0.5 unacceptable. Two indicators always have 0.5, up to rounding. */
const ACCEPTABLE = 0.5;
const ROUNDING = 1e-9;

function adequacyWarnings(kmo: number | null): Warning[] {
  if (kmo === null || kmo >= ACCEPTABLE - ROUNDING) return [];
  return [warning(indexWarnings, 'low-kmo', { kmo })];
}

/** Warns that the loadings of equal eigenvalues can be rotated into each other. */
function tiedWarnings(places: readonly number[]): Warning[] {
  if (places.length === 0) return [];
  return [warning(indexWarnings, 'tied-components', { components: places })];
}
