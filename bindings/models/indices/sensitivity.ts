/** How ranks depend on the choices of an index: normalisation, weights, aggregation, and single indicators. */
import type { Engine } from '../../core/engine/engine.js';
import { EconError } from '../../core/errors/errors.js';
import { averageRanks } from '../../core/numerics/ranks.js';
import { levelled } from '../../core/numerics/ties.js';
import { unit } from '../../core/numerics/sums.js';
import { type FileRows, rowNumber } from '../../data/index.js';
import type { IndexVariant, RankRange } from '../../results/indices/composite-index.js';
import type { Indicators } from './indicators.js';
import type { IndexOptions } from './options.js';
import { weighted, weightingOf } from './weighted.js';

const normalisations = ['minmax', 'zscore', 'target'] as const;
const weightings = ['entropy', 'equal', 'critic', 'cv'] as const;
const aggregations = ['arithmetic', 'geometric'] as const;

interface Choice {
  readonly normalise: string;
  readonly weights: string;
  readonly aggregate: 'arithmetic' | 'geometric';
  readonly without?: string;
}

/** Ranks of the rows of `scores`, and their range over all variants that can be computed. */
export function sensitivityOf(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
  scores: Float64Array,
  fileRows: FileRows | undefined,
): { readonly ranks: readonly RankRange[]; readonly variants: readonly IndexVariant[] } {
  const base = averageRanks(levelled(scores));
  const outcomes = choicesOf(indicators, options).map((choice) => {
    try {
      const variant = variantScores(engine, indicators, options, choice);
      return { choice, scores: variant, reason: undefined };
    } catch (error) {
      if (!(error instanceof EconError)) throw error;
      return { choice, scores: undefined, reason: error.message };
    }
  });
  const ranked = [scores, ...outcomes.flatMap((outcome) => outcome.scores ?? [])].map(placesOf);
  return {
    ranks: Array.from(indicators.rows, (row, i) => {
      const places = ranked.map((ranks) => ranks[i]!);
      const [rank] = places;
      const range = { low: Math.min(...places), high: Math.max(...places) };
      return { row: rowNumber(row, fileRows), rank: rank!, ...range };
    }),
    variants: outcomes.map(({ choice, scores: variant, reason }): IndexVariant => ({
      ...choice,
      rankCorrelation:
        variant === undefined ? null : correlationOf(base, averageRanks(levelled(variant))),
      ...(reason !== undefined && { reason }),
    })),
  };
}

function choicesOf({ names }: Indicators, options: IndexOptions): Choice[] {
  const { normalise = 'minmax', aggregate = 'arithmetic' } = options;
  const weighting = weightingOf(options);
  const weights = typeof weighting === 'string' ? weighting : 'given';
  const base = { normalise, weights, aggregate };
  const all = normalisations.flatMap((rule) =>
    weightings.flatMap((kind) =>
      aggregations.map((mean): Choice => ({ normalise: rule, weights: kind, aggregate: mean })),
    ),
  );
  const others = all.filter(
    (choice) =>
      choice.normalise !== normalise ||
      choice.weights !== weights ||
      choice.aggregate !== aggregate,
  );
  const leftOut = names.length < 3 || weights === 'given' ? [] : names;
  return [...others, ...leftOut.map((name): Choice => ({ ...base, without: name }))];
}

function variantScores(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
  { normalise, weights, aggregate, without }: Choice,
): Float64Array {
  const kept = [...indicators.names.keys()].filter((j) => indicators.names[j] !== without);
  const pick = <T>(list: readonly T[]) => kept.map((j) => list[j]!);
  const { names, directions, columns } = indicators;
  const part = {
    ...indicators,
    names: pick(names),
    directions: pick(directions),
    columns: pick(columns),
  };
  const method = weights === 'given' ? options.method : (weights as IndexOptions['method']);
  return weighted(engine, part, { ...options, method, normalise, aggregate }).scores;
}

/** Ranks, 1 for the highest score; equal scores share the best rank. */
function placesOf(computed: Float64Array): number[] {
  const scores = levelled(computed);
  const sorted = scores.slice().sort().reverse();
  const first = new Map<number, number>();
  sorted.forEach((score, place) => {
    if (!first.has(score)) first.set(score, place + 1);
  });
  return Array.from(scores, (score) => first.get(score)!);
}

function correlationOf(a: Float64Array, b: Float64Array): number | null {
  const x = unit(a);
  const y = unit(b);
  if (x === undefined || y === undefined) return null;
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0);
}
