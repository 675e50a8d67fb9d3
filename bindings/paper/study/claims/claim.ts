/** A claim of a study, as parsed from its text. */

/** A claim in a study file: its text, or its text with the author's own words. */
export type ClaimInput = string | ClaimKeys;

export interface ClaimKeys {
  /** Such as `T4.2: Gov > 0 at 0.01`. */
  readonly claim: string;
  /** The claim in the author's own words. */
  readonly says?: string | undefined;
}

/** `>` and `<` are one-sided, `!=` is two-sided, `=` needs a band. */
export type ClaimRelation = '>' | '<' | '!=' | '=';

/** A coefficient, or a function of coefficients, compared with a number. */
export interface CoefficientStatement {
  readonly kind: 'coefficient';
  readonly term: string;
  readonly relation: ClaimRelation;
  readonly value: number;
  /** Half-width of the band around `value`; only with `=`. */
  readonly band?: number;
}

/** A coefficient that differs between groups of a split table. */
export interface DifferenceStatement {
  readonly kind: 'difference';
  readonly term: string;
  /** Two groups or more. More than two are compared jointly; empty means all groups. */
  readonly groups: readonly string[];
  /** The column that splits; absent if the text does not name one. */
  readonly column?: string;
  /** The group with the larger coefficient, if the claim states a direction. */
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
