import type { ByName, Warning } from '../common.js';

/** What a table prints for a coefficient. */
export type AuditField = 'coef' | 'se' | 't' | 'z' | 'p' | 'stars' | 'ci_low' | 'ci_high';

/**
 * `impossible`: no rounding, degrees of freedom, reference law or covariance makes the numbers agree. `doubtful`: only an
 * unusual one does, or the numbers agree and do not carry what is said of them.
 */
export type Severity = 'impossible' | 'doubtful';

export interface Finding {
  readonly table: string;
  readonly column: string;
  /** The coefficient or the variable; absent for statistics of a whole column. */
  readonly row?: string;
  /** What is wrong: a number of a coefficient, or a statistic. */
  readonly field?: AuditField;
  readonly stat?: string;
  /** All that disagree, as names of fields and statistics; `low.n` is a statistic of another column. */
  readonly involves: readonly string[];
  /** The name of a rule of `rules`. */
  readonly rule: string;
  readonly severity: Severity;
  /** True where stars or a decision at a usual level change. */
  readonly decision?: true;
  /** As printed. */
  readonly printed: string;
  /** What the other printed numbers allow when they are rounded to the nearest; null where it is no interval. */
  readonly possible: readonly [low: number, high: number] | null;
  /** The worked line. */
  readonly message: string;
  /** Values that would make the numbers agree. */
  readonly reconciles?: readonly string[];
}

/** A check that the rounding leaves open. */
export interface Undecided {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly message: string;
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
  /** Checks made, those of `findings` with them. */
  readonly checked: number;
  readonly byRule: ByName;
  /** Checks that lack a number, by rule. */
  readonly notTestable: ByName;
  /** Stars whose significance the rounding leaves open. */
  readonly undecided: readonly Undecided[];
  readonly rules: ByName<AuditRule>;
  readonly warnings: readonly Warning[];
}
