/** One comparison of printed numbers, and its result. */
import { inWords } from './words.js';
import type { AuditField, Finding, Severity } from '../../results/audit/audit.js';
import { type Rounding, roundings } from './printed.js';
import { meets, type Range } from './range.js';

export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row?: string;
}

export interface Check {
  readonly place: Place;
  readonly subject: { readonly field: AuditField } | { readonly stat: string };
  readonly involves: readonly string[];
  readonly printed: string;
  /** The printed text, for a number that is derived from printed ones. */
  readonly shown?: string | undefined;
  /** The arithmetic as a line, such as `t = coef / se = 0.0975 / 0.0270`. */
  readonly worked: string;
  /** True if the numbers agree under this rounding, for some admissible choice. */
  readonly agrees: (rounding: Rounding) => boolean;
  /** The range that the other numbers allow, if they are rounded to nearest. */
  readonly possible?: Range | undefined;
  /** What a failure means; default impossible. */
  readonly severity?: Severity | undefined;
  readonly decision?: boolean | undefined;
  readonly reconciles?: readonly string[] | undefined;
}

/** The checks that a rule finds in a table, and the number of checks for which a number is missing. */
export interface Checks {
  readonly checks: readonly Check[];
  readonly missing: number;
}

/**
 * The outcome of a rule in one place: a check, `missing` if a number is missing, or nothing if the rule does not apply.
 */
export type Outcome = Check | 'missing' | 'inapplicable';

export function checksOf(outcomes: readonly Outcome[]): Checks {
  return {
    checks: outcomes.filter((outcome) => typeof outcome === 'object'),
    missing: outcomes.filter((outcome) => outcome === 'missing').length,
  };
}

/** A check of a printed number against the range that others allow. */
export function comparison(
  printed: (rounding: Rounding) => Range,
  computed: (rounding: Rounding) => Range,
): Pick<Check, 'agrees' | 'possible'> {
  return {
    agrees: (rounding) => meets(printed(rounding), computed(rounding)),
    possible: computed('nearest'),
  };
}

/** The finding of a check that fails under every rounding; otherwise undefined. */
export function findingOf(rule: string, check: Check): Finding | undefined {
  if (roundings.some((rounding) => check.agrees(rounding))) return undefined;
  const { place, subject, involves, printed, possible, severity = 'impossible' } = check;
  const { decision = false, reconciles = [] } = check;
  return {
    ...place,
    ...subject,
    involves,
    rule,
    severity,
    ...(decision && { decision: true as const }),
    printed,
    possible: possible === undefined ? null : [possible.low, possible.high],
    message: messageOf(check),
    ...(reconciles.length > 0 && { reconciles }),
  };
}

function messageOf(check: Check): string {
  const { place, subject, printed, worked, possible, reconciles = [] } = check;
  const { table, column, row } = place;
  const where = [`table ${table}`, `column ${column}`, ...(row === undefined ? [] : [row])];
  const name = 'field' in subject ? subject.field : subject.stat;
  const direct = printed === '' ? `no ${name} printed` : `${name} is printed as ${printed}`;
  const { shown = direct } = check;
  const allowed = possible === undefined ? '' : ` allows ${inWords(possible)}`;
  const agreeing = reconciles.length === 0 ? '' : `; ${reconciles.join(' or ')} would agree`;
  return `${where.join(', ')}: ${shown}; ${worked}${allowed}${agreeing}`;
}
