import type { Warning } from '../warning.js';
import type { GroupCompat, GroupMethod } from './methods.js';

/** All words of tables. */
export interface TableWords {
  readonly yes: string;
  readonly no: string;
  readonly constant: string;
  readonly lag: (label: string, lags: number) => string;
  readonly lead: (label: string, leads: number) => string;
  readonly change: (label: string, order: number) => string;
  /** The difference of two groups by a method. */
  readonly difference: (of: string, minus: string, method: string) => string;
  readonly descriptive: Readonly<Record<string, string>>;
  readonly effects: (label: string) => string;
  readonly clusters: (label: string) => string;
  readonly depvar: (label: string) => string;
  /** The word above the labels if columns have different dependent variables. */
  readonly depvars: string;
  /** The separator in enumerations and after a column's number. */
  readonly comma: string;
  readonly end: string;
  /** Between the parts of a note. */
  readonly semicolon: string;
  /** `standard errors in parentheses`, of both. */
  readonly placed: (what: string, place: string) => string;
  readonly stars: (entries: readonly (readonly [stars: string, level: string])[]) => string;
  readonly statistics: Readonly<Record<string, string>>;
  readonly below: Readonly<Record<string, string>>;
  /** `95% confidence intervals`. */
  readonly levelled: (level: string, intervals: string) => string;
  readonly inParentheses: string;
  readonly inBrackets: string;
  readonly column: (columns: string, words: string) => string;
  /** What errors are called; `label` is the English word of those of regressions. */
  readonly errors: (type: string, label: string | undefined) => string;
  readonly clustered: (columns: string) => string;
  readonly unit: string;
  readonly units: (count: string) => string;
  readonly bootstrap: (scheme: string, reps: string, seed: string) => string;
  readonly warning: string;
  readonly warned: (warning: Warning) => string;
  /** The heading of a column with one part of a model with instruments. */
  readonly parts: Readonly<Record<'first' | 'second' | 'reduced', string>>;
  readonly panel: (letter: string, title: string) => string;
  /** Differences between groups of rows, and how a column is cut into them. */
  readonly compared: {
    readonly gap: (other: string, first: string) => string;
    readonly p: (other: string, first: string, method: string) => string;
    readonly joint: (by: string, method: string) => string;
    readonly methods: Readonly<Record<GroupMethod | GroupCompat, string>>;
    readonly cut: (column: string, place: string, cuts: string) => string;
    readonly cutAt: (column: string, cuts: string) => string;
    readonly cutByPeriod: (column: string, place: string) => string;
    readonly switching: (units: string) => string;
    readonly errors: (text: string) => string;
    readonly drawn: (methods: string, reps: string, seed: string) => string;
  };
  readonly wholeSample: string;
  /** The heading of columns whose rows have one value of a column. */
  readonly sample: (column: string, value: string) => string;
  /** Text in the cell of an omitted collinear term. */
  readonly omitted: string;
  readonly sized: (yes: string, size: string) => string;
  /** The row that names the errors of each column. */
  readonly errorRow: string;
  readonly nextToEstimates: string;
  readonly belowEstimates: string;
  readonly estimate: string;
  /** A sentence that columns have different numbers of rows, and which have fewer than the most. */
  readonly samples: (fewest: string, most: string, fewer: string) => string;
  readonly weighted: (column: string, type: 'analytic' | 'frequency' | 'probability') => string;
  /** The rows of a column, by their filter. */
  readonly rowsWith: (where: string) => string;
  readonly notes: string;
  /** Where numbers come from: the list of models, a model, and a result. */
  readonly source: { readonly list: string; readonly model: string; readonly result: string };
  /** The headings of tables of tests, and of balance. */
  readonly statistic: string;
  readonly degrees: string;
  readonly means: string;
  readonly gap: string;
  readonly normalised: string;
  readonly minus: (other: string, first: string) => string;
  readonly balance: string;
  /** The headings of tables of composite indices. */
  readonly index: Readonly<
    Record<
      | ('direction' | 'entropy' | 'redundancy' | 'weight')
      | ('communality' | 'eigenvalue' | 'share'),
      string
    >
  >;
}
