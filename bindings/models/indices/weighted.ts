/** Scores of rows as weighted means of normalised indicators. */
import { badFinding } from '../../core/errors/bad-argument.js';
import * as said from '../../words/errors/models/indices.js';
import * as wanted from '../../words/expectations/models/indices.js';
import type { Told } from '../../words/told.js';
import { badArgument } from '../../core/arguments/arguments.js';
import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { inGroup, type Indicators, inRows, rowGroups, scatter } from './indicators.js';
import { aggregate, closeness, type Columns, entropyWeights, variationWeights } from './kernels.js';
import { normalised } from './normalised.js';
import type { IndexOptions } from './options.js';

/** Weights of one group of rows, with entropies if the weights are derived from them. */
export interface Weighing {
  readonly value: string;
  readonly weights: Float64Array;
  readonly redundancies?: Float64Array;
}

export interface Weighted {
  readonly groups: readonly Weighing[];
  /** One for each complete row. */
  readonly scores: Float64Array;
}

/** @throws InputError `bad-value`, `constant-column`, `negative-value`, `no-weights` */
export function weighted(engine: Engine, indicators: Indicators, options: IndexOptions): Weighted {
  const { method, shift = 0, unshiftedScores = false } = options;
  const scaled = normalised(engine, indicators, options);
  const shifted = shift === 0 ? scaled : scaled.map((values) => values.map((z) => z + shift));
  const scores = new Float64Array(indicators.rows.length).fill(NaN);
  // TOPSIS takes its weights from min-max scales even if its distances use vector scales.
  const source =
    method === 'topsis' && options.normalise === 'vector'
      ? normalised(engine, indicators, { ...options, normalise: 'minmax' })
      : shifted;
  const periods = periodsOf(indicators, options);
  const used = rowGroups(indicators, 'by').filter(({ reference }) => reference.length > 0);
  const groups = used.map((group): Weighing => {
    const weighing = weigh(engine, indicators, options, {
      value: group.value,
      columns: inRows(source, group.reference),
      raw: inRows(indicators.columns, group.reference),
      periods,
    });
    const columns = unshiftedScores ? scaled : shifted;
    const parts = {
      columns: inGroup(columns, group),
      reference: inRows(columns, group.reference),
    };
    scatter(scoresOf(engine, indicators, options, { ...parts, ...weighing }), group, scores);
    return weighing;
  });
  return { groups, scores };
}

interface Sample {
  readonly value: string;
  readonly columns: Columns;
  readonly raw: Columns;
  /** Number of periods for the faulty rule; undefined for the correct one. */
  readonly periods: number | undefined;
}

function weigh(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
  { value, columns, raw, periods }: Sample,
): Weighing {
  const k = columns.length;
  const kind = weightingOf(options);
  if (typeof kind !== 'string') return { value, weights: given(indicators.names, kind) };
  if (kind === 'equal') return { value, weights: new Float64Array(k).fill(1 / k) };
  if (columns[0]!.length < 2) {
    throw badFinding('index', 'by', wanted.rowsInEachGroup(), wanted.oneRowIn({ group: value }));
  }
  if (kind !== 'entropy') {
    checkRatios(options, kind);
    const source = kind === 'cv' && options.values === 'raw' ? raw : columns;
    const weights = variationWeights(engine, source, kind);
    return { value, weights: checked(weights, said.undefinedWeights({ kind })) };
  }
  checkShares(indicators.names, columns);
  const n = columns[0]!.length;
  const { redundancies, weights } = entropyWeights(engine, columns, periods ?? n);
  checked(weights, said.equalRows());
  return { value, weights, redundancies };
}

/** Refuses z-scores: their mean is zero, so variation relative to it is meaningless. */
function checkRatios({ normalise, values }: IndexOptions, kind: string): void {
  if (kind !== 'cv' || normalise !== 'zscore' || values === 'raw') return;
  throw badArgument('index', 'normalise', wanted.ruleForVariation(), normalise);
}

/** The kind of weights, or the given weights. */
export function weightingOf({ method, weights }: IndexOptions) {
  if (method === 'topsis') return weights ?? 'entropy';
  if (method !== 'given') return method as 'entropy' | 'equal' | 'critic' | 'cv';
  if (typeof weights === 'object') return weights;
  throw badArgument('index', 'weights', wanted.numbersInOrder(), weights);
}

function given(names: readonly string[], weights: readonly number[]): Float64Array {
  if (weights.length !== names.length) {
    const expected = wanted.numberOfEach({ count: names.length });
    throw badArgument('index', 'weights', expected, `${weights.length}`);
  }
  const negative = weights.find((weight) => weight < 0);
  if (negative !== undefined) {
    throw badArgument('index', 'weights', wanted.numbersAtLeastZero(), negative);
  }
  const total = weights.reduce((a, b) => a + b, 0);
  // Weights printed to three decimals, such as 0.333 three times, count as summing to one.
  if (Math.abs(total - 1) <= 0.0005 * names.length) {
    return Float64Array.from(weights, (weight) => weight / total);
  }
  throw badFinding('index', 'weights', wanted.numbersToOne(), wanted.sumOf({ sum: total }));
}

function checkShares(names: readonly string[], columns: Columns): void {
  columns.forEach((values, j) => {
    const low = values.reduce((a, b) => (a < b ? a : b));
    if (low >= 0) return;
    throw new InputError(said.negativeShare({ column: names[j]!, found: low }), 'index');
  });
}

function checked(weights: Float64Array, otherwise: Told): Float64Array {
  if (weights.every(Number.isFinite)) return weights;
  throw new InputError(otherwise, 'index');
}

/** The number of periods in the faulty rule. */
function periodsOf(indicators: Indicators, { compat, time }: IndexOptions) {
  if (compat === undefined) return undefined;
  if (time === undefined) {
    throw badArgument('index', 'time', wanted.periodsForLogarithm(), undefined);
  }
  const { length } = rowGroups(indicators, 'time').filter(({ reference }) => reference.length > 0);
  if (length >= 2) return length;
  throw badArgument('index', 'time', wanted.severalPeriods(), time);
}

/** Columns to average, and the columns in the rows from which the weights are computed. */
interface Scored {
  readonly columns: Columns;
  readonly reference: Columns;
  readonly weights: Float64Array;
}

function scoresOf(
  engine: Engine,
  { names, directions }: Indicators,
  options: IndexOptions,
  { columns, reference, weights }: Scored,
): Float64Array {
  if (options.method === 'topsis') {
    const isVector = options.normalise === 'vector';
    const signs = directions.map((direction) => (isVector && direction === '-' ? -1 : 1));
    return closeness(engine, columns, reference, { weights, signs: Int32Array.from(signs) });
  }
  const rule = options.aggregate ?? 'arithmetic';
  if (rule === 'geometric') {
    const j = reference.findIndex((values) => values.some((z) => z < 0));
    if (j >= 0) throw new InputError(said.negativeFactor({ column: names[j]! }), 'index');
  }
  return aggregate(engine, columns, weights, rule);
}
