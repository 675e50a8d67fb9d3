import type { Telling } from '../../words/phrase.js';
import type { ByName, Warning } from '../common.js';

/** What a table prints for a coefficient: the coefficient itself, or a number that belongs to it. */
export type AuditField = 'coef' | 'se' | 't' | 'z' | 'p' | 'stars' | 'ci_low' | 'ci_high';

/**
 * `impossible`: no rounding, degrees of freedom, reference law or covariance makes the numbers agree. `doubtful`: only
 * an unusual choice does, or the numbers agree but do not support what the paper says about them.
 */
export type Severity = 'impossible' | 'doubtful';

export interface Finding {
  readonly table: string;
  readonly column: string;
  /** The coefficient or the variable; absent for statistics of a whole column. */
  readonly row?: string;
  /** What is wrong: a number that belongs to a coefficient, or a statistic. */
  readonly field?: AuditField;
  readonly stat?: string;
  /** All numbers that disagree, as names of fields and statistics; `low.n` is a statistic of another column. */
  readonly involves: readonly string[];
  /** The name of a rule of `rules`. */
  readonly rule: string;
  readonly severity: Severity;
  /** True if stars, or a decision at a usual level, change. */
  readonly decision?: true;
  /** As printed. */
  readonly printed: string;
  /** Range that the other printed numbers allow if they are rounded to nearest; null if it is not an interval. */
  readonly possible: readonly [low: number, high: number] | null;
  /** The arithmetic that shows the finding. */
  readonly message: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  /** Values that would make the numbers agree. */
  readonly reconciles?: readonly string[];
}

/** A check that the rounding leaves open. */
export interface Undecided {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly message: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** A rule of the audit, as data. */
export interface AuditRule {
  readonly formula: string;
  readonly source: string;
  /** The printed numbers that it needs. */
  readonly needs: readonly string[];
}

/** The audit of printed tables. */
export interface Audit {
  readonly kind: 'audit';
  readonly tables: readonly string[];
  readonly findings: readonly Finding[];
  /** Number of checks made, including those with findings. */
  readonly checked: number;
  readonly byRule: ByName;
  /** Number of checks for which a number is missing, by rule. */
  readonly notTestable: ByName;
  /** Stars whose significance the rounding leaves open. */
  readonly undecided: readonly Undecided[];
  readonly rules: ByName<AuditRule>;
  readonly warnings: readonly Warning[];
}
