/** A claim of a study, as its text says it. */

/** How a claim is written in a study: its text, or its text with what the author says in words. */
export type ClaimInput = string | ClaimKeys;

export interface ClaimKeys {
  /** Such as `T4.2: Gov > 0 at 0.01`. */
  readonly claim: string;
  /** What the author says in words. */
  readonly says?: string | undefined;
}

/** `>` and `<` are one-sided, `!=` is two-sided, `=` needs a band. */
export type ClaimRelation = '>' | '<' | '!=' | '=';

/** A coefficient, or a function of coefficients, against a number. */
export interface CoefficientStatement {
  readonly kind: 'coefficient';
  readonly term: string;
  readonly relation: ClaimRelation;
  readonly value: number;
  /** Half-width of the band around `value`; present with `=` only. */
  readonly band?: number;
}

/** A coefficient that differs between groups of a split table. */
export interface DifferenceStatement {
  readonly kind: 'difference';
  readonly term: string;
  /** Two groups or more. More than two are compared jointly; empty means all groups. */
  readonly groups: readonly string[];
  /** The column that splits; absent if the text names none. */
  readonly column?: string;
  /** The group with the larger coefficient, for a claim about the direction. */
  readonly larger?: string;
}

export type ClaimStatement = CoefficientStatement | DifferenceStatement;

/** A word of a claim and its position in the text. */
export interface NamedPlace {
  readonly name: string;
  readonly offset: number;
}

export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly says?: string;
  /** Columns such as `T4.2`, groups such as `T7.east`, or whole tables such as `T4`. */
  readonly models: readonly NamedPlace[];
  readonly statement: ClaimStatement;
  /** Position of the term in the text. */
  readonly termOffset: number;
  /** The level of the test. */
  readonly level: number;
  /** The method that decides, if the claim names one: `bootstrap`, or a method of a comparison. */
  readonly by?: string;
}
