/** A printed table to audit: texts, as in the paper. */
import * as v from 'valibot';
import type { AuditField } from '../../results/audit/audit.js';

export const fields = ['coef', 'se', 't', 'z', 'p', 'stars', 'ci_low', 'ci_high'] as const;

/** What is printed for a coefficient. Texts keep their trailing zeros, which say how exact they are. */
export interface AuditRow {
  readonly row: string;
  readonly printed: Readonly<Partial<Record<AuditField, string>>>;
  /**
   * True if the row may not be a regressor: a cut point, a sum of coefficients, or a row without an error among rows
   * with errors.
   */
  readonly extra?: true;
}

/** A column of a table: mostly a model. */
export interface AuditColumn {
  readonly column: string;
  /** Its place among the columns of numbers, from 1. */
  readonly number?: number;
  readonly rows: readonly AuditRow[];
  /** What stands over the column, and rows of words by label, such as `Year effects`: `Yes`. */
  readonly words?: Readonly<Record<string, string>>;
  /** Statistics of the column by name, such as `n`, `r2` and `j_p`; the reference page of `check` lists them. */
  readonly stats: Readonly<Record<string, string>>;
  /** Statistics of variables, such as `mean` and `sd`, by variable. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface AuditTable {
  readonly table: string;
  /** The caption, and the label that LaTeX refers to. */
  readonly title?: string;
  readonly label?: string;
  /** Columns of numbers. */
  readonly width?: number;
  readonly columns: readonly AuditColumn[];
  /** Numbers in `parentheses` or `brackets` whose meaning the table does not say. */
  readonly unnamed?: readonly string[];
  /** The notes below the table: the legend of stars, the kind of errors, the estimator. */
  readonly notes: string;
}

const texts = v.record(v.string(), v.string());
const schema = v.object({
  table: v.string(),
  title: v.optional(v.string()),
  label: v.optional(v.string()),
  width: v.optional(v.number()),
  notes: v.string(),
  unnamed: v.optional(v.array(v.string())),
  columns: v.array(
    v.object({
      column: v.string(),
      number: v.optional(v.number()),
      rows: v.array(
        v.object({ row: v.string(), printed: texts, extra: v.optional(v.literal(true)) }),
      ),
      stats: texts,
      words: v.optional(texts),
      variables: v.record(v.string(), texts),
    }),
  ),
});

export function isAuditTable(value: unknown): value is AuditTable {
  return v.is(schema, value);
}
