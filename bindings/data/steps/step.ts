/** A new column: from an expression, from the parts of another column, or as an index of several. */
import { known, list, type Said, say, textOf } from '../../words/phrase.js';

interface Step {
  readonly name: string;
  /** True if it may take the place of a column. */
  readonly replace?: boolean | undefined;
}

export interface ExpressionStep extends Step {
  /** An expression over the columns, also those that earlier steps built. */
  readonly value: string;
}

export const splitLevels = ['row', 'unit', 'year'] as const;
export type SplitLevel = (typeof splitLevels)[number];

export const cutNames = ['mean', 'median', 'terciles'] as const;

/** Where a column is cut: at its mean, median or terciles, or at these values. */
export type Cuts = (typeof cutNames)[number] | readonly number[];

/** `low` and `high`, or `low`, `middle` and `high`, of a column; a value at a cut belongs above it. */
export interface SplitStep extends Step {
  readonly split: string;
  readonly at: Cuts;
  /** Compared with the cuts: each row (default), the mean of each unit, or each row with those of its period. */
  readonly level?: SplitLevel | undefined;
}

/** A composite index; its other keys are options of the index. */
export interface IndexStep extends Step {
  readonly index: string;
  readonly columns: Readonly<Record<string, '+' | '-'>> | readonly string[];
}

/** A column to build. */
export type BuildStep = ExpressionStep | SplitStep | IndexStep;

/** The columns of an index. */
export function indicatorsOf({ columns }: IndexStep): readonly string[] {
  return Array.isArray(columns) ? (columns as readonly string[]) : Object.keys(columns);
}

/** The step as results say it, such as `log(x)` or `split of x at its mean, by row`. */
export const stepWords = (step: BuildStep): string => textOf(stepPhrase(step));

/** The same, to be said in a language; an expression is the same in all. */
export function stepPhrase(step: BuildStep): Said | string {
  if ('index' in step) {
    const method = known(step.index, 'index');
    return say('{} index of {}', method, list(indicatorsOf(step), ', @names'));
  }
  if (!('split' in step)) return step.value;
  const { split, at: cuts, level = 'row' } = step;
  const place =
    typeof cuts === 'string' ? say('its {}', known(cuts)) : list(cuts.map(String), ', ');
  return say('split of {} at {}, by {}', split, place, known(level));
}
