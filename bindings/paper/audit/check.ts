/** One comparison of printed numbers, and its result. */
import { list, type Phrase, type Said, say, textOf } from '../../words/phrase.js';
import { inWords } from './words.js';
import type { AuditField, Finding, Severity } from '../../results/audit/audit.js';
import { canBeIn, type Printed, type Rounding, roundings } from './printed.js';
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
  readonly shown?: Phrase | undefined;
  /** The arithmetic as a line, such as `t = coef / se = 0.0975 / 0.0270`. */
  readonly worked: Phrase;
  /** True if the numbers agree under this rounding, for some admissible choice. */
  readonly agrees: (rounding: Rounding) => boolean;
  /** The range that the other numbers allow, if they are rounded to nearest. */
  readonly possible?: Range | undefined;
  /** What a failure means; default impossible. */
  readonly severity?: Severity | undefined;
  readonly decision?: boolean | undefined;
  readonly reconciles?: readonly Phrase[] | undefined;
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

/** A check of a printed number against the values that it can have. */
export function boundedBy(printed: Printed, allowed: Range): Pick<Check, 'agrees' | 'possible'> {
  return { agrees: (rounding) => canBeIn(printed, allowed, rounding), possible: allowed };
}

/** The finding of a check that fails under every rounding; otherwise undefined. */
export function findingOf(rule: string, check: Check): Finding | undefined {
  if (roundings.some((rounding) => check.agrees(rounding))) return undefined;
  const { place, subject, involves, printed, possible, severity = 'impossible' } = check;
  const { decision = false, reconciles = [] } = check;
  const told = sentenceOf(check);
  return {
    ...place,
    ...subject,
    involves,
    rule,
    severity,
    ...(decision && { decision: true as const }),
    printed,
    possible: possible === undefined ? null : [possible.low, possible.high],
    message: textOf(told),
    told,
    ...(reconciles.length > 0 && { reconciles: reconciles.map((one) => textOf(one)) }),
  };
}

function sentenceOf({ place, worked, possible, reconciles = [], ...check }: Check): Said {
  const { table, column, row } = place;
  const { shown = printedIn(check) } = check;
  const allowed = possible === undefined ? worked : say('{} allows {}', worked, inWords(possible));
  const arithmetic =
    reconciles.length === 0
      ? allowed
      : say('{}; {} would agree', allowed, list(reconciles, ' or '));
  return row === undefined
    ? say('table {}, column {}: {}; {}', table, column, shown, arithmetic)
    : say('table {}, column {}, {}: {}; {}', table, column, row, shown, arithmetic);
}

function printedIn({ subject, printed }: Pick<Check, 'subject' | 'printed'>): Phrase {
  const name = 'field' in subject ? subject.field : subject.stat;
  return printed === '' ? say('no {} printed', name) : say('{} is printed as {}', name, printed);
}
